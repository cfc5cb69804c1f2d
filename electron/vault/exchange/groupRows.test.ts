import { describe, expect, test } from 'vitest';
import { type GroupLine, groupRoles } from './groupRows.ts';

/** «Имя 100» is a line with a sum, «№1 100» a document, «Имя» a line without a sum. */
const lineOf = (text: string): GroupLine => {
  const [, name = text, sum] = /^(.*?)(?:\s(-?\d+))?$/.exec(text) ?? [];
  return {
    is: name.startsWith('№') ? 'document' : 'undated',
    name,
    sum: sum === undefined ? null : Number(sum),
  };
};
const marks = { client: 'К', goods: 'т', above: '^', unclear: '?' } as const;

/** Every undated line with the mark of its role before it. */
function read(texts: readonly string[], chosen: Readonly<Record<string, 'client' | 'goods'>> = {}): string {
  const lines = texts.map(lineOf);
  const roles = groupRoles(lines, (name) => chosen[name] ?? null);
  return lines
    .flatMap(({ is, name }, at) => {
      const role = roles.get(at)?.role;
      return is === 'document' ? [] : [`${role === undefined ? '-' : marks[role]}${name}`];
    })
    .join(' ');
}

describe('a grouped report without an outline', () => {
  test.each([
    [
      'client, documents, goods, each with sums',
      ['А 300', '№1 200', 'насос 150', 'шланг 50', '№2 100', 'насос 100', 'Б 70', '№3 70', 'шланг 70'],
      'КА тнасос тшланг тнасос КБ тшланг',
    ],
    [
      'one document a client, one line of goods each, all of one sum',
      ['А 100', '№1 100', 'насос 100', 'Б 100', '№2 100', 'насос 100'],
      'КА тнасос КБ тнасос',
    ],
    ['clients over documents alone', ['А 100', '№1 100', 'Б 100', '№2 100', 'В 50', '№3 50'], 'КА КБ КВ'],
    ['clients without sums over documents', ['А', '№1 100', 'Б', '№2 100', '№3 20', 'В', '№4 7'], 'КА КБ КВ'],
    [
      'clients without sums over documents with goods',
      ['А', '№1 200', 'насос 150', 'шланг 50', '№2 100', 'насос 100', 'Б', '№3 70', 'шланг 70'],
      'КА тнасос тшланг тнасос КБ тшланг',
    ],
    [
      'a return that brings the sum together early',
      ['А 100', '№1 100', 'насос 100', '№2 50', 'шланг 50', '№3 -50', 'шланг -50', 'Б 9', '№4 9'],
      'КА ?насос тшланг тшланг КБ',
    ],
    [
      'a manager above each of his clients',
      ['Иванов 150', 'А 150', '№1 150', 'насос 150', 'Петров 70', 'Б 70', '№2 70'],
      '^Иванов КА тнасос ^Петров КБ',
    ],
    [
      'sums that are rounded line by line',
      ['А 301', '№1 200', 'насос 150', 'шланг 51', '№2 100', 'Б 70', '№3 70'],
      'КА тнасос тшланг КБ',
    ],
  ])('%s', (_shape, texts, expected) => expect(read(texts)).toBe(expected));

  test('whose sums say nothing asks, but for who names a legal form or an ИНН', () => {
    const texts = [
      'А 1',
      '№1 200',
      'насос 9',
      '№2 100',
      'Б 9',
      '№3 70',
      'ООО «В» 9',
      '№4 5',
      'ИП 212-45 9',
      '№5 50',
    ];
    expect(read(texts)).toBe('КА ?насос ?Б КООО «В» ?ИП 212-45');
    expect(read(texts, { насос: 'goods', Б: 'client' })).toBe('КА тнасос КБ КООО «В» ?ИП 212-45');
  });
});
