import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyKey, indexCompanies } from './companyKey.ts';

test('spellings of one company have one key, whatever stands around the name', () => {
  for (const spelling of [
    'ООО «Ромашка»',
    'РОМАШКА, ООО',
    'Ромашка ООО',
    'ооо "ромашка"',
    'Общество с ограниченной ответственностью «Ромашка»',
    ' Ромашка ',
  ])
    expect(companyKey(spelling), spelling).toBe('ромашка');
  expect(companyKey('Acme, Ltd.')).toBe('acme');
  expect(companyKey('Чёрный аист')).toBe(companyKey('черный аист'));
  // A name that is nothing but a form stays itself.
  expect(companyKey('ООО')).toBe('ооо');
  expect(companyKey('«»')).toBe('');
});

test('a key is its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const key = companyKey(text);
      const once = companyKey(key);
      // A form may stand under a form: «ООО ЗАО Ромашка».
      expect(key.endsWith(once) || key.startsWith(once)).toBe(true);
    }),
  );
});

test('alike names are found, the nearest first; strangers are not', () => {
  const index = indexCompanies(
    ['Валдайские хлеба', 'Кандалакшский порт', 'Окские верфи'].map((name) => ({
      company: name,
      names: [name],
    })),
  );
  expect(index.alike('Валдайский хлеб')[0]).toBe('Валдайские хлеба');
  expect(index.alike('Кандалакшский морской порт')).toEqual(['Кандалакшский порт']);
  expect(index.alike('Совсем другой завод')).toEqual([]);
});
