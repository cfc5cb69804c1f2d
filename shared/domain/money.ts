import { z } from 'zod';

export const Currency = z.enum(['RUB', 'USD', 'EUR', 'CNY', 'GBP']);
export type Currency = z.infer<typeof Currency>;

/** The largest amount that is counted, printed and said in words: ten trillion roubles, in kopecks. */
export const largestAmountMinor = 1e15;

/** Money in the smallest unit (kopecks, cents): whole numbers, so sums agree to a kopeck. */
export const AmountMinor = z.int().min(-largestAmountMinor).max(largestAmountMinor);

export const Money = z.object({ amountMinor: AmountMinor, currency: Currency });
export type Money = z.infer<typeof Money>;
