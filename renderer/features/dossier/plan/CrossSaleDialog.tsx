import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CrossSaleMark } from '../../../../shared/domain/accountPlan.ts';
import { directionKey } from '../../../../shared/domain/crossSale.ts';
import type { CrossSaleCell, CrossSaleRow } from '../../../../shared/domain/crossSale.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import classes from './dialogs.module.css';
import type { PlanDesk } from './planEdit.ts';
import { quietly } from './planEdit.ts';

const states = ['none', 'idea', 'offered', 'refused'] as const;

/** A cell of the cross-sale map: what is known of it, the user's mark, and ways to what stands behind. */
export function CrossSaleDialog({
  desk,
  cell,
  row,
  onClose,
}: {
  readonly desk: PlanDesk;
  readonly cell: CrossSaleCell;
  readonly row: CrossSaleRow | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('plan');
  const words = useFieldWords();
  const isSame = (mark: CrossSaleMark) =>
    mark.row === cell.row && directionKey(mark.direction) === directionKey(cell.direction);
  const mark = desk.view.plan.crossSale.find(isSame);
  const [state, setState] = useState<(typeof states)[number]>(mark?.state ?? 'none');
  const [note, setNote] = useState(mark?.note ?? '');
  const accountId = row?.accountId ?? desk.accountId;
  const submit = () => {
    const own =
      state === 'none'
        ? []
        : [
            CrossSaleMark.parse({
              row: cell.row,
              direction: cell.direction,
              state,
              note: note.trim(),
              // The day says which was later, a mark or a proposal; an unchanged mark keeps its own.
              markedOn: mark?.state === state ? mark.markedOn : words.today,
            }),
          ];
    quietly(
      desk
        .change((plan) => ({
          ...plan,
          crossSale: [...plan.crossSale.filter((one) => !isSame(one)), ...own],
        }))
        .then(onClose),
    );
  };
  const facts = [
    ...cell.sums.map(
      ({ amountMinor, currency }) =>
        `${t(cell.state === 'bought' ? 'cross.state.bought' : 'cross.state.lapsed')}: ${words.money(amountMinor, currency)}`,
    ),
    ...(cell.lastOn === null ? [] : [t('cross.last', { day: words.dayWords(cell.lastOn) })]),
    ...(cell.proposal === null
      ? []
      : [t('cross.proposal', { number: cell.proposal.number, day: words.dayWords(cell.proposal.on) })]),
  ];
  return (
    <FormDialog
      cancel={t('cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={t('save')}
      title={t('cross.dialog', { direction: cell.direction, row: row?.name ?? '' })}
    >
      {facts.length === 0 ? null : (
        <div className={classes.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
      )}
      <SegmentedControl
        aria-label={t('cross.mark')}
        data={states.map((value) => ({ value, label: t(`cross.marks.${value}`) }))}
        onChange={(value) => setState(states.find((one) => one === value) ?? 'none')}
        value={state}
      />
      {state === 'none' ? null : (
        <Textarea
          autosize
          label={t(
            state === 'refused'
              ? 'cross.noteRefused'
              : state === 'offered'
                ? 'cross.noteOffered'
                : 'cross.note',
          )}
          maxLength={500}
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
          value={note}
        />
      )}
      <div className={classes.links}>
        {cell.lastOn === null ? null : (
          <TextLink onPress={() => goTo({ at: 'dossier', accountId, tab: 'history' })}>
            {t('cross.openDeliveries')}
          </TextLink>
        )}
        {cell.proposal === null ? null : (
          <TextLink
            onPress={() =>
              cell.proposal === null ? undefined : goTo({ at: 'proposal', proposalId: cell.proposal.id })
            }
          >
            {t('cross.openProposal')}
          </TextLink>
        )}
        <TextLink onPress={() => goTo({ at: 'newProposal', accountId, tenderId: null })}>
          {t('cross.newProposal')}
        </TextLink>
        {row?.kind === 'branch' ? (
          <TextLink onPress={() => goTo({ at: 'dossier', accountId, tab: 'overview' })}>
            {t('cross.openBranch')}
          </TextLink>
        ) : null}
      </div>
    </FormDialog>
  );
}
