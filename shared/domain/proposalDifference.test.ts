import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceItem, PriceTable } from './priceTable.ts';
import { priceTotals } from './priceTotals.ts';
import { priceDifference, textDifference, wordDifference } from './proposalDifference.ts';

const item = (id: string, change: Partial<PriceItem> = {}): PriceItem => ({
  id,
  group: '',
  title: `Позиция ${id}`,
  note: '',
  unit: 'шт.',
  quantityMilli: 1000,
  priceMinor: 100_000,
  discountBp: 0,
  vatRate: 22,
  ...change,
});
const table = (items: PriceItem[], change: Partial<PriceTable> = {}): PriceTable => ({
  currency: 'RUB',
  vatMode: 'included',
  items,
  ...change,
});

describe('wordDifference', () => {
  it('marks the words that are others, and no more', () => {
    expect(wordDifference('Оплата через 30 дней.', 'Оплата через 45 рабочих дней.')).toEqual([
      { kind: 'same', text: 'Оплата через ' },
      { kind: 'removed', text: '30' },
      { kind: 'added', text: '45 рабочих' },
      { kind: 'same', text: ' дней.' },
    ]);
    expect(wordDifference('Насос и пуск', 'Мотор без пуска')).toEqual([
      { kind: 'removed', text: 'Насос и пуск' },
      { kind: 'added', text: 'Мотор без пуска' },
    ]);
    expect(wordDifference('Предложение', 'Предложение. Приписка')).toEqual([
      { kind: 'same', text: 'Предложение' },
      { kind: 'added', text: '. Приписка' },
    ]);
    expect(wordDifference('', 'Новое')).toEqual([{ kind: 'added', text: 'Новое' }]);
    expect(wordDifference('Тот же', 'Тот же')).toEqual([{ kind: 'same', text: 'Тот же' }]);
  });

  it('loses no letter and no space of either paragraph', () => {
    const text = fc
      .array(fc.constantFrom('цена', 'срок', '30', ' ', '  ', '\u00a0', ','))
      .map((of) => of.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordDifference(before, after);
        const without = (kind: string) =>
          changes.flatMap((change) => (change.kind === kind ? [] : [change.text])).join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
        expect(changes.every(({ kind }, at) => kind !== changes[at + 1]?.kind)).toBe(true);
      }),
    );
  });
});

describe('textDifference', () => {
  it('keeps what stayed and puts the old paragraph before the new one', () => {
    expect(textDifference(['а', 'б', 'в', 'г'], ['а', 'б2', 'в', 'д', 'г'])).toEqual([
      { kind: 'same', text: 'а' },
      { kind: 'removed', text: 'б' },
      { kind: 'added', text: 'б2' },
      { kind: 'same', text: 'в' },
      { kind: 'added', text: 'д' },
      { kind: 'same', text: 'г' },
    ]);
    expect(textDifference([], ['а'])).toEqual([{ kind: 'added', text: 'а' }]);
    expect(textDifference(['а'], [])).toEqual([{ kind: 'removed', text: 'а' }]);
  });

  const texts = fc.array(fc.constantFrom('а', 'б', 'в', 'г'), { maxLength: 14 });

  it('gives both texts back, and never more changes than telling them apart as wholes', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = textDifference(before, after);
        expect(changes.filter(({ kind }) => kind !== 'added').map(({ text }) => text)).toEqual(before);
        expect(changes.filter(({ kind }) => kind !== 'removed').map(({ text }) => text)).toEqual(after);
        // Same in both directions: the longest common part has one length.
        const kept = (list: typeof changes) => list.filter(({ kind }) => kind === 'same').length;
        expect(kept(changes)).toBe(kept(textDifference(after, before)));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every paragraph of a text from which some were struck', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 }),
        fc.array(fc.boolean(), { maxLength: 30 }),
        (before, strike) => {
          const after = before.filter((_, index) => strike[index] !== true);
          expect(
            textDifference(before, after)
              .filter(({ kind }) => kind === 'same')
              .map(({ text }) => text),
          ).toEqual(after);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('tells two very long texts apart as wholes', () => {
    const long = (mark: string) => Array.from({ length: 4000 }, (_, index) => `${mark} ${index}`);
    const changes = textDifference(['начало', ...long('а')], ['начало', ...long('б')]);
    expect(changes).toHaveLength(8001);
    expect(changes[0]).toEqual({ kind: 'same', text: 'начало' });
  });
});

describe('priceDifference', () => {
  it('names added, removed and changed lines with their sums, and both totals', () => {
    const before = table([item('1'), item('2'), item('3', { discountBp: 1000 })]);
    const after = table([
      item('1', { quantityMilli: 2000 }),
      item('3', { discountBp: 1000 }),
      item('4', { priceMinor: 50_000 }),
    ]);
    expect(priceDifference(before, after)).toEqual({
      changes: [
        {
          title: 'Позиция 1',
          before: { quantityMilli: 1000, unit: 'шт.', priceMinor: 100_000, grossMinor: 100_000 },
          after: { quantityMilli: 2000, unit: 'шт.', priceMinor: 100_000, grossMinor: 200_000 },
        },
        {
          title: 'Позиция 4',
          before: null,
          after: { quantityMilli: 1000, unit: 'шт.', priceMinor: 50_000, grossMinor: 50_000 },
        },
        {
          title: 'Позиция 2',
          before: { quantityMilli: 1000, unit: 'шт.', priceMinor: 100_000, grossMinor: 100_000 },
          after: null,
        },
      ],
      totalBefore: { grossMinor: 290_000, currency: 'RUB' },
      totalAfter: { grossMinor: 340_000, currency: 'RUB' },
    });
  });

  it('knows a line typed anew by its title, and a renamed one by its id', () => {
    expect(
      priceDifference(table([item('1', { title: 'Пуск' })]), table([item('9', { title: ' Пуск ' })])).changes,
    ).toEqual([]);
    expect(priceDifference(table([item('1')]), table([item('1', { title: 'Иначе' })])).changes).toMatchObject(
      [{ title: 'Иначе' }],
    );
    // The second line carries the first one's title: the id goes before it.
    const crossed = priceDifference(
      table([item('1', { title: 'А' }), item('2', { title: 'Б' })]),
      table([item('2', { title: 'А' }), item('1', { title: 'А' })]),
    );
    expect(crossed.changes).toMatchObject([
      { title: 'А', before: { grossMinor: 100_000 }, after: { grossMinor: 100_000 } },
    ]);
  });

  it('shows a discount, a new rate on top and another currency as changes', () => {
    expect(priceDifference(table([item('1')]), table([item('1', { discountBp: 500 })])).changes).toHaveLength(
      1,
    );
    const onTop = (vatRate: 20 | 22) => table([item('1', { vatRate })], { vatMode: 'onTop' });
    expect(priceDifference(onTop(20), onTop(22)).changes).toMatchObject([
      { before: { grossMinor: 120_000 }, after: { grossMinor: 122_000 } },
    ]);
    expect(priceDifference(table([item('1')]), table([item('1')], { currency: 'EUR' })).changes).toHaveLength(
      1,
    );
  });

  it('takes editions without a table', () => {
    expect(priceDifference(null, null)).toEqual({ changes: [], totalBefore: null, totalAfter: null });
    expect(priceDifference(null, table([item('1')]))).toMatchObject({
      changes: [{ before: null }],
      totalBefore: null,
    });
  });

  it('accounts for the whole difference of the totals by its lines', () => {
    const items = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('1', '2', '3', '4', '5'),
        title: fc.constantFrom('А', 'Б', 'В', ''),
        quantityMilli: fc.nat(5000),
        priceMinor: fc.nat(1_000_000),
      }),
      { selector: ({ id }) => id, maxLength: 5 },
    );
    fc.assert(
      fc.property(items, items, (before, after) => {
        const [old, fresh] = [before, after].map((lines) =>
          table(lines.map(({ id, ...rest }) => item(id, rest))),
        );
        if (old === undefined || fresh === undefined) throw new Error('two tables');
        const { changes } = priceDifference(old, fresh);
        const moved = changes.reduce(
          (sum, change) => sum + (change.after?.grossMinor ?? 0) - (change.before?.grossMinor ?? 0),
          0,
        );
        expect(moved).toBe(priceTotals(fresh).grossMinor - priceTotals(old).grossMinor);
        expect(priceDifference(fresh, fresh).changes).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
