import { z } from 'zod';
import { addDays, CalendarDate, calendarDate } from './calendarDate.ts';
import type { ValidityPeriod } from './validity.ts';
import type { VatRate } from './vat.ts';

/** A rate of VAT and the days it holds, both inclusive; `until` null = for now. */
export const DatedVatRate = z
  .object({
    /** `standard`: the general rate, one at a time; `special`: by kind of goods or taxpayer. */
    kind: z.enum(['standard', 'special']),
    rate: z.int().min(0).max(99),
    from: CalendarDate,
    until: CalendarDate.nullable(),
  })
  .refine(({ from, until }) => until === null || until >= from);
export type DatedVatRate = z.infer<typeof DatedVatRate>;
export type VatLaw = readonly DatedVatRate[];

const standard = (rate: number, from: string, until: string | null): DatedVatRate => ({
  kind: 'standard',
  rate,
  from: calendarDate(from),
  until: until === null ? null : calendarDate(until),
});
const special = (rate: number, from: string): DatedVatRate => ({
  ...standard(rate, from, null),
  kind: 'special',
});

/** VAT of Russia by day (GLOSSARY: НДС): what a new vault starts from. The user keeps the vault's own list up to date. */
export const russianVatLaw: VatLaw = [
  standard(18, '2004-01-01', '2018-12-31'),
  standard(20, '2019-01-01', '2025-12-31'),
  standard(22, '2026-01-01', null),
  special(10, '2004-01-01'),
  special(7, '2025-01-01'),
  special(5, '2025-01-01'),
  special(0, '2004-01-01'),
];

const holdsOn = (dated: DatedVatRate, day: CalendarDate): boolean =>
  day >= dated.from && (dated.until === null || day <= dated.until);

/** The general rates from the earliest. Where two hold at once the later one counts. */
const standardsOf = (law: VatLaw): DatedVatRate[] =>
  law.filter(({ kind }) => kind === 'standard').toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** The general rate on a day, percent. Days that no rate covers get the nearest earlier one, else the first. */
export function standardVatRate(day: CalendarDate, law: VatLaw = russianVatLaw): number {
  const standards = standardsOf(law);
  const known =
    standards.findLast((dated) => holdsOn(dated, day)) ??
    standards.findLast(({ from }) => from <= day) ??
    standards[0];
  return known?.rate ?? 0;
}

/** Rates that a price line may carry on a day, the general one first, the others from the highest, `none` last. */
export function vatRatesOn(day: CalendarDate, law: VatLaw = russianVatLaw): readonly VatRate[] {
  const others = law
    .filter((dated) => dated.kind === 'special' && holdsOn(dated, day))
    .map(({ rate }) => rate);
  const rates = [standardVatRate(day, law), ...others.toSorted((a, b) => b - a)];
  return [...new Set(rates), 'none'];
}

/** The first change of the general rate inside a validity period, with the day the new rate begins; null = none. */
export function vatChangeWithin(
  period: ValidityPeriod,
  law: VatLaw = russianVatLaw,
): { readonly on: CalendarDate; readonly before: number; readonly after: number } | null {
  for (const { from, rate } of standardsOf(law)) {
    if (from <= period.validFrom || from > period.validUntil) continue;
    const before = standardVatRate(addDays(from, -1), law);
    if (before !== rate) return { on: from, before, after: rate };
  }
  return null;
}
