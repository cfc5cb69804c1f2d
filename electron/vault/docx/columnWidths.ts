import type { TableGrid } from './tableGrid.ts';
import { twipsOfPx } from './units.ts';

/** No column narrower than the editor lets it be (40 px) while there is room. */
export const leastColumnTwips = 600;
/**
 * Narrower than this (5 mm) no column is where there is no room: not a word would stand in it, and LibreOffice never
 * ends breaking lines that nothing fits into. A table inside a sliver of a cell runs over its cell instead.
 */
export const narrowestColumnTwips = 300;
const nearlyFull = 0.92;

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

/**
 * Widths that fill `roomTwips` in proportion to the wanted ones, none below its least. Where there is no room for the
 * least of all, they are as wide as can be above `narrowestTwips`.
 */
export function fitWidths(
  wanted: readonly number[],
  least: readonly number[],
  roomTwips: number,
  narrowestTwips: number,
): readonly number[] {
  if (sum(least) > roomTwips) {
    const narrowest = least.map(() => narrowestTwips);
    return sum(narrowest) >= roomTwips ? narrowest : fitWidths(wanted, narrowest, roomTwips, narrowestTwips);
  }
  const raised = new Set<number>();
  for (;;) {
    let [free, left] = [0, roomTwips];
    wanted.forEach((width, at) => {
      if (raised.has(at)) left -= least[at] ?? 0;
      else free += width;
    });
    const widths = wanted.map((width, at) => (raised.has(at) ? (least[at] ?? 0) : (width * left) / free));
    const short = widths.flatMap((width, at) => (width < (least[at] ?? 0) - 0.01 ? [at] : []));
    if (short.length === 0) return widths;
    for (const at of short) raised.add(at);
  }
}

/** Widths whose edges stand on whole steps, the last one on the whole twip next to the sum. */
export function wholeTwips(widths: readonly number[], stepTwips = 1): number[] {
  let edge = 0;
  let written = 0;
  return widths.map((width, at) => {
    edge += width;
    const end = at === widths.length - 1 ? Math.round(edge) : Math.round(edge / stepTwips) * stepTwips;
    const column = Math.max(end - written, 1);
    written += column;
    return column;
  });
}

/**
 * Widths of a table's columns in twips: those the document names, the rest an even share of the room left. A table
 * wider than its room is narrowed, `pageTwips` = the room of the page. Edges stand on whole pixels, as the document
 * holds them: a file that is read back and written again has the same ones.
 */
export function columnWidths(grid: TableGrid, roomTwips: number, pageTwips: number): number[] {
  const named = new Map<number, number>();
  // Most tables name all of their columns in the first row; where columns of the document were joined, more may count.
  const isEach = grid.edges.at(-1) === grid.columns - 1;
  for (const row of grid.rows) {
    if (isEach && grid.edges.every((edge) => named.has(edge))) break;
    for (const slot of row) {
      if (slot.kind !== 'cell') continue;
      const attrs = slot.cells[0]?.attrs;
      const widths = attrs?.colwidth;
      if (attrs === undefined || widths === undefined || widths === null) continue;
      const edge = grid.edges[slot.column] ?? 0;
      for (let at = 0; at < Math.min(widths.length, attrs.colspan); at += 1) {
        const width = widths[at] ?? 0;
        if (width > 0 && !named.has(edge + at)) named.set(edge + at, twipsOfPx(width));
      }
    }
  }
  const given = grid.edges.map((edge, at) => {
    const end = grid.edges[at + 1] ?? edge + 1;
    const parts = Array.from({ length: end - edge }, (_, part) => named.get(edge + part));
    return parts.includes(undefined) ? null : sum(parts.map((part) => part ?? 0));
  });
  const taken = sum(given.map((width) => width ?? 0));
  const open = given.filter((width) => width === null).length;
  const share = open === 0 ? 0 : Math.max((roomTwips - taken) / open, leastColumnTwips);
  const wanted = given.map((width) => width ?? share);
  const least = wanted.map(() => leastColumnTwips);
  const total = Math.max(sum(wanted), sum(least));
  // A table that all but fills the page in the editor fills it here: a ragged right edge looks like a mistake.
  const room = total >= roomTwips * nearlyFull ? roomTwips : total;
  // What is wide as the page must not run off it, however many columns it has.
  const narrowest = Math.min(narrowestColumnTwips, pageTwips / grid.columns);
  return wholeTwips(fitWidths(wanted, least, room, narrowest), twipsOfPx(1));
}
