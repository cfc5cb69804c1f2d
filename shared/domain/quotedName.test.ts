import { describe, expect, it } from 'vitest';
import { quotedName } from './quotedName.ts';

describe('the name of a company on paper', () => {
  it.each([
    ['АО', 'Тихвинский фарфор', 'ru', 'АО~«Тихвинский фарфор»'],
    ['ООО', 'Группа «Север»', 'ru', 'ООО~«Группа „Север“»'],
    ['ООО', '«Ромашка»', 'ru', 'ООО~«Ромашка»'],
    ['ООО', 'Группа "Север"', 'ru', 'ООО~«Группа „Север“»'],
    ['', 'Ромашка', 'ru', '«Ромашка»'],
    ['ИП', 'Зимин Р. А.', 'ru', 'ИП~Зимин Р. А.'],
    ['GmbH', 'Kalt', 'ru', 'Kalt~GmbH'],
    ['Ltd', 'Oakmere Ceramics', 'en', 'Oakmere Ceramics~Ltd'],
    ['ПАО', 'Tikhvin Porcelain', 'en', 'Tikhvin Porcelain~PJSC'],
    ['ООО', ' ', 'ru', ''],
  ] as const)('%s %s (%s)', (legalForm, name, language, text) => {
    expect(quotedName({ name, legalForm }, language).replaceAll('\u00A0', '~')).toBe(text);
  });
});
