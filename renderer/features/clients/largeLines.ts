import type { ClientsTableGroup } from '../../../shared/ipc/calls/clientsTable.ts';

/** Rows that are asked for at once. */
export const pageRows = 100;

/** A line of the table: a group's head, or the row at a place in the order of the whole table. */
export type LargeLine =
  | { readonly kind: 'group'; readonly group: ClientsTableGroup }
  | { readonly kind: 'client'; readonly at: number };

/** How many lines the table has. */
export function countLines(groups: readonly ClientsTableGroup[], grouped: boolean): number {
  return groups.reduce((lines, { shown }) => lines + shown + (grouped && shown > 0 ? 1 : 0), 0);
}

/** The line at an index: without a list of a hundred thousand lines. */
export function lineAt(groups: readonly ClientsTableGroup[], grouped: boolean, index: number): LargeLine {
  if (!grouped) return { kind: 'client', at: index };
  let line = 0;
  let row = 0;
  for (const group of groups) {
    if (group.shown === 0) continue;
    if (index === line) return { kind: 'group', group };
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
