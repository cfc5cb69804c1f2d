import { expect, test } from 'vitest';
import { slashItems, slashMatches } from './slashItems.ts';

test.each([
  ['таб', 'table'],
  ['tab', 'table'],
  ['разрыв стр', 'pageBreak'],
  ['price', 'priceTable'],
  ['подп', 'signature'],
  ['sign', 'signature'],
  ['срок', 'validity'],
  ['сп', 'bulletList'],
])('%j offers %s', (typed, name) => {
  expect(slashItems.filter(({ words }) => slashMatches(typed, words)).map((item) => item.name)).toContain(
    name,
  );
});

test('nothing typed offers all, and other words offer nothing', () => {
  expect(slashItems.every(({ words }) => slashMatches('', words))).toBe(true);
  expect(slashItems.some(({ words }) => slashMatches('ъъ', words))).toBe(false);
});
