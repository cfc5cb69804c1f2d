import { refreshSummary } from './accountSummary.ts';
import type { SqlValue, WritableDb } from './openDatabase.ts';

/** Collects which rows a piece of work went through. */
export type Touched = {
  row(table: string, cells: Readonly<Record<string, SqlValue>>): void;
};

/** Does work on rows of any table, then counts the summaries of the clients that were touched. The search follows by itself. */
export function refreshTouched(db: WritableDb, work: (touched: Touched) => void): void {
  const accounts = new Set<string>();
  work({
    row(table, cells) {
      const id = cells[table === 'accounts' ? 'id' : 'accountId'];
      if (typeof id === 'string') accounts.add(id);
    },
  });
  refreshAccounts(db, [...accounts]);
}

/** Counts the summaries of clients anew: after rows moved between them, or they came and went. */
export function refreshAccounts(db: WritableDb, ids: readonly string[]): void {
  for (const id of ids) refreshSummary(db, id);
}
