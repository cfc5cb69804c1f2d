import type { TableNode, TableRowNode } from './nodes.ts';
import { inlineText } from './walk.ts';

/** A table of no more rows, its head among them, stands on one page: four or five lines are read together. */
const mostTogether = 6;
/** Letters of a row that is short for sure: a longer one kept with others would leave a hole on the page before. */
const mostLetters = 300;

function isLight(row: TableRowNode): boolean {
  let letters = 0;
  for (const { content } of row.content)
    for (const block of content) {
      if (block.type !== 'paragraph') return false;
      letters += inlineText(block.content, (key) => key).length;
    }
  return letters <= mostLetters;
}

/**
 * Which rows of a table stand on one page with the row below: all of a small table, and of a longer one those that
 * would leave a row alone, under the head or on the next page.
 * @param heads rows of the head
 */
export function keptRows({ content: rows }: TableNode, heads: number): readonly boolean[] {
  const isSmall = rows.length <= mostTogether && rows.every(isLight);
  return rows.map((row, at) => {
    const next = rows[at + 1];
    if (next === undefined) return false;
    return isSmall || ((at === heads || at === rows.length - 2) && isLight(row) && isLight(next));
  });
}
