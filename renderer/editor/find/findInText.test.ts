import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInText } from './findInText.ts';

const usual = { matchCase: false, wholeWord: false, foldYo: true };

describe('findInText', () => {
  test('finds in any case, and «ё» by «е»', () => {
    expect(findInText('Ещё счёт, СЧЕТ и расчёт', 'счет', usual)).toEqual([4, 10, 19]);
    expect(findInText('Ещё счёт, СЧЕТ', 'счет', { ...usual, foldYo: false })).toEqual([10]);
    expect(findInText('Счёт счёт', 'счёт', { ...usual, matchCase: true })).toEqual([5]);
  });
  test('finds what typography has set by what people type', () => {
    expect(findInText('22\u00a0% и 2\u201113', '22 %', usual)).toEqual([0]);
    expect(findInText('2\u201113', '2-13', usual)).toEqual([0]);
  });
  test('whole words end where letters and figures end', () => {
    expect(findInText('нас, насос; нас', 'нас', { ...usual, wholeWord: true })).toEqual([0, 12]);
  });
  test('every place holds the words, none overlap, nothing is missed', () => {
    const text = fc.string({ unit: fc.constantFrom('а', 'б', 'А', 'İ', ' ', '😀'), maxLength: 40 });
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom('а', 'б', 'İ'), minLength: 1, maxLength: 3 }),
        (source, query) => {
          const found = findInText(source, query, { matchCase: true, wholeWord: false, foldYo: false });
          for (const at of found) expect(source.slice(at, at + query.length)).toBe(query);
          expect(found.length).toBe(source.split(query).length - 1);
        },
      ),
    );
  });
  test('an empty search finds nothing', () => expect(findInText('text', '', usual)).toEqual([]));
});
