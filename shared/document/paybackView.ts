import { currencySymbol, formatMoney } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import { type Currency, largestAmountMinor } from '../domain/money.ts';
import { payback, type PaybackPlan } from '../domain/payback.ts';
import { printedAmount, type TableColumn } from './priceViews.ts';
import { priceWords } from './priceWords.ts';
import { words } from './words.ts';

export type PaybackView = {
  /** Empty while there is nothing to compare: then nothing is printed. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly {
    /** `total`: a year; `grand`: the whole time. */
    readonly kind: 'item' | 'total' | 'grand';
    readonly cells: readonly [string, string, string, string];
  }[];
  /** The payback period as a sentence; empty while the purchase is not known. */
  readonly summary: string;
};

/** Beyond this many months a period says nothing. */
const longestMonths = 600;

/**
 * Total cost of ownership and payback as printed; `totalMinor` is the price table's total, null = none yet.
 * GLOSSARY: стоимость владения, окупаемость.
 */
export function paybackView(
  plan: PaybackPlan,
  totalMinor: number | null,
  currency: Currency,
  language: Language,
): PaybackView {
  if (plan.costs.length === 0) return { columns: [], rows: [], summary: '' };
  const paper = priceWords[language].payback;
  const dash = words[language].noAmount;
  const purchase = plan.purchaseMinor ?? totalMinor;
  const result = payback(purchase ?? 0, plan);
  const amount = (minor: number): string => printedAmount(minor, language);
  const known = (minor: number): string => (purchase === null ? dash : amount(minor));
  const money = (amountMinor: number): string =>
    Math.abs(amountMinor) > largestAmountMinor ? dash : formatMoney({ amountMinor, currency }, language);
  const [costs, now, ours, saving] = paper.columns;
  const symbol = currencySymbol(currency, language);
  const column = (key: string, title: string): TableColumn => ({
    key,
    title: `${title},\u00A0${symbol}`,
    align: 'right',
    widthPercent: 20,
  });
  return {
    columns: [
      { key: 'title', title: costs, align: 'left', widthPercent: 40 },
      column('now', now),
      column('ours', ours),
      column('saving', saving),
    ],
    rows: [
      { kind: 'item', cells: [paper.purchase, dash, known(purchase ?? 0), dash] },
      ...plan.costs.map((cost) => ({
        kind: 'item' as const,
        cells: [
          cost.title.trim(),
          amount(cost.nowMinor),
          amount(cost.oursMinor),
          amount(cost.nowMinor - cost.oursMinor),
        ] as const,
      })),
      {
        kind: 'total',
        cells: [paper.perYear, amount(result.nowMinor), amount(result.oursMinor), amount(result.savingMinor)],
      },
      {
        kind: 'grand',
        cells: [
          paper.overYears(plan.years),
          amount(result.ownershipNowMinor),
          known(result.ownershipOursMinor),
          known(result.ownershipNowMinor - result.ownershipOursMinor),
        ],
      },
    ],
    summary: purchase === null ? '' : summaryOf(result.months),
  };

  function summaryOf(months: number | null): string {
    if (months === null) return paper.never;
    if (months > longestMonths) return paper.tooLong;
    return paper.months(months, money(purchase ?? 0), money(result.savingMinor));
  }
}
