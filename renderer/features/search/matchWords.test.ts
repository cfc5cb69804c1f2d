import { expect, test } from 'vitest';
import { matchesWords } from './matchWords.ts';

test('an action is found by its words in any order, with ё and е alike', () => {
  expect(matchesWords('Тёмное оформление', 'оформ темн')).toBe(true);
  expect(matchesWords('Заблокировать хранилище', 'ЗАБЛОК')).toBe(true);
  expect(matchesWords('Светлое оформление', 'тёмное')).toBe(false);
});
