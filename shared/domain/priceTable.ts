import { z } from 'zod';
import { AmountMinor, Currency } from './money.ts';
import { VatMode, VatRate } from './vat.ts';

/** One line of a price table. Quantities in thousandths and discounts in hundredths of a percent keep the sums whole. */
export const PriceItem = z.object({
  id: z.string().min(1).max(60),
  /** Group heading this line stands under; empty = no group. Lines of one group stand together. */
  group: z.string().max(200),
  title: z.string().max(500),
  note: z.string().max(1000),
  unit: z.string().max(40),
  quantityMilli: z.int().min(0).max(1e12),
  priceMinor: AmountMinor.min(0),
  discountBp: z.int().min(0).max(10_000),
  vatRate: VatRate,
});
export type PriceItem = z.infer<typeof PriceItem>;

/** The price table of a proposal (GLOSSARY: таблица цен). What it computes is in `priceTotals.ts`. */
export const PriceTable = z.object({
  currency: Currency,
  vatMode: VatMode,
  items: z.array(PriceItem).max(2000),
});
export type PriceTable = z.infer<typeof PriceTable>;

/** A stage of the payment schedule; the percents of a schedule are meant to add up to 100. */
export const PaymentStage = z.object({
  title: z.string().max(200),
  term: z.string().max(200),
  percentBp: z.int().min(0).max(10_000),
});
export type PaymentStage = z.infer<typeof PaymentStage>;
