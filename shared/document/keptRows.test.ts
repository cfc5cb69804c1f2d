import { describe, expect, test } from 'vitest';
import { keptRows } from './keptRows.ts';
import type { BlockNode, TableNode } from './nodes.ts';

const attrs = { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null };
const words = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const table = (...rows: BlockNode[]): TableNode => ({
  type: 'table',
  content: rows.map((block) => ({
    type: 'tableRow',
    content: [{ type: 'tableCell', attrs, content: [block] }],
  })),
});
const lines = (count: number) => Array.from({ length: count }, (_, at) => words(`Этап ${at}`));
const keptAt = (kept: readonly boolean[]) => kept.flatMap((is, at) => (is ? [at] : []));

describe('rows that stand on one page with the next', () => {
  test('are all of a small table but the last', () =>
    expect(keptAt(keptRows(table(...lines(6)), 1))).toEqual([0, 1, 2, 3, 4]));

  test('of a longer table are the first below the head and the last but one', () => {
    expect(keptAt(keptRows(table(...lines(7)), 1))).toEqual([1, 5]);
    expect(keptAt(keptRows(table(...lines(7)), 0))).toEqual([0, 5]);
  });

  test('are none where a row holds much or something else than words', () => {
    const long = words('Поставка и монтаж. '.repeat(40));
    expect(keptAt(keptRows(table(...lines(2), long, ...lines(1)), 0))).toEqual([0]);
    expect(keptAt(keptRows(table(long, words('Итого')), 0))).toEqual([]);
    expect(keptAt(keptRows(table({ type: 'pageBreak' }, words('Итого')), 0))).toEqual([]);
  });

  test('of one row are none', () => expect(keptRows(table(...lines(1)), 0)).toEqual([false]));
});
