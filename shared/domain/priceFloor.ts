import type { PriceItem, PriceTable } from './priceTable.ts';
import { priceTotals, type PriceTotals } from './priceTotals.ts';

/** A line whose price is under its floor. */
export type UnderFloor = {
  readonly itemId: string;
  readonly title: string;
  readonly floorMinor: number;
  /** What one unit costs after the line's discount and its share of the discount on the total, rounded down. */
  readonly priceMinor: number;
  /** Whether somebody wrote down why. */
  readonly hasReason: boolean;
};

/** What one unit comes to after all discounts, rounded down: a fraction of a kopeck under the floor is under it. */
function unitPrice(item: PriceItem, table: PriceTable, line: PriceTotals['lines'][number]): number {
  if (item.quantityMilli === 0 || line.standing !== 'counted') return line.discountedPriceMinor;
  if ((table.totalDiscountBp ?? 0) === 0) return line.discountedPriceMinor;
  const paid = table.vatMode === 'included' ? line.grossMinor : line.netMinor;
  return Number((BigInt(paid) * 1000n) / BigInt(item.quantityMilli));
}

/**
 * Lines that are sold under the floor of the price list, all discounts taken off; options and variants too, for they
 * are offered as well. GLOSSARY: порог цены.
 */
export function underFloor(table: PriceTable): readonly UnderFloor[] {
  const { lines } = priceTotals(table);
  return table.items.flatMap((item, at): UnderFloor[] => {
    const line = lines[at];
    if (item.floorMinor === undefined || line === undefined) return [];
    const priceMinor = unitPrice(item, table, line);
    if (priceMinor >= item.floorMinor) return [];
    const hasReason = (item.floorReason ?? '').trim() !== '';
    return [
      { itemId: item.id, title: item.title.trim(), floorMinor: item.floorMinor, priceMinor, hasReason },
    ];
  });
}

/** The largest discount on a line, in hundredths of a percent, that stays on or over its floor; null = no floor. */
export function largestDiscountBp(item: Pick<PriceItem, 'priceMinor' | 'floorMinor'>): number | null {
  if (item.floorMinor === undefined || item.priceMinor === 0) return null;
  if (item.floorMinor >= item.priceMinor) return 0;
  return Number((BigInt(item.priceMinor - item.floorMinor) * 10_000n) / BigInt(item.priceMinor));
}
