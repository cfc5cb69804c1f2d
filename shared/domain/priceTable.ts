import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { TableRate } from './currencyRate.ts';
import { Give } from './giveGet.ts';
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
  /** Article of the price list the line was taken from; never printed. */
  article: z.string().max(80).optional(),
  /** The lowest price of a unit in the table's currency and VAT mode (GLOSSARY: порог цены); never printed. */
  floorMinor: AmountMinor.min(0).optional(),
  /** Why the price is under the floor; never printed. */
  floorReason: z.string().max(300).optional(),
  /** What the client gives for this line's discount. */
  gives: z.array(Give).max(10).optional(),
  /** The last day on which the price list holds this price; never printed. */
  priceUntil: CalendarDate.optional(),
  /** The price, and the floor, as they are in the currency they came from, where that is another one. */
  foreign: z
    .object({
      amountMinor: AmountMinor.min(0),
      floorMinor: AmountMinor.min(0).optional(),
      currency: Currency,
    })
    .optional(),
  /** Offered apart and not in the total (GLOSSARY: опция). */
  isOption: z.literal(true).optional(),
  /** Lines of one set stand in place of one another; one of them counts (GLOSSARY: вариант). */
  variantSet: z.string().min(1).max(60).optional(),
  isChosen: z.literal(true).optional(),
});
export type PriceItem = z.infer<typeof PriceItem>;

/** The price table of a proposal (GLOSSARY: таблица цен). What it computes is in `priceTotals.ts`. */
export const PriceTable = z.object({
  currency: Currency,
  vatMode: VatMode,
  items: z.array(PriceItem).max(2000),
  /** Taken off the sum of all counted lines, after their own discounts; absent = none. */
  totalDiscountBp: z.int().min(0).max(10_000).optional(),
  /** What the client gives for the discount on the total. */
  totalGives: z.array(Give).max(10).optional(),
  /** Whether what the client gives is printed below the table. */
  printGives: z.literal(true).optional(),
  /** Rates that prices of other currencies were converted by. */
  rates: z.array(TableRate).max(10).optional(),
});
export type PriceTable = z.infer<typeof PriceTable>;

/** An empty table of a proposal: in the client's currency, with VAT as the company says its prices. */
export function newPriceTable({
  account,
  company,
}: {
  readonly account: { readonly currency: Currency };
  readonly company: { readonly vatMode: VatMode };
}): PriceTable {
  return { currency: account.currency, vatMode: company.vatMode, items: [] };
}

/** A stage of the payment schedule; the percents of a schedule are meant to add up to 100. */
export const PaymentStage = z.object({
  title: z.string().max(200),
  term: z.string().max(200),
  percentBp: z.int().min(0).max(10_000),
});
export type PaymentStage = z.infer<typeof PaymentStage>;
