/** A cell as it was read: text, number, yes/no, or a day as `YYYY-MM-DD` in `day`; null = empty. */
export type Cell = string | number | boolean | { readonly day: string } | null;

/** A row with its number in the file, from 1: what a report names. */
export type TableRow = { readonly number: number; readonly cells: readonly Cell[] };

export type TableSheet = { readonly name: string; readonly rows: readonly TableRow[] };

/** A file of tables as it was read, before anybody knows what its columns mean. */
export type TableFile = { readonly fileName: string; readonly sheets: readonly TableSheet[] };

/** Longer tables are no price list or list of deliveries; the file is refused as a whole. */
export const mostRows = 50_000;
export const mostColumns = 200;

/** What a cell says, in one line; empty for an empty one. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.day;
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  return String(cell)
    .replace(/[\p{Cc}\s\u00A0]+/gu, ' ')
    .trim();
}

export const isBlankRow = (row: TableRow): boolean => row.cells.every((cell) => cellText(cell) === '');
