import { z } from 'zod';

export const Currency = z.enum(['RUB', 'USD', 'EUR', 'CNY']);
export type Currency = z.infer<typeof Currency>;

/** Money in the smallest unit (kopecks, cents): whole numbers, so sums agree to a kopeck. */
export const AmountMinor = z.int().min(-1e15).max(1e15);

export const Money = z.object({ amountMinor: AmountMinor, currency: Currency });
export type Money = z.infer<typeof Money>;
