import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountEvent } from '../../../../shared/domain/accountEvent.ts';
import { giftsOfYear, meanMark } from '../../../../shared/domain/giftBudget.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import classes from './HistoryTab.module.css';

/** What gifts to this client cost this year, and what may be spent. */
export function GiftYearLine({
  accountId,
  events,
}: {
  readonly accountId: AccountId;
  readonly events: readonly AccountEvent[];
}) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const budget = useDesk('gifts.budget', { accountId }).data?.yearMinor;
  const [open, setOpen] = useState(false);
  if (budget === undefined) return null;
  const { year, spentMinor, unpriced } = giftsOfYear(events, words.today.slice(0, 4));
  const money = (amountMinor: number) => words.money(amountMinor, 'RUB');
  const over = budget === null ? 0 : spentMinor - budget;
  return (
    <div aria-label={t('gifts.label')} className={classes.yearLine} role="group">
      <strong className="k-num">
        {budget === null
          ? t('gifts.spent', { year, spent: money(spentMinor) })
          : t('gifts.spentOf', { year, spent: money(spentMinor), budget: money(budget) })}
      </strong>
      {budget === null ? null : (
        <span aria-hidden="true" className={classes.budgetBar} data-over={over > 0 ? true : undefined}>
          <span style={{ width: `${budget === 0 ? 100 : Math.min(100, (spentMinor / budget) * 100)}%` }} />
        </span>
      )}
      {over > 0 ? <StateMark tone="bad">{t('gifts.over', { over: money(over) })}</StateMark> : null}
      {unpriced > 0 ? (
        <span className={classes.attention}>{t('gifts.unpriced', { count: unpriced })}</span>
      ) : null}
      <Button onClick={() => setOpen(true)} size="xs">
        {budget === null ? t('gifts.set') : t('gifts.change')}
      </Button>
      {open ? <BudgetDialog accountId={accountId} onClose={() => setOpen(false)} yearMinor={budget} /> : null}
    </div>
  );
}

function BudgetDialog({
  accountId,
  yearMinor,
  onClose,
}: {
  readonly accountId: AccountId;
  readonly yearMinor: number | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const [value, setValue] = useState(yearMinor);
  const save = useDeskAction('gifts.saveBudget', { invalidates: ['gifts.budget'], success: onClose });
  return (
    <FormDialog
      busy={save.isPending}
      cancel={t('gifts.cancel')}
      onClose={onClose}
      onSubmit={() => save.mutate({ accountId, yearMinor: value })}
      opened
      size={420}
      submit={t('gifts.submit')}
      title={t('gifts.title')}
    >
      <AmountField
        description={t('gifts.hint')}
        format={(amountMinor) => words.number(amountMinor / 100, amountMinor % 100 === 0 ? 0 : 2)}
        label={t('gifts.budget')}
        onChange={setValue}
        suffix="₽"
        value={value}
        wrong={t('event.amountWrong')}
      />
    </FormDialog>
  );
}

/** The mean mark of this client's feedback; nothing where none was marked. */
export function MeanMarkLine({ events }: { readonly events: readonly AccountEvent[] }) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const mean = meanMark(events);
  return mean === null ? null : (
    <p className={classes.yearLine}>
      <strong>{t('gifts.meanMark', { mark: words.number(mean, Number.isInteger(mean) ? 0 : 1) })}</strong>
    </p>
  );
}
