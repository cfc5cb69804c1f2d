import { z } from 'zod';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ClientsTableView } from '../../../shared/ipc/calls/clientsTable.ts';
import { healthOrder, noClass, typeOrder } from './accountListing.ts';
import type { ReadableDb } from './openDatabase.ts';
import { findAccountNos } from './search.ts';
import { remembered, type Shelf } from './untilSave.ts';

/** More clients than anybody reads through; what was typed is narrowed then. */
const mostFound = 5000;

/**
 * What the clients table counts and filters by, a column each, the lines in one order of their own. Thousands of lines
 * are told from others with every key of a search: SQLite would look each of them up again.
 */
export type ListingLines = {
  /** Keys of the lines. */
  readonly nos: Int32Array;
  /** The place of a line by its key. */
  readonly placeOf: Int32Array;
  readonly abc: Uint8Array;
  readonly profitMinor: Float64Array;
  readonly typeBits: Uint8Array;
  readonly health: Uint8Array;
  /** 1 = silent by its own rhythm today; where the rhythm is not known, a client is not silent. */
  readonly silent: Uint8Array;
  /** 1 = a branch of no other client. */
  readonly heads: Uint8Array;
};

const Columns = z.object({
  nos: z.string(),
  abc: z.string(),
  profitMinor: z.string(),
  typeBits: z.string(),
  health: z.string(),
  silent: z.string(),
  heads: z.string(),
});

/** SQLite's own list of integers; checking a hundred thousand of them would cost more than sorting them. */
const integers = (json: string): number[] => JSON.parse(json) as number[];

/** For every number of a list its place there, −1 for those between. */
function placesOf(numbers: readonly number[] | Int32Array): Int32Array {
  let most = -1;
  for (const no of numbers) most = Math.max(most, no);
  const places = new Int32Array(most + 1).fill(-1);
  numbers.forEach((no, at) => {
    places[no] = at;
  });
  return places;
}

const columns: Shelf<ListingLines> = new WeakMap();

/** The lines of the clients table as they are for a day. */
export function listingLines(db: ReadableDb, today: CalendarDate): ListingLines {
  return remembered(columns, db, { today, key: '' }, () => {
    const read = Columns.parse(
      db
        .prepare(/* sql */ `
          SELECT json_group_array(no) AS nos, json_group_array(abc) AS abc,
            json_group_array(profit12mMinor) AS profitMinor, json_group_array(typeBits) AS typeBits,
            json_group_array(health) AS health, json_group_array(coalesce(quietUntil < :today, 0)) AS silent,
            json_group_array(parentId IS NULL) AS heads
          FROM account_listing INDEXED BY accountListingSums`)
        .get({ today }),
    );
    const nos = Int32Array.from(integers(read.nos));
    return {
      nos,
      placeOf: placesOf(nos),
      abc: Uint8Array.from(integers(read.abc)),
      profitMinor: Float64Array.from(integers(read.profitMinor)),
      typeBits: Uint8Array.from(integers(read.typeBits)),
      health: Uint8Array.from(integers(read.health)),
      silent: Uint8Array.from(integers(read.silent)),
      heads: Uint8Array.from(integers(read.heads)),
    };
  });
}

const Accounts = z.object({ accountNos: z.string(), nos: z.string() });
const accounts: Shelf<Int32Array> = new WeakMap();

/** Keys of the lines by the numbers that the search knows clients by; −1 where a client has no line. */
function noOfAccounts(db: ReadableDb, today: CalendarDate): Int32Array {
  return remembered(accounts, db, { today, key: '' }, () => {
    const read = Accounts.parse(
      db
        .prepare(/* sql */ `
          SELECT json_group_array(a.accountNo) AS accountNos, json_group_array(l.no) AS nos
          FROM account_listing l CROSS JOIN search_accounts a ON a.accountId = l.accountId`)
        .get(),
    );
    const nos = integers(read.nos);
    return placesOf(integers(read.accountNos)).map((at) => nos[at] ?? -1);
  });
}

const founds: Shelf<Uint8Array> = new WeakMap();

/** 1 at the place of every line that a search finds; null = all are. */
export function foundLines(db: ReadableDb, view: ClientsTableView, today: CalendarDate): Uint8Array | null {
  const query = view.query.trim();
  if (query === '') return null;
  return remembered(founds, db, { today, key: query }, () => {
    const { nos, placeOf } = listingLines(db, today);
    const noOf = noOfAccounts(db, today);
    const found = new Uint8Array(nos.length);
    for (const accountNo of findAccountNos(db, query, mostFound)) {
      const place = placeOf[noOf[accountNo] ?? -1] ?? -1;
      if (place >= 0) found[place] = 1;
    }
    return found;
  });
}

/** Whether a view's filters let the line at a place through; null = they let all through. */
export function filterOf(view: ClientsTableView): ((lines: ListingLines, at: number) => boolean) | null {
  const bits = view.types.reduce((sum, type) => sum | (1 << typeOrder.indexOf(type)), 0);
  const healths = new Set(view.health.map((health) => healthOrder.indexOf(health)));
  const { silentOnly, headsOnly } = view;
  if (bits === 0 && healths.size === 0 && !silentOnly && !headsOnly) return null;
  return ({ typeBits, health, silent, heads }, at) =>
    (bits === 0 || ((typeBits[at] ?? 0) & bits) !== 0) &&
    (healths.size === 0 || healths.has(health[at] ?? -1)) &&
    (!silentOnly || silent[at] === 1) &&
    (!headsOnly || heads[at] === 1);
}

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

type Order = Pick<ClientsTableView, 'column' | 'descending' | 'grouped'>;

function orderOf({ column, descending, grouped }: Order): string {
  const value = columnValues[column];
  const order = [
    ...(grouped ? ['abc'] : []),
    ...(alwaysKnown.has(column) ? [] : [`${value} IS NULL`]),
    `${value}${descending ? ' DESC' : ''}`,
    ...(column === 'name' ? [] : ['nameKey']),
  ];
  return `ORDER BY ${order.join(', ')}`;
}

const Numbers = z.object({ numbers: z.string() });
const orders: Shelf<readonly number[]> = new WeakMap();

/** Keys of all lines in an order, or of its first `most`: to find those costs a tenth of sorting them all. */
function sortedLines(
  db: ReadableDb,
  order: Order,
  today: CalendarDate,
  most: number | null,
): readonly number[] {
  const { column, descending, grouped } = order;
  return remembered(orders, db, { today, key: `${column} ${descending} ${grouped} ${most}` }, () => {
    const { numbers } = Numbers.parse(
      db
        .prepare(/* sql */ `
          SELECT json_group_array(no) AS numbers
          FROM (SELECT no FROM account_listing ${orderOf(order)} LIMIT :most)`)
        .get({ most: most ?? -1 }),
    );
    return integers(numbers);
  });
}

/** What opens a table or a new order. */
const firstLines = 400;
const shown: Shelf<readonly number[]> = new WeakMap();

/** Keys of the lines of a view in its order, at least `upTo` where there are so many; kept for scrolling. */
export function orderedLines(
  db: ReadableDb,
  view: ClientsTableView,
  today: CalendarDate,
  upTo: number,
): readonly number[] {
  const found = foundLines(db, view, today);
  const passes = filterOf(view);
  if (found === null && passes === null)
    return sortedLines(db, view, today, upTo <= firstLines ? firstLines : null);
  return remembered(shown, db, { today, key: JSON.stringify(view) }, () => {
    const lines = listingLines(db, today);
    return sortedLines(db, view, today, null).filter((no) => {
      const at = lines.placeOf[no] ?? -1;
      return (found === null || found[at] === 1) && (passes === null || passes(lines, at));
    });
  });
}
