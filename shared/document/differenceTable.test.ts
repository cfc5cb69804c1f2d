import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceTable, pairedChanges } from './differenceTable.ts';
import { DocumentRoot } from './nodes.ts';
import { inlineText } from './walk.ts';

const rub = (grossMinor: number) => ({ grossMinor, currency: 'RUB' as const });
const state = (quantityMilli: number, grossMinor: number) => ({
  quantityMilli,
  unit: 'шт.',
  priceMinor: 50_000,
  grossMinor,
});

function texts(table: ReturnType<typeof differenceTable>): string[][] {
  return (table?.content ?? []).map(({ content }) =>
    content.map((cell) =>
      cell.content
        .map((node) => (node.type === 'paragraph' ? inlineText(node.content, () => '') : ''))
        .join('|')
        .replaceAll('\u00a0', ' '),
    ),
  );
}

describe('pairedChanges', () => {
  it('puts what took the place of a paragraph beside it', () => {
    expect(
      pairedChanges([
        { kind: 'removed', text: 'а' },
        { kind: 'removed', text: 'б' },
        { kind: 'added', text: 'в' },
        { kind: 'same', text: 'г' },
        { kind: 'added', text: 'д' },
      ]),
    ).toEqual([
      { before: 'а', after: 'в' },
      { before: 'б', after: '' },
      { before: '', after: 'д' },
    ]);
  });
});

describe('pairedChanges of a run', () => {
  it('keeps a rewritten paragraph beside its old self when another comes before it', () => {
    const change = (kind: 'removed' | 'added', text: string) => ({ kind, text });
    expect(
      pairedChanges([
        change('removed', 'Полная цена — 100 рублей, в том числе НДС.'),
        change('removed', 'Второе слово о деле.'),
        change('added', 'Срок пуска сократили.'),
        change('added', 'Полная цена — 90 рублей, в том числе НДС.'),
        change('added', 'Совсем иное здесь.'),
      ]),
    ).toEqual([
      { before: '', after: 'Срок пуска сократили.' },
      {
        before: 'Полная цена — 100 рублей, в том числе НДС.',
        after: 'Полная цена — 90 рублей, в том числе НДС.',
      },
      { before: 'Второе слово о деле.', after: 'Совсем иное здесь.' },
    ]);
  });

  it('loses no paragraph and keeps both orders', () => {
    const texts = fc.array(fc.constantFrom('один два', 'один три', 'четыре пять', 'шесть', 'один два три'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(texts, texts, (removed, added) => {
        const pairs = pairedChanges([
          ...removed.map((text) => ({ kind: 'removed' as const, text })),
          ...added.map((text) => ({ kind: 'added' as const, text })),
        ]);
        expect(pairs.flatMap(({ before }) => (before === '' ? [] : [before]))).toEqual(removed);
        expect(pairs.flatMap(({ after }) => (after === '' ? [] : [after]))).toEqual(added);
      }),
      { numRuns: 300 },
    );
  });
});

describe('differenceTable', () => {
  const difference = {
    price: {
      changes: [
        { title: 'Пуск', before: state(1000, 50_000), after: state(2000, 100_000) },
        { title: 'Сервис', before: null, after: state(1500, 75_000) },
      ],
      totalBefore: rub(50_000),
      totalAfter: rub(175_000),
    },
    text: [
      { kind: 'same' as const, text: 'Введение' },
      { kind: 'removed' as const, text: 'До 1 мая' },
      { kind: 'added' as const, text: 'До 1\nиюня' },
    ],
  };

  it('is a plain table of the document, in its language', () => {
    const table = differenceTable(difference, 'ru');
    expect(DocumentRoot.parse({ type: 'doc', content: [table] }).content).toEqual([table]);
    expect(texts(table)).toEqual([
      ['Что изменилось', 'Было', 'Стало'],
      ['Пуск', '1 шт. по 500,00, итого 500,00 ₽', '2 шт. по 500,00, итого 1 000,00 ₽'],
      ['Сервис', '—', '1,5 шт. по 500,00, итого 750,00 ₽'],
      ['Всего к оплате', '500,00 ₽', '1 750,00 ₽'],
      ['Текст', 'До 1 мая', 'До 1 июня'],
    ]);
    expect(texts(differenceTable(difference, 'en'))[0]).toEqual(['What changed', 'Before', 'Now']);
  });

  it('leaves out what follows from the prices by itself, and keeps terms and days', () => {
    const nbsp = '\u00a0';
    const change = (before: string, after: string) => [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
      { kind: 'same' as const, text: '' },
    ];
    const text = [
      ...change(`Цена — 25${nbsp}401${nbsp}600,00${nbsp}₽ вместе.`, `Цена — 9${nbsp}963,50${nbsp}₽ вместе.`),
      ...change('Аванс · 5 дней · 15 · 1,234,567.89', 'Аванс · 5 дней · 15 · 999.00'),
      ...change('Пуск за 14 недель', 'Пуск за 10 недель'),
      ...change('№ 7 от 23.11.2026', '№ 7 от 24.12.2026'),
      ...change('Пеня 0,1 %', 'Пеня 0,2 %'),
    ];
    const price = { changes: [], totalBefore: rub(1), totalAfter: rub(2) };
    expect(texts(differenceTable({ price, text }, 'ru')).map((row) => row[2])).toEqual([
      'Стало',
      'Пуск за 10 недель',
      '№ 7 от 24.12.2026',
      'Пеня 0,2 %',
    ]);
  });

  it('is nothing when nothing changed', () => {
    expect(
      differenceTable(
        {
          price: { changes: [], totalBefore: rub(1), totalAfter: rub(1) },
          text: [{ kind: 'same', text: 'а' }],
        },
        'ru',
      ),
    ).toBeNull();
  });
});
