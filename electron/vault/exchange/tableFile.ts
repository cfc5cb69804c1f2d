/** A cell as it was read: text, number, yes/no, or a day as `YYYY-MM-DD` in `day`; null = empty. */
export type Cell = string | number | boolean | { readonly day: string } | null;

/** A row with its number in the file, from 1: what a report names. */
export type TableRow = {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** How deep it lies in the groups of a report, by outline and indent; absent = not at all. */
  readonly level?: number;
};

export type TableSheet = { readonly name: string; readonly rows: readonly TableRow[] };

/** A file of tables as it was read, before anybody knows what its columns mean. */
export type TableFile = { readonly fileName: string; readonly sheets: readonly TableSheet[] };

/** Longer tables are no list that a person keeps; the file is refused as a whole. */
export const mostRows = 200_000;
/** Longer ones are no price list. */
export const mostPriceRows = 50_000;
export const mostColumns = 200;

/** How a file is read while others wait: told how far it is, asked whether to go on. */
export type ReadOptions = {
  readonly mostRows: number;
  /** How much is read, 0–1. */
  readonly progress?: (share: number) => void;
  /** Throws `cancelled` when the user has stopped the reading. */
  readonly check: () => void;
};

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
