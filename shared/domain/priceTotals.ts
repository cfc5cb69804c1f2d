import { largestAmountMinor } from './money.ts';
import type { PriceItem, PriceTable } from './priceTable.ts';
import { scaleHalfUp } from './scaleHalfUp.ts';
import type { VatMode, VatRate } from './vat.ts';

export { scaleHalfUp };

/** `counted`: in the total; `option`: apart; `variant`: another line of its set was chosen. */
export type LineStanding = 'counted' | 'option' | 'variant';
/** One line computed; all amounts in the smallest unit of the table's currency. */
export type PriceLineTotals = {
  readonly id: string;
  readonly standing: LineStanding;
  /** As printed in the line: discounted price × quantity in the table's VAT mode, before the discount on the total. */
  readonly baseMinor: number;
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly grossMinor: number;
  /** The price of one unit after the line's discount. */
  readonly discountedPriceMinor: number;
};
/** Lines under one heading; `title` is empty for lines without a group, which come first. */
export type PriceGroupTotals = {
  readonly title: string;
  /** Sum of the printed sums of its lines. */
  readonly baseMinor: number;
  readonly grossMinor: number;
  readonly netMinor: number;
  readonly itemIds: readonly string[];
};
export type VatTotals = { readonly rate: VatRate; readonly netMinor: number; readonly vatMinor: number };
export type PriceTotals = {
  /** One for each line of the table, in its order. */
  readonly lines: readonly PriceLineTotals[];
  readonly groups: readonly PriceGroupTotals[];
  /** Sum of the printed lines before the discount on the total, and that discount. */
  readonly baseMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly grossMinor: number;
  /** One entry per rate in use, the highest first, «без НДС» last. */
  readonly vatByRate: readonly VatTotals[];
  /** An amount went over what can be counted to a kopeck: the sums are capped and must not be printed. */
  readonly isTooLarge: boolean;
};

/** Stands for every amount that is too large, so that sums of thousands of them stay whole numbers. */
export const tooLargeMinor = largestAmountMinor + 1;
const capped = (amount: number): number => Math.min(amount, tooLargeMinor);

const percentOf = (rate: VatRate): number => (rate === 'none' ? 0 : rate);

/** Splits what a line comes to into the part without VAT and the tax, by the table's mode. */
function taxed(base: number, rate: VatRate, mode: VatMode) {
  const percent = percentOf(rate);
  const vatMinor = scaleHalfUp(base, percent, mode === 'included' ? 100 + percent : 100);
  return {
    netMinor: mode === 'included' ? base - vatMinor : base,
    vatMinor,
    grossMinor: mode === 'included' ? base : capped(base + vatMinor),
  };
}

/** How each line stands: of a set the first chosen one counts, of one without a choice its first. */
export function lineStandings(items: readonly PriceItem[]): LineStanding[] {
  const chosen = new Map<string, PriceItem>();
  for (const item of items) {
    if (item.variantSet === undefined || item.isOption === true) continue;
    const known = chosen.get(item.variantSet);
    if (known === undefined || (known.isChosen !== true && item.isChosen === true))
      chosen.set(item.variantSet, item);
  }
  return items.map((item) => {
    if (item.isOption === true) return 'option';
    return item.variantSet === undefined || chosen.get(item.variantSet) === item ? 'counted' : 'variant';
  });
}

const rateOrder = (rate: VatRate): number => (rate === 'none' ? -1 : rate);

/**
 * Computes a price table. Every line is rounded half up: first the discounted unit price, then price × quantity. The
 * discount on the total is rounded once and shared by running sums, so that the shares make it up to a kopeck; then
 * each line's VAT (`included`: sum × r / (100 + r); `onTop`: sum × r / 100). All totals are sums of rounded lines, so
 * that they agree with what is printed. Options and variants not chosen have sums of their own and are in no total.
 * GLOSSARY: таблица цен, НДС, опция, вариант.
 */
export function priceTotals(table: PriceTable): PriceTotals {
  const standings = lineStandings(table.items);
  const discountBp = table.totalDiscountBp ?? 0;
  const lines: PriceLineTotals[] = [];
  const groups = new Map<
    string,
    { title: string; baseMinor: number; grossMinor: number; netMinor: number; itemIds: string[] }
  >();
  const rates = new Map<VatRate, { rate: VatRate; netMinor: number; vatMinor: number }>();
  let [baseMinor, discountMinor, netMinor, vatMinor] = [0, 0, 0, 0];
  let isTooLarge = false;
  for (const [at, item] of table.items.entries()) {
    const standing = standings[at] ?? 'counted';
    const discountedPriceMinor = scaleHalfUp(item.priceMinor, 10_000 - item.discountBp, 10_000);
    const base = capped(scaleHalfUp(discountedPriceMinor, item.quantityMilli, 1000));
    let share = 0;
    if (standing === 'counted') {
      baseMinor = capped(baseMinor + base);
      const discountSoFar = scaleHalfUp(baseMinor, discountBp, 10_000);
      share = discountSoFar - discountMinor;
      discountMinor = discountSoFar;
    }
    const tax = taxed(base - share, item.vatRate, table.vatMode);
    lines.push({ id: item.id, standing, baseMinor: base, discountedPriceMinor, ...tax });
    if (base > largestAmountMinor || tax.grossMinor > largestAmountMinor) isTooLarge = true;
    if (standing !== 'counted') continue;
    netMinor = capped(netMinor + tax.netMinor);
    vatMinor = capped(vatMinor + tax.vatMinor);
    const title = item.group.trim();
    const group = groups.get(title) ?? { title, baseMinor: 0, grossMinor: 0, netMinor: 0, itemIds: [] };
    group.baseMinor = capped(group.baseMinor + base);
    group.grossMinor = capped(group.grossMinor + tax.grossMinor);
    group.netMinor = capped(group.netMinor + tax.netMinor);
    group.itemIds.push(item.id);
    groups.set(title, group);
    const rate = rates.get(item.vatRate) ?? { rate: item.vatRate, netMinor: 0, vatMinor: 0 };
    rate.netMinor = capped(rate.netMinor + tax.netMinor);
    rate.vatMinor = capped(rate.vatMinor + tax.vatMinor);
    rates.set(item.vatRate, rate);
  }
  const grossMinor = capped(netMinor + vatMinor);
  // Lines without a heading would look like the tail of the group above them, so they stand first.
  const ordered = [...groups.values()].toSorted((a, b) => Number(b.title === '') - Number(a.title === ''));
  return {
    lines,
    groups: ordered,
    baseMinor,
    discountMinor,
    netMinor,
    vatMinor,
    grossMinor,
    vatByRate: [...rates.values()].toSorted((a, b) => rateOrder(b.rate) - rateOrder(a.rate)),
    isTooLarge: isTooLarge || baseMinor > largestAmountMinor || grossMinor > largestAmountMinor,
  };
}
