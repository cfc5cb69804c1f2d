import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { PriceListItemId } from './ids.ts';
import { AmountMinor, Currency } from './money.ts';
import { scaleHalfUp } from './scaleHalfUp.ts';
import { VatMode, VatRate } from './vat.ts';

/** What is written of an item of our price list (GLOSSARY: прайс-лист). Cost, floor and margin never leave the vault's papers. */
export const PriceListDraft = z.object({
  /** Our code of the item: a second import knows the item by it. Empty = known by name and unit. */
  article: z.string().max(80),
  name: z.string().min(1).max(500),
  group: z.string().max(200),
  unit: z.string().max(40),
  priceMinor: AmountMinor.min(0),
  currency: Currency,
  vatRate: VatRate,
  /** Whether the price contains VAT. */
  vatMode: VatMode,
  /** The lowest price, or the cost and the lowest margin over it; null = not set. */
  floorMinor: AmountMinor.min(0).nullable(),
  costMinor: AmountMinor.min(0).nullable(),
  /** Hundredths of a percent of the price. */
  floorMarginBp: z.int().min(0).max(9999).nullable(),
  /** Days the price holds, both inclusive; null = open. */
  validFrom: CalendarDate.nullable(),
  validUntil: CalendarDate.nullable(),
});
export type PriceListDraft = z.infer<typeof PriceListDraft>;

/** An item of our price list. */
export const PriceListItem = PriceListDraft.extend({ id: PriceListItemId, revision: z.int() });
export type PriceListItem = z.infer<typeof PriceListItem>;

/**
 * The lowest price of an item: the floor as set, else what leaves the lowest margin over the cost, rounded up to a
 * whole kopeck: cost / (1 − margin). Null = no floor. GLOSSARY: порог цены.
 */
export function floorPrice(
  item: Pick<PriceListDraft, 'floorMinor' | 'costMinor' | 'floorMarginBp'>,
): number | null {
  const { floorMinor, costMinor, floorMarginBp } = item;
  if (floorMinor !== null) return floorMinor;
  if (costMinor === null || floorMarginBp === null) return null;
  const rest = BigInt(10_000 - floorMarginBp);
  return Number((BigInt(costMinor) * 10_000n + rest - 1n) / rest);
}

/** Whether a price holds on a day: `early` and `over` are outside of its days. */
export function priceHoldsOn(
  item: Pick<PriceListDraft, 'validFrom' | 'validUntil'>,
  day: CalendarDate,
): 'holds' | 'early' | 'over' {
  if (item.validFrom !== null && day < item.validFrom) return 'early';
  return item.validUntil !== null && day > item.validUntil ? 'over' : 'holds';
}

/** A price brought from one way of carrying VAT to the other, a half rounded up. GLOSSARY: НДС. */
export function withVatMode(amountMinor: number, rate: VatRate, from: VatMode, to: VatMode): number {
  if (from === to || rate === 'none') return amountMinor;
  return to === 'onTop'
    ? scaleHalfUp(amountMinor, 100, 100 + rate)
    : scaleHalfUp(amountMinor, 100 + rate, 100);
}
