import { expect, it } from 'vitest';
import { largestAmountMinor } from '../../shared/domain/money.ts';
import { priceTotals } from '../../shared/domain/priceTotals.ts';
import { priceTableView } from '../../shared/document/priceViews.ts';
import { checkRandomTables } from '../support/checkMoney.ts';

const seed = Number(process.env['TEST_SEED'] ?? 20_261_123);

it('sums, VAT, totals, words and printed figures of 20,000 tables agree with an independent count', () => {
  const { checked, told } = checkRandomTables(seed, 20_000);
  expect(checked).toBe(20_000);
  // Most of them must have been compared, not passed over as too large.
  expect(told).toBeGreaterThan(14_000);
});

it('says nothing of a sum it cannot tell to a kopeck', () => {
  const item = {
    id: 'a',
    group: '',
    title: 'Завод',
    note: '',
    unit: 'шт.',
    quantityMilli: 1000,
    priceMinor: 1e14,
    discountBp: 0,
    vatRate: 22 as const,
  };
  const table = (quantityMilli: number) => ({
    currency: 'RUB' as const,
    vatMode: 'included' as const,
    items: [{ ...item, quantityMilli }],
  });
  // A trillion roubles is told in figures and words.
  expect(priceTableView(table(1000), 'ru').inWords).toMatch(/^Один триллион рублей 00 копеек/);
  const totals = priceTotals(table(1e12));
  expect(totals.isTooLarge).toBe(true);
  expect(totals.grossMinor).toBeGreaterThan(largestAmountMinor);
  const view = priceTableView(table(1e12), 'ru');
  expect(view.inWords).toBe('');
  expect(view.rows.flatMap((row) => (row.kind === 'grand' ? [row.amount] : []))).toEqual(['—']);
});
