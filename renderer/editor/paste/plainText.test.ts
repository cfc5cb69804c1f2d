import { expect, test } from 'vitest';
import { readPlainText } from './plainText.ts';

test('lines with the same number of tabs are a table', () => {
  expect(
    readPlainText('Насос\t2\t1 200,00\r\nШкаф\t1\t"310\t000"\r\n'.replace('310\t000', '310 000')),
  ).toEqual([
    {
      kind: 'table',
      rows: [
        ['Насос', '2', '1 200,00'],
        ['Шкаф', '1', '310 000'],
      ],
    },
  ]);
});

test('blank lines part paragraphs; single breaks stay breaks', () => {
  expect(readPlainText('Добрый день.\n\nПервая\nвторая\n\n\nКонец')).toEqual([
    { kind: 'paragraph', lines: ['Добрый день.'] },
    { kind: 'paragraph', lines: ['Первая', 'вторая'] },
    { kind: 'paragraph', lines: ['Конец'] },
  ]);
});

test('without blank lines every line is a paragraph, and a tab alone makes no table', () => {
  expect(readPlainText('один\tдва')).toEqual([{ kind: 'paragraph', lines: ['один два'] }]);
  expect(readPlainText('a\tb\nc')).toEqual([
    { kind: 'paragraph', lines: ['a b'] },
    { kind: 'paragraph', lines: ['c'] },
  ]);
});

test('the space at the end of a piece of a line stays: words come after it', () => {
  expect(readPlainText('один ')).toEqual([{ kind: 'paragraph', lines: ['один '] }]);
  expect(readPlainText('один \nдва \n')).toEqual([
    { kind: 'paragraph', lines: ['один'] },
    { kind: 'paragraph', lines: ['два'] },
  ]);
});

test('what no document may hold is left out', () => {
  expect(readPlainText('a\u0000\u0008b\ufffe')).toEqual([{ kind: 'paragraph', lines: ['ab'] }]);
});
