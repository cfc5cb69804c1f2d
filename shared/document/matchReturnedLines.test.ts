import { expect, test } from 'vitest';
import { matchReturnedLines, type KnownLine } from './matchReturnedLines.ts';

const line = (title: string, more: Partial<KnownLine> = {}): KnownLine => ({
  standing: 'counted',
  number: 0,
  group: '',
  title,
  quantityMilli: 1000,
  priceMinor: 100,
  ...more,
});
const lines = (...titles: string[]): KnownLine[] =>
  titles.map((title, at) => line(title, { number: at + 1 }));

test('names tell lines, whatever their order, spaces and case', () => {
  expect(
    matchReturnedLines(lines('Насос ЦН-40', 'Монтаж'), lines('МОНТАЖ', 'Насос\u00a0ЦН\u201140')),
  ).toEqual([1, 0]);
});

test('of two lines of one name each stays in its group, and the first one goes when one is left', () => {
  const ours = [line('Монтаж', { group: 'Цех 1' }), line('Монтаж', { group: 'Цех 2' })];
  expect(matchReturnedLines(ours, [line('Монтаж', { group: 'Цех 2' })])).toEqual([1]);
  expect(matchReturnedLines(ours, [line('Монтаж', { group: 'Цех 3' })])).toEqual([0]);
});

test('a new name is known between known neighbours only', () => {
  const ours = lines('Клапан', 'Насос центробежный ЦН-40', 'Монтаж');
  expect(matchReturnedLines(ours, lines('Клапан', 'Насос центробежный ЦН-50', 'Монтаж'))).toEqual([0, 1, 2]);
  // Behind its neighbour it is another line, however like the name is.
  expect(matchReturnedLines(ours, lines('Клапан', 'Монтаж', 'Насос центробежный ЦН-50'))).toEqual([
    0,
    2,
    null,
  ]);
});

test('another name altogether is the same line where number and a figure stayed, else a new one', () => {
  const ours = lines('Клапан', 'Насос', 'Монтаж');
  const theirs = lines('Клапан', 'Агрегат', 'Монтаж');
  expect(matchReturnedLines(ours, theirs)).toEqual([0, 1, 2]);
  const dearer = theirs.map((each, at) => (at === 1 ? { ...each, quantityMilli: 7, priceMinor: 9 } : each));
  expect(matchReturnedLines(ours, dearer)).toEqual([0, null, 2]);
});
