import { describe, expect, test } from 'vitest';
import { pxOf, readDeclarations, readStyleSheet } from './sourceStyles.ts';

describe('readDeclarations', () => {
  test('separators inside quotes and brackets part nothing', () => {
    const style = readDeclarations(
      `font-family:"Times; New",serif; background:url(data:image/png;base64,x:y);COLOR : Red !important`,
    );
    expect([...style]).toEqual([
      ['font-family', '"Times; New",serif'],
      ['background', 'url(data:image/png;base64,x:y)'],
      ['color', 'Red'],
    ]);
  });
});

describe('readStyleSheet', () => {
  test('reads classes, elements and Word’s list levels past comments', () => {
    const { rules, lists } = readStyleSheet(`<!-- /* List */
      @list l0:level2 {mso-level-number-format:bullet;}
      p.MsoNormal, li.MsoNormal {margin:0} .xl65 {font-weight:700} a:hover {color:red} -->`);
    expect(lists.get('l0:level2')?.get('mso-level-number-format')).toBe('bullet');
    expect([...rules.keys()]).toEqual(['p.MsoNormal', 'li.MsoNormal', '.xl65']);
  });
  test('a sheet without braces or without an end is read as far as it goes', () => {
    expect(readStyleSheet('x'.repeat(100)).rules.size).toBe(0);
    expect(readStyleSheet('p {color:red} td {').rules.size).toBe(1);
  });
});

test.each([
  ['48pt', 64],
  ['120', 120],
  ['1in', 96],
  ['2.54cm', 96],
  ['33%', null],
  ['85*', null],
  [null, null],
])('%j is %j pixels', (length, px) => expect(pxOf(length)).toBe(px));
