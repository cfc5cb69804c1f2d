import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Competitor } from '../../../../shared/domain/competitor.ts';
import { ComparisonStanding } from '../../../../shared/domain/competitorOffer.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import type { CriterionKey } from '../../../../shared/domain/person.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { goTo } from '../../../app/place.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { ShareBar } from '../../../ui/ShareBar.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import type { StateTone } from '../../../ui/StateMark.tsx';
import { Steps } from '../../../ui/Steps.tsx';
import { useFieldWords } from '../../../app/fieldWords.ts';
import classes from './lists.module.css';

/** An equal standing is nothing to act on: a word without a mark. */
const tones: Record<ComparisonStanding, StateTone | null> = {
  stronger: 'good',
  equal: null,
  weaker: 'bad',
};

type Cell = { readonly competitor: Competitor; readonly criterion: CriterionKey };

/** We against each competitor by the criteria that the client's group judges by; the marks speak in proposals. */
export function ComparisonPart({
  accountId,
  competitors,
}: {
  readonly accountId: AccountId;
  readonly competitors: readonly Competitor[];
}) {
  const { t } = useTranslation(['rivalry', 'domain']);
  const words = useFieldWords();
  const list = useDesk('comparison.get', { accountId });
  const [opened, setOpened] = useState<Cell | null>(null);
  if (list.data === undefined)
    return list.error === null ? (
      <RowsSkeleton height={40} rows={4} />
    ) : (
      <ErrorState {...errorWords(list.error)} />
    );
  const { criteria, marks } = list.data;
  const markOf = ({ competitor, criterion }: Cell) =>
    marks.find((mark) => mark.competitorId === competitor.id && mark.criterion === criterion);
  const heaviest = Math.max(1, ...criteria.map(({ percent }) => percent));
  return (
    <section className={classes.part}>
      <SectionTitle count={t('compare.hint')}>{t('compare.title')}</SectionTitle>
      {criteria.length === 0 ? (
        <EmptyState
          action={
            <Button onClick={() => goTo({ at: 'dossier', accountId, tab: 'people' })}>
              {t('compare.toPeople')}
            </Button>
          }
          calm
          title={t('compare.empty')}
        />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('compare.criterion')}</th>
                <th scope="col">{t('compare.weight')}</th>
                <th scope="col">{t('compare.us')}</th>
                {competitors.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {criteria.map(({ key, percent, ourStanding, tenderTitle }) => {
                const criterion = t(`domain:criterion.${key}`);
                return (
                  <tr key={key}>
                    <th className={classes.rowHead} scope="row">
                      {criterion}
                    </th>
                    <td>
                      {percent === 0 ? (
                        <span className={classes.quiet}>—</span>
                      ) : (
                        <ShareBar part={percent / heaviest} text={words.percent(percent)} width={64} />
                      )}
                    </td>
                    <td title={tenderTitle === '' ? undefined : t('compare.usFrom', { tender: tenderTitle })}>
                      {ourStanding === null ? (
                        <span className={classes.quiet}>{t('compare.usUnknown')}</span>
                      ) : (
                        <span className={classes.standing}>
                          <Steps value={ourStanding} />
                          <span>{t('compare.usValue', { value: ourStanding })}</span>
                        </span>
                      )}
                    </td>
                    {competitors.map((competitor) => {
                      const cell = { competitor, criterion: key };
                      const mark = markOf(cell);
                      const tone = mark === undefined ? null : tones[mark.standing];
                      const standing =
                        mark === undefined ? t('compare.none') : t(`compare.standing.${mark.standing}`);
                      return (
                        <td key={competitor.id}>
                          <button
                            aria-label={t('compare.cell', { criterion, name: competitor.name, standing })}
                            className={classes.press}
                            onClick={() => setOpened(cell)}
                            title={mark?.note ?? ''}
                            type="button"
                          >
                            {mark === undefined ? (
                              <span className={classes.quiet}>{standing}</span>
                            ) : tone === null ? (
                              standing
                            ) : (
                              <StateMark tone={tone}>{standing}</StateMark>
                            )}
                            {mark === undefined || mark.note === '' ? null : (
                              <span className={classes.under}>{mark.note}</span>
                            )}
                          </button>
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {opened === null ? null : (
        <MarkDialog
          accountId={accountId}
          cell={opened}
          onClose={() => setOpened(null)}
          start={markOf(opened) ?? null}
        />
      )}
    </section>
  );
}

function MarkDialog({
  accountId,
  cell: { competitor, criterion },
  start,
  onClose,
}: {
  readonly accountId: AccountId;
  readonly cell: Cell;
  readonly start: { readonly standing: ComparisonStanding; readonly note: string } | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['rivalry', 'domain']);
  const [standing, setStanding] = useState<string>(start?.standing ?? 'none');
  const [note, setNote] = useState(start?.note ?? '');
  const save = useDeskAction('comparison.setMark', {
    invalidates: ['comparison.get'],
    success: onClose,
  });
  const submit = () => {
    const known = ComparisonStanding.safeParse(standing);
    save.mutate({
      accountId,
      mark: {
        competitorId: competitor.id,
        criterion,
        standing: known.success ? known.data : null,
        note: known.success ? note.trim() : '',
      },
    });
  };
  return (
    <FormDialog
      busy={save.isPending}
      cancel={t('compare.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={t('compare.save')}
      title={t('compare.dialog', { criterion: t(`domain:criterion.${criterion}`), name: competitor.name })}
    >
      <SegmentedControl
        aria-label={t('compare.mark')}
        data={[
          ...ComparisonStanding.options.map((value) => ({
            value: String(value),
            label: t(`compare.standing.${value}`),
          })),
          { value: 'none', label: t('compare.clear') },
        ]}
        onChange={setStanding}
        value={standing}
      />
      <Textarea
        autosize
        data-autofocus
        disabled={standing === 'none'}
        label={t('compare.note')}
        maxLength={500}
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
        value={note}
      />
    </FormDialog>
  );
}
