import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typograph } from '../../../shared/document/typography.ts';
import { textChanges } from './textChanges.ts';

function applied(before: string, after: string): string {
  return textChanges(before, after).reduceRight(
    (text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to),
    before,
  );
}

describe('textChanges', () => {
  test('single characters change, the rest stays', () => {
    expect(textChanges('он - "да"', 'он\u00a0— «да»')).toEqual([
      { from: 2, to: 3, text: '\u00a0' },
      { from: 3, to: 4, text: '—' },
      { from: 5, to: 6, text: '«' },
      { from: 8, to: 9, text: '»' },
    ]);
  });
  test('applied to the old text they always give the new one', () => {
    const text = fc.string({ unit: fc.constantFrom('а', ' ', '"', '-', '1', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied(before, after)).toBe(after);
        expect(applied(before, typograph(before, 'ru'))).toBe(typograph(before, 'ru'));
      }),
    );
  });
});
