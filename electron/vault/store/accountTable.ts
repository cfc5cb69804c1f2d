import { z } from 'zod';
import type { AccountType } from '../../../shared/domain/account.ts';
import { AbcClass, AccountRow } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { ClientsTableView } from '../../../shared/ipc/calls/clientsTable.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { healthOrder, isMeasured, noClass, typeOrder, wholeProfit } from './accountListing.ts';
import { filterOf, foundLines, listingLines, orderedLines } from './listingLines.ts';
import type { ReadableDb } from './openDatabase.ts';
import { fromRow } from './rows.ts';
import { hasUnsettledSearch } from './searchIndex.ts';
import { remembered, type Shelf } from './untilSave.ts';

const groupKeys = [...AbcClass.options, 'none'] as const;
const Count = z.object({ total: z.int() });

/** How many clients there are. */
export function countAccounts(db: ReadableDb): number {
  return Count.parse(
    db.prepare(/* sql */ `SELECT count(*) AS total FROM accounts WHERE deletedAtMs IS NULL`).get(),
  ).total;
}

const totals: Shelf<number> = new WeakMap();

/** All that a table says above and below its rows. */
export type ClientsSums = Omit<OutputOf<'clients.table'>, 'rows'>;
const sums: Shelf<ClientsSums> = new WeakMap();

/** Sums of the clients table: its groups, what its filters would let through, how much of it there is. */
export function readClientsSums(db: ReadableDb, view: ClientsTableView, today: CalendarDate): ClientsSums {
  // Another order has the same sums.
  const { query, types, health, silentOnly, headsOnly } = view;
  const key = JSON.stringify([query, types, health, silentOnly, headsOnly]);
  return remembered(sums, db, { today, key }, () => countSums(db, view, today));
}

/** What one class of clients adds up to. */
type Group = {
  count: number;
  shown: number;
  profitMinor: number;
  shownProfitMinor: number;
  largestMinor: number;
  silent: number;
  heads: number;
};

function countSums(db: ReadableDb, view: ClientsTableView, today: CalendarDate): ClientsSums {
  const lines = listingLines(db, today);
  const found = foundLines(db, view, today);
  const passes = filterOf(view);
  const groups = groupKeys.map((): Group => ({
    count: 0,
    shown: 0,
    profitMinor: 0,
    shownProfitMinor: 0,
    largestMinor: 0,
    silent: 0,
    heads: 0,
  }));
  const ofTypes = typeOrder.map(() => 0);
  for (let at = 0; at < lines.nos.length; at++) {
    if (found !== null && found[at] === 0) continue;
    const group = groups[(lines.abc[at] ?? noClass) - 1];
    if (group === undefined) continue;
    const profitMinor = Math.max(lines.profitMinor[at] ?? 0, 0);
    group.count += 1;
    group.profitMinor += profitMinor;
    group.largestMinor = Math.max(group.largestMinor, profitMinor);
    group.silent += lines.silent[at] ?? 0;
    group.heads += lines.heads[at] ?? 0;
    const bits = lines.typeBits[at] ?? 0;
    for (let type = 0; type < ofTypes.length; type++)
      ofTypes[type] = (ofTypes[type] ?? 0) + ((bits >> type) & 1);
    if (passes !== null && !passes(lines, at)) continue;
    group.shown += 1;
    group.shownProfitMinor += profitMinor;
  }
  const sum = (of: (group: Group) => number): number => groups.reduce((whole, group) => whole + of(group), 0);
  const types = Object.fromEntries(typeOrder.map((type, at) => [type, ofTypes[at] ?? 0])) as Record<
    AccountType,
    number
  >;
  const whole = wholeProfit(db);
  const permilleOf = (minor: number): number => (whole > 0 ? Math.round((minor / whole) * 1000) : 0);
  // Each group is rounded together with those before it, so that the groups add up to the whole.
  let before = 0;
  const groupShares = groups.map(({ profitMinor }) => {
    const from = permilleOf(before);
    before += profitMinor;
    return permilleOf(before) - from;
  });
  return {
    total: remembered(totals, db, { today, key: '' }, () => countAccounts(db)),
    found: sum(({ count }) => count),
    shown: sum(({ shown }) => shown),
    sharePermille: permilleOf(sum(({ shownProfitMinor }) => shownProfitMinor)),
    largestProfitMinor: Math.max(...groups.map(({ largestMinor }) => largestMinor)),
    groups: groups.flatMap(({ count, shown }, at) =>
      count === 0
        ? []
        : [{ key: groupKeys[at] ?? 'none', count, shown, sharePermille: groupShares[at] ?? 0 }],
    ),
    types,
    silent: sum(({ silent }) => silent),
    heads: sum(({ heads }) => heads),
    isMeasured: isMeasured(db, today),
    isIndexing: view.query.trim() !== '' && hasUnsettledSearch(db),
  };
}

const fields = `a.id, a.name, a.legalForm, a.inn, a.industry, a.city, a.types, a.currency, a.nextStep, a.nextStepOn`;
const Line = AccountRow.omit({ measures: true, parent: true }).extend({
  parentId: AccountRow.shape.id.nullable(),
  parentName: z.string().nullable(),
  abc: z.int(),
  xyz: AccountRow.shape.measures.shape.xyz,
  profitSharePermille: z.int(),
  revenue12mMinor: z.int(),
  profit12mMinor: z.int(),
  lastContactOn: AccountRow.shape.measures.shape.lastContactOn,
  usualGapDays: z.int().nullable(),
  completenessPercent: z.int(),
  health: z.int(),
});

/** The rows of a view from `offset` on, at most `limit`. */
export function readClientsRows(
  db: ReadableDb,
  view: ClientsTableView,
  window: { readonly offset: number; readonly limit: number },
  today: CalendarDate,
): AccountRow[] {
  const upTo = window.offset + window.limit;
  const numbers = orderedLines(db, view, today, upTo).slice(window.offset, upTo);
  return db
    .prepare(/* sql */ `
      SELECT ${fields}, l.abc, l.xyz, l.profitSharePermille, l.revenue12mMinor, l.profit12mMinor, l.lastContactOn,
        l.usualGapDays, l.completenessPercent, l.health, l.parentId, parent.name AS parentName,
        (SELECT count(*) FROM account_listing branch WHERE branch.parentId = a.id) AS branches
      FROM json_each(:numbers) wanted
      CROSS JOIN account_listing l ON l.no = wanted.value
      CROSS JOIN accounts a INDEXED BY accountsListed ON a.id = l.accountId AND a.deletedAtMs IS NULL
      LEFT JOIN accounts parent ON parent.id = l.parentId AND parent.deletedAtMs IS NULL
      ORDER BY wanted.key`)
    .all({ numbers: JSON.stringify(numbers) })
    .map((row) => {
      const { abc, health, parentId, parentName, ...line } = Line.parse(fromRow(row, ['types']));
      const { xyz, profitSharePermille, revenue12mMinor, profit12mMinor, ...rest } = line;
      const { lastContactOn, usualGapDays, completenessPercent, ...account } = rest;
      return {
        ...account,
        parent: parentId === null || parentName === null ? null : { id: parentId, name: parentName },
        measures: {
          abc: AbcClass.options[abc - 1] ?? null,
          xyz,
          profitSharePermille,
          revenue12mMinor,
          profit12mMinor,
          lastContactOn,
          usualGapDays,
          completenessPercent,
          health: healthOrder[health] ?? 'even',
        },
      };
    });
}

const Ids = z.object({ ids: z.string() });
const No = z.object({ no: z.int() });

/** Ids of lines, in their order. */
function idsOf(db: ReadableDb, numbers: readonly number[]): AccountId[] {
  const { ids } = Ids.parse(
    db
      .prepare(/* sql */ `
        SELECT json_group_array(l.accountId ORDER BY wanted.key) AS ids
        FROM json_each(:numbers) wanted CROSS JOIN account_listing l ON l.no = wanted.value`)
      .get({ numbers: JSON.stringify(numbers) }),
  );
  // SQLite's own list of a column that refers to accounts; it may be a hundred thousand long.
  return JSON.parse(ids) as AccountId[];
}

/** Numbers of the lines of some clients; a client without a line has none. */
function linesOf(db: ReadableDb, ids: readonly AccountId[]): number[] {
  return db
    .prepare(/* sql */ `
      SELECT l.no FROM json_each(:ids) wanted CROSS JOIN account_listing l ON l.accountId = wanted.value`)
    .all({ ids: JSON.stringify(ids) })
    .map((row) => No.parse(row).no);
}

/**
 * Ids of the clients of a view in its order: all, those between two of them, or those among some. Where one of the two
 * is not in the view, the second alone, as a range begins anew there.
 */
export function readClientsIds(
  db: ReadableDb,
  view: ClientsTableView,
  of: {
    readonly between?: readonly [AccountId, AccountId] | undefined;
    readonly among?: readonly AccountId[] | undefined;
  },
  today: CalendarDate,
): AccountId[] {
  const numbers = orderedLines(db, view, today, Infinity);
  if (of.between !== undefined) {
    const [from, to] = of.between.map((id) => numbers.indexOf(linesOf(db, [id])[0] ?? -1));
    if (from === undefined || to === undefined || to < 0) return [];
    const start = from < 0 ? to : from;
    return idsOf(db, numbers.slice(Math.min(start, to), Math.max(start, to) + 1));
  }
  if (of.among === undefined) return idsOf(db, numbers);
  const wanted = new Set(linesOf(db, of.among));
  return idsOf(
    db,
    numbers.filter((no) => wanted.has(no)),
  );
}

const Named = AccountRow.pick({ id: true, name: true });

/** Names of some clients that are not deleted. */
export function readAccountNames(
  db: ReadableDb,
  ids: readonly AccountId[],
): { readonly id: AccountId; readonly name: string }[] {
  return db
    .prepare(/* sql */ `
      SELECT id, name FROM accounts WHERE deletedAtMs IS NULL AND id IN (SELECT value FROM json_each(:ids))`)
    .all({ ids: JSON.stringify(ids) })
    .map((row) => Named.parse(row));
}
