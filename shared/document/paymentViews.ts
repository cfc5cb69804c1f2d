import { currencySymbol } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import type { Currency } from '../domain/money.ts';
import type { PaymentStage } from '../domain/priceTable.ts';
import { scaleHalfUp } from '../domain/scaleHalfUp.ts';
import { barePercent, printedAmount, type TableColumn } from './priceViews.ts';
import { words } from './words.ts';

export type PaymentScheduleView = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (
    | { readonly kind: 'item'; readonly cells: readonly string[] }
    | { readonly kind: 'grand'; readonly label: string; readonly share: string; readonly amount: string }
  )[];
  /** Hundredths of a percent; a whole schedule has 10 000. */
  readonly percentTotalBp: number;
};

const wholeBp = 10_000;

/**
 * The sum of each stage in the smallest unit, rounded half up. In a whole schedule (100 %) the last stage that has
 * a share takes what rounding left, so that the stages agree with the total to a kopeck.
 */
export function stageAmounts(stages: readonly PaymentStage[], totalMinor: number): readonly number[] {
  const amounts = stages.map(({ percentBp }) => scaleHalfUp(totalMinor, percentBp, wholeBp));
  const percents = stages.reduce((sum, { percentBp }) => sum + percentBp, 0);
  const last = stages.findLastIndex(({ percentBp }) => percentBp > 0);
  if (percents === wholeBp && last >= 0) {
    const others = amounts.reduce((sum, amount, at) => (at === last ? sum : sum + amount), 0);
    amounts[last] = totalMinor - others;
  }
  return amounts;
}

/** The payment schedule as printed; `totalMinor` null = no price table yet, sums are shown as a dash. */
export function paymentScheduleView(
  stages: readonly PaymentStage[],
  totalMinor: number | null,
  currency: Currency,
  language: Language,
): PaymentScheduleView {
  const paper = words[language];
  const amounts = totalMinor === null ? [] : stageAmounts(stages, totalMinor);
  const percentTotalBp = stages.reduce((sum, { percentBp }) => sum + percentBp, 0);
  const amount = (minor: number | undefined): string =>
    minor === undefined ? paper.noAmount : printedAmount(minor, language);
  const items = stages.map((stage, at) => ({
    kind: 'item' as const,
    cells: [stage.title, stage.term, barePercent(stage.percentBp, language), amount(amounts[at])],
  }));
  const sum = totalMinor === null ? undefined : amounts.reduce((total, minor) => total + minor, 0);
  return {
    columns: [
      { key: 'stage', title: paper.columns.stage, align: 'left', widthPercent: 36 },
      { key: 'term', title: paper.columns.term, align: 'left', widthPercent: 32 },
      { key: 'share', title: paper.columns.share, align: 'right', widthPercent: 12 },
      {
        key: 'sum',
        title: paper.columns.sum(currencySymbol(currency, language)),
        align: 'right',
        widthPercent: 20,
      },
    ],
    rows: [
      ...items,
      {
        kind: 'grand' as const,
        label: paper.total,
        share: barePercent(percentTotalBp, language),
        amount: amount(sum),
      },
    ],
    percentTotalBp,
  };
}
