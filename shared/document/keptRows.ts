import { unprintable } from './contentsView.ts';
import type { BlockNode, TableNode, TableRowNode } from './nodes.ts';
import { inlineText } from './walk.ts';

/** A table of no more rows, its head among them, stands on one page: four or five lines are read together. */
const mostTogether = 6;
/** Letters of a row that is short for sure: a longer one kept with others would leave a hole on the page before. */
const mostLetters = 300;

/** Line ends of any kind and what cannot be printed are no letters. */
const printedLength = (text: string): number =>
  text.replaceAll(unprintable, '').replaceAll(/[\s\u0085]/gu, '').length;

type Count = (text: string) => number;

/** Letters of blocks that are nothing but paragraphs; more than any row may have where something else is among them. */
function lettersOf(blocks: readonly BlockNode[], count: Count): number {
  let letters = 0;
  for (const block of blocks) {
    // What orders our composition prints nothing of its own.
    if (block.type === 'section' || block.type === 'argument') letters += lettersOf(block.content, count);
    else if (block.type === 'paragraph') letters += count(inlineText(block.content, (key) => key));
    // Nobody has one with lines in a cell; without headings it prints nothing.
    else if (block.type !== 'tableOfContents') return Infinity;
  }
  return letters;
}

function isLight({ content: cells }: TableRowNode): boolean {
  const letters = (count: Count) => cells.reduce((sum, { content }) => sum + lettersOf(content, count), 0);
  // A text has no more letters than signs: nearly every row is short before anything is taken out of it.
  return letters((text) => text.length) <= mostLetters || letters(printedLength) <= mostLetters;
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
