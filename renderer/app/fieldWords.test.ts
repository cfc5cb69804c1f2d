import { expect, test } from 'vitest';
import { sayPercent } from './fieldWords.ts';

test('a share has the sign of its language, and a fraction only where it is not whole', () => {
  expect(sayPercent(45, 'ru')).toBe('45\u00a0%');
  expect(sayPercent(45, 'en')).toBe('45%');
  expect(sayPercent(12.3, 'ru')).toBe('12,3\u00a0%');
  expect(sayPercent(12.3, 'en')).toBe('12.3%');
  expect(sayPercent(45, 'ru', 1)).toBe('45,0\u00a0%');
  expect(sayPercent('<0,1', 'ru')).toBe('<0,1\u00a0%');
});
