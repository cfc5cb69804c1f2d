import { z } from 'zod';
import type { AccountType } from '../../../shared/domain/account.ts';
import { AbcClass, AccountRow } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { ClientsTableView } from '../../../shared/ipc/calls/clientsTable.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { healthOrder, isMeasured, noClass, typeOrder, wholeProfit } from './accountListing.ts';
import type { ReadableDb, SqlParams } from './openDatabase.ts';
import { fromRow } from './rows.ts';
import { findAccountNos } from './search.ts';
import { hasUnsettledSearch } from './searchIndex.ts';

/** More clients than anybody reads through; what was typed is narrowed then. */
const mostFound = 5000;
/** What opens a table or a new order: to find the first lines costs a tenth of sorting them all. */
const firstLines = 400;

// What a column sorts by; what is not known comes last in both directions.
const columnValues: Readonly<Record<ClientsTableView['column'], string>> = {
  name: 'nameKey',
  type: 'mainType',
  cell: `iif(abc = ${noClass}, NULL, abc * 10 + CASE xyz WHEN 'X' THEN 1 WHEN 'Y' THEN 2 ELSE 3 END)`,
  share: 'profit12mMinor',
  contact: 'lastContactOn',
  completeness: 'completenessPercent',
  health: 'health',
  nextStep: 'nextStepOn',
};
const alwaysKnown: ReadonlySet<string> = new Set(['name', 'share', 'completeness', 'health']);

function orderOf({ column, descending, grouped }: ClientsTableView): string {
  const value = columnValues[column];
  const order = [
    ...(grouped ? ['abc'] : []),
    ...(alwaysKnown.has(column) ? [] : [`${value} IS NULL`]),
    `${value}${descending ? ' DESC' : ''}`,
    ...(column === 'name' ? [] : ['nameKey']),
  ];
  return `ORDER BY ${order.join(', ')}`;
}

type Condition = { readonly where: string; readonly params: SqlParams };

/** The clients that were found, and those of them that the filters let through. */
function conditionsOf(
  db: ReadableDb,
  view: ClientsTableView,
  today: CalendarDate,
): { readonly found: Condition; readonly passes: string } {
  const query = view.query.trim();
  const found: Condition =
    query === ''
      ? { where: '1', params: {} }
      : {
          where: 'no IN (SELECT value FROM json_each(:found))',
          params: { found: foundLines(db, query, today) },
        };
  const bits = view.types.reduce((sum, type) => sum | (1 << typeOrder.indexOf(type)), 0);
  const passes = [
    ...(bits === 0 ? [] : [`typeBits & ${bits} <> 0`]),
    ...(view.health.length === 0
      ? []
      : [`health IN (${view.health.map((health) => healthOrder.indexOf(health)).join(', ')})`]),
    ...(view.headsOnly ? ['parentId IS NULL'] : []),
    // Where the rhythm is not known, the client is not silent; a sum over nothing but unknown would be NULL.
    ...(view.silentOnly ? [`coalesce(quietUntil < '${today}', 0)`] : []),
  ];
  return { found, passes: passes.length === 0 ? '1' : passes.join(' AND ') };
}

const Group = z.object({
  abc: z.int(),
  count: z.int(),
  shown: z.int(),
  profitMinor: z.int(),
  shownProfitMinor: z.int(),
  largestMinor: z.int(),
  silent: z.int(),
  heads: z.int(),
  type0: z.int(),
  type1: z.int(),
  type2: z.int(),
  type3: z.int(),
});
const groupKeys = [...AbcClass.options, 'none'] as const;
const Count = z.object({ total: z.int() });

/** How many clients there are. */
export function countAccounts(db: ReadableDb): number {
  return Count.parse(
    db.prepare(/* sql */ `SELECT count(*) AS total FROM accounts WHERE deletedAtMs IS NULL`).get(),
  ).total;
}

const Rev = z.object({ rev: z.int() });

/** Answers of one vault, kept until the next save or day: the same question is not counted twice. */
type Kept<Answer> = { readonly stamp: string; readonly answers: Map<string, Answer> };

/** As many answers are kept at once; a view of a hundred thousand lines is one of them. */
const mostKept = 4;

/** Answers from `kept` what was asked since the last save, and else counts it. */
function remembered<Answer>(
  kept: WeakMap<ReadableDb, Kept<Answer>>,
  db: ReadableDb,
  asked: { readonly today: CalendarDate; readonly key: string },
  count: () => Answer,
): Answer {
  const { rev } = Rev.parse(db.prepare(/* sql */ `SELECT rev FROM vault_meta`).get());
  const stamp = `${rev} ${asked.today}`;
  const before = kept.get(db);
  const answers = before?.stamp === stamp ? before.answers : new Map<string, Answer>();
  if (before?.stamp !== stamp) kept.set(db, { stamp, answers });
  const known = answers.get(asked.key);
  if (known !== undefined) return known;
  const answer = count();
  for (const key of answers.keys()) if (answers.size >= mostKept) answers.delete(key);
  answers.set(asked.key, answer);
  return answer;
}

const Order = z.object({ numbers: z.string().nullable() });
const founds = new WeakMap<ReadableDb, Kept<string>>();

/** Numbers of the lines that were found, as JSON: sums, rows and ticks of one search ask for the same. */
function foundLines(db: ReadableDb, query: string, today: CalendarDate): string {
  return remembered(founds, db, { today, key: query }, () => {
    const { numbers } = Order.parse(
      db
        .prepare(/* sql */ `
          SELECT json_group_array(l.no) AS numbers
          FROM json_each(:accountNos) wanted
          CROSS JOIN search_accounts a ON a.accountNo = wanted.value
          CROSS JOIN account_listing l ON l.accountId = a.accountId`)
        .get({ accountNos: JSON.stringify(findAccountNos(db, query, mostFound)) }),
    );
    return numbers ?? '[]';
  });
}

/** All that a table says above and below its rows. */
export type ClientsSums = Omit<OutputOf<'clients.table'>, 'rows'>;
const sums = new WeakMap<ReadableDb, Kept<ClientsSums>>();

/** Sums of the clients table: its groups, what its filters would let through, how much of it there is. */
export function readClientsSums(db: ReadableDb, view: ClientsTableView, today: CalendarDate): ClientsSums {
  // Another order has the same sums.
  const { query, types, health, silentOnly, headsOnly } = view;
  const key = JSON.stringify([query, types, health, silentOnly, headsOnly]);
  return remembered(sums, db, { today, key }, () => countSums(db, view, today));
}

function countSums(db: ReadableDb, view: ClientsTableView, today: CalendarDate): ClientsSums {
  const { found, passes } = conditionsOf(db, view, today);
  const groups = db
    .prepare(/* sql */ `
      SELECT abc, count(*) AS count, sum(${passes}) AS shown,
        sum(max(profit12mMinor, 0)) AS profitMinor,
        sum(iif(${passes}, max(profit12mMinor, 0), 0)) AS shownProfitMinor, max(profit12mMinor) AS largestMinor,
        sum(coalesce(quietUntil < :today, 0)) AS silent, sum(parentId IS NULL) AS heads,
        ${[0, 1, 2, 3].map((type) => `sum(typeBits >> ${type} & 1) AS type${type}`).join(', ')}
      FROM account_listing WHERE ${found.where} GROUP BY abc ORDER BY abc`)
    .all({ ...found.params, today })
    .map((row) => Group.parse(row));
  const sum = (of: (group: z.infer<typeof Group>) => number): number =>
    groups.reduce((whole, group) => whole + of(group), 0);
  const types: Record<AccountType, number> = {
    breadwinner: sum(({ type0 }) => type0),
    imageMaker: sum(({ type1 }) => type1),
    expert: sum(({ type2 }) => type2),
    prospective: sum(({ type3 }) => type3),
  };
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
    total: countAccounts(db),
    found: sum(({ count }) => count),
    shown: sum(({ shown }) => shown),
    sharePermille: permilleOf(sum(({ shownProfitMinor }) => shownProfitMinor)),
    largestProfitMinor: Math.max(0, ...groups.map(({ largestMinor }) => largestMinor)),
    groups: groups.map(({ abc, count, shown }, at) => ({
      key: groupKeys[abc - 1] ?? 'none',
      count,
      shown,
      sharePermille: groupShares[at] ?? 0,
    })),
    types,
    silent: sum(({ silent }) => silent),
    heads: sum(({ heads }) => heads),
    isMeasured: isMeasured(db, today),
    isIndexing: view.query.trim() !== '' && hasUnsettledSearch(db),
  };
}

const orders = new WeakMap<ReadableDb, Kept<readonly number[]>>();

function sortLines(db: ReadableDb, view: ClientsTableView, today: CalendarDate, most: number): number[] {
  const { found, passes } = conditionsOf(db, view, today);
  const { numbers } = Order.parse(
    db
      .prepare(/* sql */ `
        SELECT json_group_array(no) AS numbers FROM (
          SELECT no FROM account_listing WHERE ${found.where} AND ${passes} ${orderOf(view)} LIMIT :most)`)
      .get({ ...found.params, most }),
  );
  // SQLite's own list of its integer keys; checking a hundred thousand of them would cost more than sorting them.
  return JSON.parse(numbers ?? '[]') as number[];
}

/** Numbers of the first lines in the order of a view, at least `upTo` where there are so many; kept for scrolling. */
function orderedLines(
  db: ReadableDb,
  view: ClientsTableView,
  today: CalendarDate,
  upTo: number,
): readonly number[] {
  const key = JSON.stringify(view);
  const first = remembered(orders, db, { today, key: `first ${key}` }, () =>
    sortLines(db, view, today, firstLines),
  );
  if (upTo <= firstLines || first.length < firstLines) return first;
  return remembered(orders, db, { today, key: `all ${key}` }, () => sortLines(db, view, today, -1));
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
