import { z } from 'zod';
import { AccountRow } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { readBranchLinks } from './accountFamily.ts';
import type { ReadableDb } from './openDatabase.ts';
import { readPortfolio } from './portfolioStore.ts';
import { fromRow } from './rows.ts';
import { findAccountIds } from './search.ts';
import { hasUnsettledSearch } from './searchIndex.ts';

/** More clients than anybody reads through; what was typed is narrowed then. */
const mostFound = 5000;

const Listed = AccountRow.omit({ measures: true, parent: true, branches: true });

/**
 * Lines of the clients table. Without a query all, by name; with one those that match it, by their own name first.
 * `total` counts all clients; archived ones are a list of their own.
 */
export function listAccounts(
  db: ReadableDb,
  query: string,
  today: CalendarDate,
  archived = false,
): { rows: AccountRow[]; total: number; isIndexing: boolean } {
  const portfolio = readPortfolio(db, today);
  const found = query.trim() === '' ? null : findAccountIds(db, query, mostFound);
  const put = archived ? 'archivedAtMs IS NOT NULL' : 'archivedAtMs IS NULL';
  const listed =
    found === null
      ? db
          .prepare(/* sql */ `SELECT id, name, legalForm, inn, industry, city, types, currency, nextStep, nextStepOn
            FROM accounts INDEXED BY accountsListed WHERE deletedAtMs IS NULL AND ${put}`)
          .all()
      : db
          .prepare(/* sql */ `
            SELECT accounts.id, name, legalForm, inn, industry, city, types, currency, nextStep, nextStepOn
            FROM json_each(:ids) found CROSS JOIN accounts INDEXED BY accountsListed ON accounts.id = found.value
            WHERE deletedAtMs IS NULL AND ${put}`)
          .all({ ids: JSON.stringify(found) });
  const { parentOf, branchesOf } = readBranchLinks(db);
  const rows = listed.flatMap((row) => {
    const account = Listed.parse(fromRow(row, ['types']));
    const measures = portfolio.get(account.id);
    if (measures === undefined) return [];
    const parent = parentOf.get(account.id) ?? null;
    return [{ ...account, measures, parent, branches: branchesOf.get(account.id) ?? 0 }];
  });
  return {
    rows: found === null ? sortByName(rows) : sortByFound(rows, found),
    total: countAccounts(db, archived),
    isIndexing: found !== null && hasUnsettledSearch(db),
  };
}

const Count = z.object({ count: z.int() });

function countAccounts(db: ReadableDb, archived: boolean): number {
  const put = archived ? 'archivedAtMs IS NOT NULL' : 'archivedAtMs IS NULL';
  const row = db
    .prepare(/* sql */ `
      SELECT count(*) AS count FROM accounts INDEXED BY accountsListed WHERE deletedAtMs IS NULL AND ${put}`)
    .get();
  return Count.parse(row).count;
}

// One collator for all comparisons: building it is what localeCompare spends its time on.
const collator = new Intl.Collator(['ru', 'en'], { sensitivity: 'base', numeric: true });

function sortByName(rows: readonly AccountRow[]): AccountRow[] {
  return rows.toSorted((a, b) => collator.compare(a.name, b.name));
}

function sortByFound(rows: readonly AccountRow[], found: readonly string[]): AccountRow[] {
  const place = new Map(found.map((id, at) => [id, at]));
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}
