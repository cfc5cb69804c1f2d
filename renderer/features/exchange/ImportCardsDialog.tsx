import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardRow } from '../../../shared/domain/contactCard.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import { call, invalidate, notifyError, useDeskAction } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { notifyDone, notifyUndo } from '../../ui/notifyUndo.tsx';
import classes from './ImportCardsDialog.module.css';

const reads = ['people.list', 'accounts.overview', 'accounts.list', 'today.list'] as const;
const isUseful = ({ outcome }: CardRow): boolean => outcome === 'new' || outcome === 'fills';

/** The cards of a file before they are taken into a client's people: who is new, who is known, what is left out. */
export function ImportCardsDialog({
  accountId,
  rows,
  onClose,
}: {
  readonly accountId: AccountId;
  readonly rows: readonly CardRow[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('exchange');
  const { language } = useFieldWords();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(rows.filter(isUseful).map(({ number }) => number)),
  );
  const take = useDeskAction('people.importCards', {
    invalidates: reads,
    success: (done) => {
      onClose();
      const counts = { created: done.created.length, filled: done.filled.length };
      notifyUndo(t('cards.done', counts), () => {
        void call('people.undoCards', { accountId, done })
          .then(async () => {
            await invalidate(...reads);
            notifyDone(t('cards.undone'));
          })
          .catch(notifyError);
      });
    },
  });
  const cards = rows.filter(({ number }) => chosen.has(number)).map(({ card }) => card);
  const toggle = (number: number, on: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (on) next.add(number);
      else next.delete(number);
      return next;
    });
  return (
    <FormDialog
      busy={take.isPending}
      cancel={t('cards.cancel')}
      onClose={onClose}
      onSubmit={() => {
        if (cards.length === 0) onClose();
        else if (!take.isPending) take.mutate({ accountId, cards });
      }}
      opened
      size={820}
      submit={t('cards.submit', { count: cards.length })}
      title={t('cards.title')}
    >
      {rows.some(isUseful) ? null : <p className={classes.nothing}>{t('cards.nothing')}</p>}
      <div className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th aria-hidden="true" className={classes.check} />
              <th>{t('cards.person')}</th>
              <th>{t('cards.contacts')}</th>
              <th>{t('cards.result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CardLine
                chosen={chosen.has(row.number)}
                key={row.number}
                name={fullName(row.card, language) || row.company || row.card.email}
                onToggle={(on) => toggle(row.number, on)}
                row={row}
              />
            ))}
          </tbody>
        </table>
      </div>
    </FormDialog>
  );
}

function CardLine({
  row,
  name,
  chosen,
  onToggle,
}: {
  readonly row: CardRow;
  readonly name: string;
  readonly chosen: boolean;
  readonly onToggle: (on: boolean) => void;
}) {
  const { t } = useTranslation('exchange');
  const { card, outcome, match, losses } = row;
  const details = [
    ...(match === null || outcome === 'nameless' ? [] : [t(`cards.by.${match.by}`)]),
    ...losses.map((loss) => t(`cards.loss.${loss}`)),
  ];
  return (
    <tr data-quiet={isUseful(row) ? undefined : true}>
      <td className={classes.check}>
        <Checkbox
          aria-label={t('cards.choose', { name })}
          checked={chosen}
          disabled={!isUseful(row)}
          onChange={(event) => onToggle(event.currentTarget.checked)}
          size="xs"
        />
      </td>
      <td>
        <span className={classes.main} title={name}>
          {name}
        </span>
        <span className={classes.small} title={card.position}>
          {card.position}
        </span>
      </td>
      <td>
        <span className={classes.main} title={card.phone}>
          {card.phone}
        </span>
        <span className={classes.small} title={card.email}>
          {card.email}
        </span>
      </td>
      <td>
        <span className={classes.main}>{t(`cards.outcome.${outcome}`, { name: match?.name ?? '' })}</span>
        <span className={classes.small} title={details.join(', ')}>
          {details.join(', ')}
        </span>
      </td>
    </tr>
  );
}
