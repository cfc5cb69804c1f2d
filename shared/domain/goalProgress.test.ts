import { expect, test } from 'vitest';
import { figuresWithUnit } from './goalProgress.ts';

test('the unit follows the last figure; an English sign of money stands before each', () => {
  expect(figuresWithUnit(['171 900', '538 000'], '€', 'ru')).toEqual(['171 900', '538 000\u00a0€']);
  expect(figuresWithUnit(['171,900', '538,000'], '€', 'en')).toEqual(['€171,900', '€538,000']);
  expect(figuresWithUnit(['7', '8'], 'people', 'en')).toEqual(['7', '8\u00a0people']);
  expect(figuresWithUnit(['7'], '', 'ru')).toEqual(['7']);
});
