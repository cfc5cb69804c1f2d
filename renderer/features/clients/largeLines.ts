import type { ClientsTableGroup } from '../../../shared/ipc/calls/clientsTable.ts';
import { overscan, rowHeight } from './clientColumns.ts';
import type { TableLine } from './clientRows.ts';

/** Rows that are asked for at once while the table is scrolled. */
export const pageRows = 100;
/**
 * So near to the last of the first rows, the pages are read: while keys may follow one another, and when the list rests.
 * Then a turn of the wheel must find rows there.
 */
const nearWhileTyping = 4;
const nearAtRest = 40;

/**
 * Rows that come with the sums: as many as a window of `height` CSS pixels can show and some more. With every key of a
 * search each of them is read and passed on.
 */
export function firstRows(height: number): number {
  return Math.min(200, Math.ceil(height / rowHeight) + overscan);
}

/** How many lines the table has. */
export function countLines(groups: readonly ClientsTableGroup[], grouped: boolean): number {
  return groups.reduce((lines, { shown }) => lines + shown + (grouped && shown > 0 ? 1 : 0), 0);
}

/** The line at an index: without a list of a hundred thousand lines. */
export function lineAt(groups: readonly ClientsTableGroup[], grouped: boolean, index: number): TableLine {
  if (!grouped) return { kind: 'client', at: index };
  let line = 0;
  let row = 0;
  for (const group of groups) {
    if (group.shown === 0) continue;
    if (index === line) {
      const { key, count, shown, sharePermille } = group;
      return { kind: 'group', key, count, sharePermille, hidden: count - shown };
    }
    if (index <= line + group.shown) return { kind: 'client', at: row + index - line - 1 };
    line += group.shown + 1;
    row += group.shown;
  }
  return { kind: 'client', at: row };
}

/** The index of the line of a row. */
export function indexOfRow(groups: readonly ClientsTableGroup[], grouped: boolean, at: number): number {
  if (!grouped) return at;
  let row = 0;
  let heads = 0;
  for (const { shown } of groups) {
    if (shown === 0) continue;
    heads += 1;
    if (at < row + shown) break;
    row += shown;
  }
  return at + heads;
}

/**
 * The pages that hold the rows in sight, the pages beside them, and those of some rows more; in their order. None while
 * all that is not far from the beginning of `shown` rows, of which `read` are there already. `rests`: no other list has
 * come for a while.
 */
export function pagesAround(
  sight: { readonly first: number; readonly last: number },
  { shown, read, rests }: { readonly shown: number; readonly read: number; readonly rests: boolean },
  also: readonly number[],
): number[] {
  const last = Math.max(sight.last + (rests ? nearAtRest : nearWhileTyping), ...also);
  if (read >= Math.min(shown, last + 1)) return [];
  const pageOf = (at: number): number => Math.floor(Math.max(0, Math.min(shown - 1, at)) / pageRows);
  const pages = new Set(also.map(pageOf));
  for (let page = pageOf(sight.first - pageRows); page <= pageOf(sight.last + pageRows); page++)
    pages.add(page);
  return [...pages].toSorted((a, b) => a - b);
}
