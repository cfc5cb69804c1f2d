import { describe, expect, test } from 'vitest';
import { readWordFile } from '../../electron/vault/docx/import/readWordFile.ts';
import { writeProposal } from '../../electron/vault/docx/writeProposal.ts';
import type { PrintedPrices } from '../../shared/document/printedPrices.ts';
import { readReturnedPrices } from '../../shared/document/readReturnedPrices.ts';
import { takeReturnedPrices } from '../../shared/document/takeReturnedPrices.ts';
import type { Language } from '../../shared/domain/language.ts';
import { PriceTable } from '../../shared/domain/priceTable.ts';
import { priceTotals } from '../../shared/domain/priceTotals.ts';
import { changeRow, deletedRun, editedWord, insertedRun, typedRun, withCell } from '../support/editedWord.ts';
import { sampleProposal } from '../support/sampleProposal.ts';

// Our price table, exported by our writer, edited the way Word saves a client's edits, and read back.

const line = (id: string, title: string, more: object = {}) => ({
  id,
  group: 'Оборудование',
  title,
  note: '',
  unit: 'шт.',
  quantityMilli: 10_000,
  priceMinor: 120_000,
  discountBp: 0,
  vatRate: 22,
  ...more,
});
const pumps = PriceTable.parse({
  currency: 'RUB',
  vatMode: 'included',
  items: [
    line('pump', 'Насос ЦН-40', { article: 'A-17', floorMinor: 100_000, note: 'С\u00A0двигателем' }),
    line('valve', 'Клапан обратный', { quantityMilli: 4000, priceMinor: 35_000 }),
    line('work', 'Монтаж', { group: 'Работы', unit: 'усл.', quantityMilli: 1000, priceMinor: 900_000 }),
  ],
});
const columns = { number: 0, title: 1, quantity: 2, unit: 3, price: 4, sum: 5 };

async function exported(table: PriceTable, language: Language = 'ru'): Promise<Uint8Array> {
  const { proposal, context } = sampleProposal(language);
  const root = {
    type: 'doc' as const,
    content: [
      { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Наши цены' }] },
      { type: 'priceTable' as const, attrs: { table } },
      { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'С уважением' }] },
    ],
  };
  return writeProposal({ proposal: { ...proposal, document: { ...proposal.document, root } }, context });
}

/** The price table of a file. */
function printedIn(bytes: Uint8Array): PrintedPrices {
  const [printed] = readWordFile(bytes).priceTables;
  if (printed === undefined) throw new Error('The price table is not known');
  return printed;
}

/** What comes of a table after a change of the file's text. */
async function returned(
  change: (xml: string) => string,
  table: PriceTable = pumps,
  language: Language = 'ru',
) {
  const file = readWordFile(editedWord(await exported(table, language), change));
  const [printed] = file.priceTables;
  if (printed === undefined) throw new Error('The price table is not known');
  const read = readReturnedPrices(printed);
  if (!read.ok) return { ...read, file };
  let made = 0;
  return { ...takeReturnedPrices(table, read.prices, () => `new-${(made += 1)}`), file };
}

async function taken(...given: Parameters<typeof returned>) {
  const result = await returned(...given);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result;
}

async function problem(change: (xml: string) => string, table?: PriceTable) {
  const result = await returned(change, table);
  if (result.ok) throw new Error('It was taken');
  // Nothing is lost: the table is there as a plain one, with all that it says.
  expect(JSON.stringify(result.file.root)).toContain('Клапан обратный');
  expect(result.file.losses).toContainEqual({ kind: 'priceTables', count: 1 });
  return result.problem;
}

const everything = PriceTable.parse({
  currency: 'EUR',
  vatMode: 'onTop',
  totalDiscountBp: 350,
  totalGives: [{ kind: 'prepayment', text: '' }],
  printGives: true,
  items: [
    line('a', 'Насос', { discountBp: 500, isChosen: true, variantSet: 's', floorReason: 'первый заказ' }),
    line('b', 'Доставка', { group: '', vatRate: 'none', unit: '' }),
    line('c', 'Насос с\u00A0редуктором', { variantSet: 's', group: '' }),
    line('d', 'Кожух', { isOption: true, vatRate: 10 }),
    line('e', 'Насос', { group: 'Запас', quantityMilli: 1500, note: 'Второй\nна складе' }),
  ],
});

describe('a table nobody touched', () => {
  test.each([
    ['plain', pumps],
    ['with discounts, options, variants, several rates', everything],
    ['without VAT', { ...pumps, items: pumps.items.map((item) => ({ ...item, vatRate: 'none' as const })) }],
    ['without lines', { ...pumps, items: [] }],
  ])('%s is ours to the letter, in both languages', async (_name, table) => {
    for (const language of ['ru', 'en'] as const) {
      const result = await taken((xml) => xml, table, language);
      expect(result.table).toEqual(table);
      expect(result.changes).toEqual([]);
      expect(result.otherSums).toEqual([]);
    }
  });

  test('its place is that of the plain table, with the sum in words behind it', async () => {
    const { file } = await taken((xml) => xml);
    expect(file.priceTables[0]).toMatchObject({ path: [1], blocksBelow: 1 });
    expect(file.root.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'table',
      'paragraph',
      'paragraph',
    ]);
  });
});

describe('what a client writes over', () => {
  test('figures in split runs, under tracked changes, with spaces and signs', async () => {
    const result = await taken((xml) =>
      changeRow(
        changeRow(xml, 'Насос ЦН-40', (row) =>
          withCell(
            withCell(row, columns.quantity, deletedRun('10') + insertedRun('1') + insertedRun('2')),
            columns.price,
            typedRun('1\u00a0') + typedRun('100', '<w:b/>') + typedRun(',00\u00a0₽'),
          ),
        ),
        'Клапан',
        (row) => withCell(row, columns.quantity, typedRun('4', '<w:strike/>') + typedRun(' 5 шт.')),
      ),
    );
    expect(result.changes).toEqual([
      {
        kind: 'line',
        title: 'Насос ЦН-40',
        fields: [
          { field: 'quantity', before: '10', after: '12' },
          { field: 'price', before: '1\u00a0200,00', after: '1\u00a0100,00' },
        ],
      },
      { kind: 'line', title: 'Клапан обратный', fields: [{ field: 'quantity', before: '4', after: '5' }] },
    ]);
    // What is never printed stays with its line.
    expect(result.table.items[0]).toEqual({ ...pumps.items[0], quantityMilli: 12_000, priceMinor: 110_000 });
    // 12 × 1 100 + 5 × 350 + 9 000
    expect(priceTotals(result.table).grossMinor).toBe(2_395_000);
    expect(result.otherSums).toContainEqual({
      kind: 'total',
      of: 'Всего к оплате',
      printed: '22\u00a0400,00',
      computed: '23\u00a0950,00',
    });
    expect(result.otherSums.map(({ kind }) => kind)).toEqual(['line', 'line', 'group', 'total', 'total']);
  });

  test('a client who counted the sums anew disagrees with nothing but the words left as they were', async () => {
    const result = await taken((xml) => {
      const sums: [string, number, string][] = [
        ['Монтаж', columns.price, '8000'],
        ['Монтаж', columns.sum, '8000 руб.'],
        ['Работы', 1, '8 000,00'],
        ['Всего к оплате', 1, '21400 ₽'],
        ['В том числе НДС', 1, '3859,01'],
      ];
      return sums.reduce(
        (text, [row, column, figure]) =>
          changeRow(text, row, (cells) => withCell(cells, column, typedRun(figure))),
        xml,
      );
    });
    expect(result.otherSums).toEqual([
      {
        kind: 'inWords',
        of: '',
        printed: expect.stringContaining('Двадцать две тысячи четыреста рублей'),
        computed: expect.stringContaining('Двадцать одна тысяча четыреста рублей'),
      },
    ]);
  });

  test('lines struck out, taken out, emptied, and written anew', async () => {
    const result = await taken((xml) => {
      const struck = changeRow(xml, 'Клапан', (row) =>
        row.replaceAll(
          /<w:r>(<w:rPr>)?/g,
          (_run, look?: string) => `<w:r><w:rPr><w:strike/>${look ? '' : '</w:rPr>'}`,
        ),
      );
      return changeRow(struck, 'Монтаж', (row) => {
        const added = withCell(
          withCell(withCell(row, columns.title, typedRun('Пусконаладка')), columns.number, typedRun('4')),
          columns.price,
          typedRun('500,50'),
        );
        return row.replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1" w:author="A"/></w:trPr>') + added;
      });
    });
    expect(result.changes).toEqual([
      { kind: 'added', title: 'Пусконаладка', quantity: '1', unit: 'усл.', price: '500,50' },
      { kind: 'removed', title: 'Клапан обратный' },
      { kind: 'removed', title: 'Монтаж' },
    ]);
    expect(result.table.items.map(({ title, group, vatRate }) => [title, group, vatRate])).toEqual([
      ['Насос ЦН-40', 'Оборудование', 22],
      ['Пусконаладка', 'Работы', 22],
    ]);
  });

  test('a new name is known by its place, a new group by its heading, a new rate by its total', async () => {
    const result = await taken((xml) => {
      const named = changeRow(xml, 'Насос ЦН-40', (row) =>
        withCell(row, columns.title, typedRun('Насос ЦН-50')),
      );
      const grouped = changeRow(named, 'Работы', (row) => withCell(row, 0, typedRun('Услуги')));
      return changeRow(grouped, 'В том числе НДС', (row) =>
        withCell(row, 0, typedRun('В том числе НДС 10 %')),
      );
    });
    expect(result.changes).toEqual([
      {
        kind: 'line',
        title: 'Насос ЦН-40',
        fields: [{ field: 'title', before: 'Насос ЦН-40', after: 'Насос ЦН-50' }],
      },
      { kind: 'group', before: 'Работы', after: 'Услуги', count: 1 },
      { kind: 'vatRate', before: '22\u00a0%', after: '10\u00a0%' },
    ]);
    expect(result.table.items[0]).toMatchObject({ id: 'pump', article: 'A-17', note: 'С\u00A0двигателем' });
  });

  test('a zero is a figure, and a discount on the total that was taken out is no discount', async () => {
    const zero = await taken((xml) =>
      changeRow(xml, 'Монтаж', (row) => withCell(row, columns.price, typedRun('0'))),
    );
    expect(zero.table.items[2]?.priceMinor).toBe(0);
    const plain = await taken((xml) => changeRow(xml, 'Скидка 3,5 %', () => ''), everything);
    expect(plain.table).not.toHaveProperty('totalDiscountBp');
    expect(plain.changes).toEqual([{ kind: 'totalDiscount', before: '3,5\u00a0%', after: '—' }]);
  });

  test('an option written among the lines counts, one variant more joins its set', async () => {
    const result = await taken((xml) => {
      let option = '';
      const without = changeRow(xml, 'Кожух', (row) => {
        option = row;
        return '';
      });
      const moved = changeRow(without, 'Доставка', (row) => row + option);
      return changeRow(moved, 'Насос с редуктором', (row) => {
        return row.includes('gridSpan') ? row : row + withCell(row, 1, typedRun('Насос с двумя редукторами'));
      });
    }, everything);
    expect(result.changes).toEqual([
      { kind: 'line', title: 'Кожух', fields: [{ field: 'standing', before: 'option', after: 'counted' }] },
      expect.objectContaining({ kind: 'added', title: 'Насос с двумя редукторами' }),
      expect.objectContaining({ kind: 'group' }),
      { kind: 'order' },
    ]);
    expect(priceTotals(result.table).lines.map(({ id, standing }) => [id, standing])).toContainEqual([
      'new-1',
      'variant',
    ]);
  });

  test('a formula of Word’s gives the figure it shows', async () => {
    const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const formula =
      field('begin') +
      '<w:r><w:instrText xml:space="preserve"> =2*600 </w:instrText></w:r>' +
      field('separate') +
      typedRun('1\u00a0200,00') +
      field('end');
    const bytes = editedWord(await exported(pumps), (xml) =>
      changeRow(xml, 'Насос ЦН-40', (row) => withCell(row, columns.price, formula)),
    );
    const read = readReturnedPrices(printedIn(bytes));
    expect(read).toMatchObject({ ok: true, prices: { formulas: ['1 200,00'] } });
  });
});

describe('what cannot be understood stays a plain table, and says why', () => {
  const price = (text: string) => (xml: string) =>
    changeRow(xml, 'Насос ЦН-40', (row) => withCell(row, columns.price, typedRun(text)));
  const at = { row: 'Насос ЦН-40', column: 'price' };
  const cell = /<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc>/gs;

  test.each([
    ['по запросу', { ...at, reason: 'unreadable', text: 'по запросу' }],
    ['1.100', { ...at, reason: 'unreadable', text: '1.100' }],
    ['1 100 $', { ...at, reason: 'unreadable', text: '1 100 $' }],
    ['', { ...at, reason: 'unreadable', text: '' }],
    ['−5', { ...at, reason: 'negative', text: '−5' }],
    ['9'.repeat(40), { ...at, reason: 'tooMuch', text: '9'.repeat(40) }],
    ['9 000 000 000 000,00', { reason: 'tooLarge' }],
  ])('a price of «%s»', async (text, expected) => {
    expect(await problem(price(text))).toEqual(expected);
  });

  test('columns', async () => {
    const dropLast = (xml: string) =>
      xml.replaceAll(/<w:tr>.*?<\/w:tr>/gs, (row) =>
        row.match(cell)?.length === 6 ? row.replace(/(.*)<w:tc>.*<\/w:tc>/s, '$1') : row,
      );
    expect(await problem(dropLast)).toEqual({ reason: 'missingColumn', column: 'sum' });
    const renamed = (xml: string) =>
      changeRow(xml, 'Наименование', (row) => withCell(row, columns.price, typedRun('Цена с доставкой, ₽')));
    expect(await problem(renamed)).toEqual({ reason: 'otherColumn', text: 'Цена с доставкой, ₽' });
    const dollars = (xml: string) => xml.replaceAll(/(Цена|Сумма),\u00a0₽/g, '$1, $');
    expect(await problem(dollars)).toEqual({ reason: 'currency' });
  });

  test('merged cells, pictures, a row of no meaning, lines of somebody else', async () => {
    const merged = (xml: string) => xml.replace(/(Клапан.*?<w:tc><w:tcPr>)/s, '$1<w:vMerge/>');
    expect(await problem(merged)).toEqual({ reason: 'merged' });
    const note = (xml: string) =>
      changeRow(xml, 'Монтаж', (row) =>
        withCell(row, 1, `${typedRun('Монтаж')}<w:r><w:drawing/></w:r><w:r><w:br w:type="page"/></w:r>`),
      );
    expect(await problem(note)).toEqual({ reason: 'content' });
    const across = (xml: string) =>
      changeRow(
        xml,
        'Всего к оплате',
        (row) => row + withCell(withCell(row, 0, typedRun('Аванс 30 %')), 1, typedRun('6720')),
      );
    expect(await problem(across)).toEqual({ reason: 'strangeRow', text: 'Аванс 30 % | 6720' });
    const others = PriceTable.parse({
      ...pumps,
      items: [line('x', 'Кабель', { quantityMilli: 7000, priceMinor: 7 })],
    });
    const bytes = await exported(pumps);
    const read = readReturnedPrices(printedIn(bytes));
    if (!read.ok) throw new Error('It was not read');
    expect(takeReturnedPrices(others, read.prices, () => 'new')).toEqual({
      ok: false,
      problem: { reason: 'foreign' },
    });
  });
});
