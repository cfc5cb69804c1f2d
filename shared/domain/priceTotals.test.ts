import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceItem, PriceTable } from './priceTable.ts';
import { priceTotals, scaleHalfUp } from './priceTotals.ts';

const item = (overrides: Partial<PriceItem> = {}): PriceItem => ({
  id: 'line-1',
  group: '',
  title: 'Компрессор',
  note: '',
  unit: 'шт.',
  quantityMilli: 1000,
  priceMinor: 12_200,
  discountBp: 0,
  vatRate: 22,
  ...overrides,
});
const table = (items: PriceItem[], vatMode: PriceTable['vatMode'] = 'included'): PriceTable => ({
  currency: 'RUB',
  vatMode,
  items,
});

const anyItem = fc.record({
  group: fc.constantFrom('', 'Оборудование', 'Сервис', 'Пуск'),
  title: fc.string(),
  note: fc.constant(''),
  unit: fc.constant('шт.'),
  quantityMilli: fc.integer({ min: 0, max: 5_000_000 }),
  priceMinor: fc.integer({ min: 0, max: 10_000_000_00 }),
  discountBp: fc.integer({ min: 0, max: 10_000 }),
  vatRate: fc.constantFrom<PriceItem['vatRate']>(22, 20, 10, 7, 5, 0, 'none'),
});
const anyTable = fc
  .tuple(fc.array(anyItem, { maxLength: 30 }), fc.constantFrom<PriceTable['vatMode']>('included', 'onTop'))
  .map(([items, mode]) =>
    table(
      items.map((one, at) => ({ ...one, id: `line-${at}` })),
      mode,
    ),
  );

describe('price totals', () => {
  it('takes included VAT out of a sum', () => {
    const totals = priceTotals(table([item()]));
    expect(totals).toMatchObject({ grossMinor: 12_200, vatMinor: 2200, netMinor: 10_000 });
  });

  it('adds VAT on top', () => {
    const totals = priceTotals(table([item({ priceMinor: 10_000 })], 'onTop'));
    expect(totals).toMatchObject({ grossMinor: 12_200, vatMinor: 2200, netMinor: 10_000 });
  });

  it('rounds half up and line by line', () => {
    // 0,02 ₽ with 22 % on top is 0,0044 ₽ of tax, nothing on a line; the tax of 0,06 ₽ would be a kopeck.
    const totals = priceTotals(
      table(
        ['a', 'b', 'c'].map((id) => item({ id, priceMinor: 2 })),
        'onTop',
      ),
    );
    expect(totals).toMatchObject({ netMinor: 6, vatMinor: 0, grossMinor: 6 });
    expect(scaleHalfUp(1, 1, 2)).toBe(1);
    expect(scaleHalfUp(5, 10, 100)).toBe(1);
    expect(scaleHalfUp(4, 10, 100)).toBe(0);
  });

  it('takes the discount off the unit price before the quantity', () => {
    const [line] = priceTotals(
      table([item({ priceMinor: 999, discountBp: 1000, quantityMilli: 3000 })]),
    ).lines;
    expect(line).toMatchObject({ discountedPriceMinor: 899, grossMinor: 2697 });
  });

  it('puts lines without a group first and lists the rates from the highest', () => {
    const totals = priceTotals(
      table([
        item({ id: 'a', group: 'Сервис', vatRate: 'none' }),
        item({ id: 'b', group: '', vatRate: 10 }),
        item({ id: 'c', group: 'Сервис' }),
      ]),
    );
    expect(totals.groups.map(({ title, itemIds }) => [title, itemIds])).toEqual([
      ['', ['b']],
      ['Сервис', ['a', 'c']],
    ]);
    expect(totals.vatByRate.map(({ rate }) => rate)).toEqual([22, 10, 'none']);
  });

  it('stays exact where a product leaves the doubles', () => {
    const price = 9_000_000_000_001;
    expect(
      priceTotals(table([item({ priceMinor: price, vatRate: 'none', quantityMilli: 7_000 })])).grossMinor,
    ).toBe(7 * price);
  });

  it('agrees to a kopeck, whatever the table', () => {
    fc.assert(
      fc.property(anyTable, (any) => {
        const totals = priceTotals(any);
        const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
        expect(sum(totals.lines.map((line) => line.grossMinor))).toBe(totals.grossMinor);
        expect(sum(totals.groups.map((group) => group.grossMinor))).toBe(totals.grossMinor);
        expect(sum(totals.groups.map((group) => group.netMinor))).toBe(totals.netMinor);
        expect(sum(totals.vatByRate.map((rate) => rate.vatMinor))).toBe(totals.vatMinor);
        expect(sum(totals.vatByRate.map((rate) => rate.netMinor))).toBe(totals.netMinor);
        expect(totals.netMinor + totals.vatMinor).toBe(totals.grossMinor);
        for (const line of totals.lines) {
          expect(line.netMinor + line.vatMinor).toBe(line.grossMinor);
          expect(Math.min(line.netMinor, line.vatMinor)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is within half a kopeck of exact arithmetic on every line', () => {
    fc.assert(
      fc.property(
        fc.nat(1e12),
        fc.nat(1e12),
        fc.integer({ min: 1, max: 20_000 }),
        (value, factor, divisor) => {
          const exact = (2n * BigInt(value) * BigInt(factor) + BigInt(divisor)) / (2n * BigInt(divisor));
          expect(scaleHalfUp(value, factor, divisor)).toBe(Number(exact));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
