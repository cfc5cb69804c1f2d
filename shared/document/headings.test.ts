import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentsLine, contentsView } from './contentsView.ts';
import { firstHeadingLevel, hasHeadingNumbers, headingNumbers, placedHeadings } from './headings.ts';
import type { BlockNode, DocumentRoot, HeadingLevel, HeadingNode } from './nodes.ts';

const heading = (level: HeadingLevel, text: string): HeadingNode => ({
  type: 'heading',
  attrs: { level, textAlign: null },
  content: [{ type: 'text', text }],
});
const doc = (...content: BlockNode[]): DocumentRoot => ({ type: 'doc', content });
const levels = fc.array(fc.constantFrom<HeadingLevel[]>(1, 2, 3), { minLength: 1, maxLength: 20 });

describe('numbers of headings', () => {
  test.each<{ of: HeadingLevel[]; are: string[] }>([
    { of: [1, 1, 2, 2, 3, 1, 2], are: ['1.', '2.', '2.1', '2.2', '2.2.1', '3.', '3.1'] },
    // The only heading of the first level, when it comes first, is the title of the paper.
    { of: [1, 2, 2, 3, 2], are: ['', '1.', '2.', '2.1', '3.'] },
    { of: [2, 3, 3, 2], are: ['1.', '1.1', '1.2', '2.'] },
    { of: [1], are: ['1.'] },
    { of: [2, 1], are: ['1.1', '2.'] },
    { of: [], are: [] },
  ])('$of → $are', ({ of, are }) => expect(headingNumbers(of)).toEqual(are));

  test('no two are alike, and each has a figure for every level from the first', () => {
    fc.assert(
      fc.property(levels, (given) => {
        const numbers = headingNumbers(given);
        const shown = numbers.filter((number) => number !== '');
        expect(new Set(shown).size).toBe(shown.length);
        const first = firstHeadingLevel(given);
        numbers.forEach((number, at) => {
          const level = given[at] ?? 1;
          expect(number.split('.').filter((figure) => figure !== '')).toHaveLength(
            level < first ? 0 : level - first + 1,
          );
        });
      }),
    );
  });

  test('follow the document’s own word, and the look where it has none', () => {
    const look = { headingNumbers: 'decimal' } as const;
    expect(hasHeadingNumbers(doc(), look)).toBe(true);
    expect(hasHeadingNumbers({ attrs: { headingNumbers: null } }, { headingNumbers: 'none' })).toBe(false);
    expect(hasHeadingNumbers({ attrs: { headingNumbers: false } }, look)).toBe(false);
  });
});

test('the first line of a list item keeps the mark of its list', () => {
  const list: BlockNode = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [heading(1, 'Пункт'), heading(1, 'Внутри')] }],
  };
  const { headings } = placedHeadings(doc(heading(1, 'До'), list, heading(1, 'После')), true);
  expect(headings.map(({ number }) => number)).toEqual(['1.', '', '2.', '3.']);
});

describe('a table of contents', () => {
  const root = doc(
    heading(1, 'Коммерческое предложение'),
    heading(2, 'Цены\u00a0и\u2028сроки'),
    heading(3, 'Поставка'),
    { type: 'heading', attrs: { level: 2, textAlign: null } },
    { type: 'validity', attrs: { offerKind: 'offer' } },
  );
  const lines = (depth: HeadingLevel, numbered: boolean) =>
    contentsView({ levels: depth, title: true }, placedHeadings(root, numbered), () => '', 'ru').entries.map(
      contentsLine,
    );

  test('lists what says something, from below the title down to the wanted depth', () => {
    expect(lines(1, true)).toEqual(['1. Цены\u00a0и сроки', 'Срок действия предложения']);
    expect(lines(2, true)).toEqual(['1. Цены\u00a0и сроки', '1.1 Поставка', 'Срок действия предложения']);
    expect(lines(3, false)).toEqual(['Цены\u00a0и сроки', 'Поставка', 'Срок действия предложения']);
  });

  test('has no title where it has no lines', () => {
    const view = contentsView({ levels: 3, title: true }, placedHeadings(doc(), true), () => '', 'en');
    expect(view).toEqual({ title: '', entries: [] });
  });
});
