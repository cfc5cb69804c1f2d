import { addDays, type CalendarDate, calendarDate } from './calendarDate.ts';
import type { ValidityPeriod } from './validity.ts';
import type { VatRate } from './vat.ts';

type DatedRate<Rate> = {
  readonly rate: Rate;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
};

/** The general rate of Russian VAT by day (GLOSSARY: НДС); a new law adds a line here. */
export const standardVatRates = [
  { rate: 18, from: calendarDate('2004-01-01'), until: calendarDate('2018-12-31') },
  { rate: 20, from: calendarDate('2019-01-01'), until: calendarDate('2025-12-31') },
  { rate: 22, from: calendarDate('2026-01-01'), until: null },
] as const satisfies readonly DatedRate<number>[];
export type StandardVatRate = (typeof standardVatRates)[number]['rate'];

/** The other rates: 10 % and 0 % by kind of goods, 5 % and 7 % for the simplified system. */
const specialVatRates: readonly DatedRate<VatRate>[] = [
  { rate: 10, from: calendarDate('2004-01-01'), until: null },
  { rate: 7, from: calendarDate('2025-01-01'), until: null },
  { rate: 5, from: calendarDate('2025-01-01'), until: null },
  { rate: 0, from: calendarDate('2004-01-01'), until: null },
];

const holdsOn = (dated: DatedRate<unknown>, day: CalendarDate): boolean =>
  day >= dated.from && (dated.until === null || day <= dated.until);

/** The general rate on a day, percent. Days before 2004 get the rate of 2004, the table's first. */
export function standardVatRate(day: CalendarDate): StandardVatRate {
  return standardVatRates.find((dated) => holdsOn(dated, day))?.rate ?? standardVatRates[0].rate;
}

/** Rates that a price line may carry on a day, the general one first, `none` last. */
export function vatRatesOn(day: CalendarDate): readonly VatRate[] {
  const standard = standardVatRate(day);
  const special = specialVatRates.filter((dated) => holdsOn(dated, day)).map(({ rate }) => rate);
  // No price line is written at 18 % any more: that rate only explains old papers.
  return [...(standard === 18 ? [] : [standard]), ...special, 'none'];
}

/** The first change of the general rate inside a validity period, with the day the new rate begins; null = none. */
export function vatChangeWithin(
  period: ValidityPeriod,
): { readonly on: CalendarDate; readonly before: StandardVatRate; readonly after: StandardVatRate } | null {
  const change = standardVatRates.find(({ from }) => from > period.validFrom && from <= period.validUntil);
  if (change === undefined) return null;
  return { on: change.from, before: standardVatRate(addDays(change.from, -1)), after: change.rate };
}
