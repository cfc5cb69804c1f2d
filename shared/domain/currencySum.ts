import { z } from 'zod';
import { Currency } from './money.ts';

/** What deliveries of one currency bring; sums of two currencies are never added. */
export const CurrencySum = z.object({
  currency: Currency,
  revenueMinor: z.int(),
  profitMinor: z.int(),
});
export type CurrencySum = z.infer<typeof CurrencySum>;

/** Several lists of sums as one, currency by currency, in the order in which currencies come up. */
export function addedSums(lists: readonly (readonly CurrencySum[])[]): CurrencySum[] {
  const sums = new Map<Currency, CurrencySum>();
  for (const { currency, revenueMinor, profitMinor } of lists.flat()) {
    const before = sums.get(currency) ?? { currency, revenueMinor: 0, profitMinor: 0 };
    sums.set(currency, {
      currency,
      revenueMinor: before.revenueMinor + revenueMinor,
      profitMinor: before.profitMinor + profitMinor,
    });
  }
  return [...sums.values()];
}
