import { z } from 'zod';

/** A cell of a printed table, without what is struck out of it. */
export const PrintedCell = z.object({
  /** Its paragraphs, a line each; those that say nothing are left out. */
  lines: z.array(z.string()),
  /** What stands in the smaller type of a note; empty = nothing. */
  note: z.string(),
  /** Columns it reaches over. */
  span: z.int().min(1),
  /** Whether all that it says is struck out; `lines` say it all the same then. */
  isStruck: z.boolean(),
  /** Whether a formula of Word's shows a figure in it. */
  hasFormula: z.boolean(),
});
export type PrintedCell = z.infer<typeof PrintedCell>;

/** Why a table cannot be read line by line at all. */
export const PrintedObstacle = z.enum([
  /** Cells that were joined downwards, or a cell that somebody wants to take out or join. */
  'merged',
  /** Pictures, footnotes, tables in its cells: lines of prices hold no such things. */
  'content',
  /** More than one table, or none, where there was one. */
  'split',
]);
export type PrintedObstacle = z.infer<typeof PrintedObstacle>;

/**
 * A price table of ours as a Word file has it: it was printed from lines, and a client may have written there. In the
 * file's document it stands as a plain table (GLOSSARY: вернувшаяся таблица цен).
 */
export const PrintedPrices = z.object({
  /** Where that table stands in the document: which child on each level, the outermost first. */
  path: z.array(z.int().min(0)).min(1),
  /** How many blocks right behind the table were printed with it: the sum in words, notes. */
  blocksBelow: z.int().min(0),
  /** The sum in words; empty = none. */
  inWords: z.string(),
  /** From the top, the head among them; rows that somebody took out are not. */
  rows: z.array(z.array(PrintedCell)),
  obstacle: PrintedObstacle.nullable(),
});
export type PrintedPrices = z.infer<typeof PrintedPrices>;
