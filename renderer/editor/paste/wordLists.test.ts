import { describe, expect, test } from 'vitest';
import { readDeclarations, readStyleSheet } from './sourceStyles.ts';
import { markerNumber, wordItemOf } from './wordLists.ts';

describe('markerNumber', () => {
  test.each([
    ['3.', '', 3],
    ['2.4)', '', 4],
    ['b)', 'alpha-lower', 2],
    ['в)', '', 3],
    ['iv.', 'roman-lower', 4],
    ['XII.', 'roman-upper', 12],
    ['·', 'bullet', null],
    ['o', '', null],
    ['§', '', null],
  ])('%j as %j is %j', (marker, format, number) => expect(markerNumber(marker, format)).toBe(number));
});

describe('wordItemOf', () => {
  const sheet = readStyleSheet(
    '@list l0:level1 {mso-level-start-at:3;} @list l0:level2 {mso-level-number-format:bullet;}',
  );
  const style = (text: string) => readDeclarations(text);
  test('a level without a format is decimal', () => {
    expect(wordItemOf(style('mso-list:l0 level1 lfo1'), '3.', sheet)).toEqual({
      level: 1,
      list: 'l0',
      ordered: true,
      number: 3,
    });
  });
  test('a defined bullet is one, whatever letter it is drawn with', () => {
    expect(wordItemOf(style('mso-list:l0 level2 lfo1'), 'o', sheet)).toMatchObject({
      level: 2,
      ordered: false,
      number: null,
    });
  });
  test('without a definition the marker decides', () => {
    expect(wordItemOf(style('mso-list:l9 level1 lfo4'), 'a)', sheet)).toMatchObject({
      ordered: true,
      number: 1,
    });
    expect(wordItemOf(style('mso-list:l9 level1 lfo4'), '-', sheet)).toMatchObject({ ordered: false });
  });
  test('other paragraphs are no items', () => {
    expect(wordItemOf(style('mso-list:none'), '', sheet)).toBeNull();
    expect(wordItemOf(style('color:red'), '', sheet)).toBeNull();
  });
});
