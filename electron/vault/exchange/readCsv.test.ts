import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, readCsvText } from './readCsv.ts';

const options = { mostRows: 1000, check: () => undefined };
const cellsOf = async (text: string) => (await readCsvText(text, options)).map(({ cells }) => cells);

test('a mark that guards a text from being a formula is no part of it; telephones and minuses stay', async () => {
  expect(await cellsOf("'=1+1;'@SUM(A1);'+7 812 555;+7 812 555;-5,00;'тихий'")).toEqual([
    ['=1+1', '@SUM(A1)', '+7 812 555', '+7 812 555', '-5,00', "'тихий'"],
  ]);
});

test('separators are told by what lines hold alike, quotes keep separators and line ends', async () => {
  expect(await cellsOf('a,b\n1,"2,5"\n')).toEqual([
    ['a', 'b'],
    ['1', '2,5'],
  ]);
  expect(await cellsOf('a;b\n1,5;2,5\n')).toEqual([
    ['a', 'b'],
    ['1,5', '2,5'],
  ]);
  expect(await cellsOf('a\tb\n"две\nстроки"\t"кавычка ""внутри"""')).toEqual([
    ['a', 'b'],
    ['две\nстроки', 'кавычка "внутри"'],
  ]);
  expect(await cellsOf('sep=|\na|b;c')).toEqual([['a', 'b;c']]);
  const rows = await readCsvText('a;b\n"x\ny";1\n\nz;2', options);
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 5]);
});

test('what is written by the rules is read back, and no text makes it run for ever', async () => {
  const cell = fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/[\0\uFEFF]/g, ''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }),
      async (table) => {
        const text = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
          .join('\r\n');
        const read = await cellsOf(`sep=;\r\n${text}`);
        const guarded = (one: string) => (/^'[=+\-@\t\r]/.test(one) ? one.slice(1) : one);
        const expected = table.map((row) => row.map((one) => (one === '' ? null : guarded(one))));
        expect(read).toEqual(expected.filter((row) => row.some((one) => one !== null)));
      },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => void (await cellsOf(text))),
  );
});

test('texts are decoded by what their bytes say', () => {
  const text = 'Дата;Клиент\n01.02.2026;Верфь\n';
  for (const bytes of [
    Buffer.from(text, 'utf8'),
    Buffer.from(`\uFEFF${text}`, 'utf16le'),
    Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    Buffer.from(text, 'utf16le'),
  ])
    expect(decodeText(bytes).replace('\uFEFF', '')).toBe(text);
  expect(decodeText(Uint8Array.from([0xc4, 0xe0, 0xf2, 0xe0]))).toBe('Дата');
});
