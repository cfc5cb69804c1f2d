import type { PriceItem, PriceTable } from './priceTable.ts';
import type { VatMode, VatRate } from './vat.ts';

/** One line computed; all amounts in the smallest unit of the table's currency. */
export type PriceLineTotals = {
  readonly id: string;
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly grossMinor: number;
  /** The price of one unit after the discount. */
  readonly discountedPriceMinor: number;
};
/** Lines under one heading; `title` is empty for lines without a group, which come first. */
export type PriceGroupTotals = {
  readonly title: string;
  readonly grossMinor: number;
  readonly netMinor: number;
  readonly itemIds: readonly string[];
};
export type VatTotals = { readonly rate: VatRate; readonly netMinor: number; readonly vatMinor: number };
export type PriceTotals = {
  readonly lines: readonly PriceLineTotals[];
  readonly groups: readonly PriceGroupTotals[];
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly grossMinor: number;
  /** One entry per rate in use, the highest first, «без НДС» last. */
  readonly vatByRate: readonly VatTotals[];
};

/**
 * `value × factor / divisor` for whole numbers ≥ 0, a half rounded up. The product of the largest quantity and
 * price does not fit a double exactly, so it goes through BigInt there.
 */
export function scaleHalfUp(value: number, factor: number, divisor: number): number {
  const product = value * factor;
  // Twice the product must stay exact for the half to be seen.
  if (product <= Number.MAX_SAFE_INTEGER / 4) return Math.floor((2 * product + divisor) / (2 * divisor));
  const wide = BigInt(divisor);
  return Number((2n * BigInt(value) * BigInt(factor) + wide) / (2n * wide));
}

function lineTotals(item: PriceItem, mode: VatMode): PriceLineTotals {
  const discountedPriceMinor = scaleHalfUp(item.priceMinor, 10_000 - item.discountBp, 10_000);
  const base = scaleHalfUp(discountedPriceMinor, item.quantityMilli, 1000);
  const rate = item.vatRate === 'none' ? 0 : item.vatRate;
  const vatMinor = scaleHalfUp(base, rate, mode === 'included' ? 100 + rate : 100);
  return {
    id: item.id,
    netMinor: mode === 'included' ? base - vatMinor : base,
    vatMinor,
    grossMinor: mode === 'included' ? base : base + vatMinor,
    discountedPriceMinor,
  };
}

const rateOrder = (rate: VatRate): number => (rate === 'none' ? -1 : rate);

/**
 * Computes a price table. Every line is rounded once, half up: first the discounted unit price, then price ×
 * quantity, then its VAT (`included`: sum × r / (100 + r); `onTop`: sum × r / 100). All totals are sums of rounded
 * lines, so that they agree to a kopeck with what is printed. GLOSSARY: таблица цен, НДС.
 */
export function priceTotals(table: PriceTable): PriceTotals {
  const lines: PriceLineTotals[] = [];
  const groups = new Map<
    string,
    { title: string; grossMinor: number; netMinor: number; itemIds: string[] }
  >();
  const rates = new Map<VatRate, { rate: VatRate; netMinor: number; vatMinor: number }>();
  let netMinor = 0;
  let vatMinor = 0;
  for (const item of table.items) {
    const line = lineTotals(item, table.vatMode);
    lines.push(line);
    netMinor += line.netMinor;
    vatMinor += line.vatMinor;
    const title = item.group.trim();
    const group = groups.get(title) ?? { title, grossMinor: 0, netMinor: 0, itemIds: [] };
    group.grossMinor += line.grossMinor;
    group.netMinor += line.netMinor;
    group.itemIds.push(item.id);
    groups.set(title, group);
    const rate = rates.get(item.vatRate) ?? { rate: item.vatRate, netMinor: 0, vatMinor: 0 };
    rate.netMinor += line.netMinor;
    rate.vatMinor += line.vatMinor;
    rates.set(item.vatRate, rate);
  }
  // Lines without a heading would look like the tail of the group above them, so they stand first.
  const ordered = [...groups.values()].toSorted((a, b) => Number(b.title === '') - Number(a.title === ''));
  return {
    lines,
    groups: ordered,
    netMinor,
    vatMinor,
    grossMinor: netMinor + vatMinor,
    vatByRate: [...rates.values()].toSorted((a, b) => rateOrder(b.rate) - rateOrder(a.rate)),
  };
}
