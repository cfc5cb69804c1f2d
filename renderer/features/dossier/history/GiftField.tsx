import { useTranslation } from 'react-i18next';
import { giftsOfYear, usualGiftMinor } from '../../../../shared/domain/giftBudget.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import classes from './HistoryTab.module.css';

/** The price of a gift, with what the year and the law say of it. It warns and never refuses. */
export function GiftField({
  accountId,
  eventId,
  year,
  value,
  onChange,
}: {
  readonly accountId: AccountId;
  /** Of the gift that is being changed; null for a new one. */
  readonly eventId: string | null;
  readonly year: string;
  readonly value: number | null;
  readonly onChange: (amountMinor: number | null) => void;
}) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const events = useDesk('events.list', { accountId }).data?.events ?? [];
  const budget = useDesk('gifts.budget', { accountId }).data?.yearMinor ?? null;
  const { spentMinor } = giftsOfYear(events, year, eventId);
  const total = spentMinor + (value ?? 0);
  const money = (amountMinor: number) => words.money(amountMinor, 'RUB');
  const over = budget !== null && total > budget;
  const unusual = value !== null && value > usualGiftMinor;
  return (
    <div className={classes.giftRow}>
      <AmountField
        format={(amountMinor) => words.number(amountMinor / 100, amountMinor % 100 === 0 ? 0 : 2)}
        label={t('event.amount')}
        onChange={onChange}
        suffix="₽"
        value={value}
        wrong={t('event.amountWrong')}
      />
      <p className={classes.hint} data-tone={over || unusual ? 'attention' : undefined}>
        {over
          ? t('event.giftOver', { total: money(total), budget: money(budget) })
          : unusual
            ? t('event.giftUnusual')
            : budget === null
              ? t('event.giftYear', { year, spent: money(spentMinor) })
              : t('event.giftYearOf', { year, spent: money(spentMinor), budget: money(budget) })}
      </p>
    </div>
  );
}
