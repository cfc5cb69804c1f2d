import { expect, it } from 'vitest';
import { foldText } from './foldText.ts';

it('folds «ё», case and spaces away', () => {
  expect(foldText('  Ёлка\u00a0И\u0000ЁЖ ')).toBe('елка и еж');
  expect(foldText('ТФ-118/26')).toBe('тф-118/26');
});
