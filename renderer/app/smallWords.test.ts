import { expect, test } from 'vitest';
import { companyInitials } from './companyInitials.ts';
import { recoveryKeyGroups } from './recoveryKey.ts';

test('a company gets two letters, also from one word or a quoted name', () => {
  expect(companyInitials('Тихвинский фарфор')).toBe('ТФ');
  expect(companyInitials('Завод «Северная верфь»')).toBe('ЗС');
  expect(companyInitials('Верфи')).toBe('Ве');
  expect(companyInitials('')).toBe('');
});

test('a recovery key is read in its own groups, or in fives', () => {
  expect(recoveryKeyGroups('ABCD-EFGH-JKLM')).toEqual(['ABCD', 'EFGH', 'JKLM']);
  expect(recoveryKeyGroups('ABCDEFGHJKLM')).toEqual(['ABCDE', 'FGHJK', 'LM']);
});
