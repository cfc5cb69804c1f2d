import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { type Currency, Currency as CurrencySchema, largestAmountMinor } from './money.ts';

/** Parts of a rouble a rate is kept in: four decimals, as the Bank of Russia publishes. */
export const rubParts = 10_000;

/** What one unit of a currency costs in roubles from a day on (GLOSSARY: курс). */
export const CurrencyRate = z.object({
  currency: CurrencySchema.exclude(['RUB']),
  /** Ten-thousandths of a rouble for one unit. */
  rubE4: z.int().min(1).max(1e10),
  on: CalendarDate,
});
export type CurrencyRate = z.infer<typeof CurrencyRate>;

/** A rate that a price table is converted by: our own, or fixed by agreement with the client. */
export const TableRate = CurrencyRate.extend({ agreed: z.boolean() });
export type TableRate = z.infer<typeof TableRate>;

/** The rate that holds on a day: the latest not after it; null = none is known. */
export function rateOn(
  rates: readonly CurrencyRate[],
  currency: Currency,
  day: CalendarDate,
): CurrencyRate | null {
  const known = rates.filter((rate) => rate.currency === currency && rate.on <= day);
  return known.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null;
}

/**
 * An amount in another currency, by roubles, a half rounded up. Null where a rate is missing or the result is larger
 * than what is counted: nothing is invented in its place. GLOSSARY: курс.
 */
export function convertMinor(
  amountMinor: number,
  from: Currency,
  to: Currency,
  rates: readonly CurrencyRate[],
): number | null {
  if (from === to) return amountMinor;
  const rubles = (currency: Currency): number | null =>
    currency === 'RUB' ? rubParts : (rates.find((rate) => rate.currency === currency)?.rubE4 ?? null);
  const [source, target] = [rubles(from), rubles(to)];
  if (source === null || target === null) return null;
  const wide = BigInt(target);
  const converted = Number((2n * BigInt(amountMinor) * BigInt(source) + wide) / (2n * wide));
  return converted > largestAmountMinor ? null : converted;
}
