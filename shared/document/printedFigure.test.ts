import { describe, expect, test } from 'vitest';
import { readPrintedFigure } from './printedFigure.ts';

describe('a figure typed over in a Russian document', () => {
  test.each([
    ['1\u00a0100,00', 110_000],
    ['1\u202f100,5', 110_050],
    ['1100', 110_000],
    ['1100.00', 110_000],
    ['1.100,50', 110_050],
    ['1,100.50', 110_050],
    ['1.100.000', 110_000_000],
    ['1\u00a0100,00\u00a0₽', 110_000],
    ['1100 руб.', 110_000],
    ['−300', -30_000],
    ['0', 0],
  ])('%j is read', (text, minor) => {
    expect(readPrintedFigure(text, 2, 'ru', ['₽', 'руб.'])).toBe(minor);
  });
  // Wrong by a thousand or by two figures in one cell: nothing is better than a guess.
  test.each(['1.100', '1,100', '10 12', '1 10', '12,345', '12,', ',5', '', 'по запросу', '1100 $', '=2*3'])(
    '%j is not',
    (text) => {
      expect(readPrintedFigure(text, 2, 'ru', ['₽', 'руб.'])).toBeNull();
    },
  );
});

describe('a figure typed over in an English document', () => {
  test.each([
    ['1,100', 110_000],
    ['1,100.50', 110_050],
    ['1100,5', 110_050],
    ['RUB\u00a01,100.00', 110_000],
  ])('%j is read', (text, minor) => {
    expect(readPrintedFigure(text, 2, 'en', ['RUB'])).toBe(minor);
  });
  test.each(['1.100', '1,10,0', '1.1.1'])('%j is not', (text) => {
    expect(readPrintedFigure(text, 2, 'en', ['RUB'])).toBeNull();
  });
});

test('a quantity has three places and may carry its unit', () => {
  expect(readPrintedFigure('1,5', 3, 'ru')).toBe(1500);
  expect(readPrintedFigure('12\u00a0шт.', 3, 'ru', ['шт.'])).toBe(12_000);
  expect(readPrintedFigure('12 шт.', 3, 'ru', ['м'])).toBeNull();
});
