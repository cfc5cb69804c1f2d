import { z } from 'zod';
import type { AccountPlan } from '../../../shared/domain/accountPlan.ts';
import { addMonths, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { BoughtOf, CrossSaleMap, CrossSaleRow, OfferedOf } from '../../../shared/domain/crossSale.ts';
import { crossSaleMap, departmentRow, directionKey } from '../../../shared/domain/crossSale.ts';
import { AccountId, ProposalId } from '../../../shared/domain/ids.ts';
import { Currency } from '../../../shared/domain/money.ts';
import { portfolioMonths } from '../../../shared/domain/portfolio.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import type { ReadableDb } from './openDatabase.ts';
import { stemOf, wordsOf } from './searchText.ts';

/** More columns or rows than this are no map. */
const mostDirections = 24;
const mostRows = 40;
/** Shorter words («и», «для») say nothing of a direction. */
const tellingLetters = 4;

const NamedAccount = z.object({ id: AccountId, name: z.string() });
const Department = z.object({ department: z.string() });

/** The client, its branches, or its departments while it has no branches. */
function readRows(db: ReadableDb, accountId: AccountId, name: string): CrossSaleRow[] {
  const branches = db
    .prepare(/* sql */ `
      SELECT id, name FROM accounts WHERE parentAccountId = :accountId AND deletedAtMs IS NULL ORDER BY name
      LIMIT ${mostRows}`)
    .all({ accountId })
    .map((row) => NamedAccount.parse(row));
  const client: CrossSaleRow = { key: accountId, kind: 'client', name, accountId };
  if (branches.length > 0)
    return [
      client,
      ...branches.map((branch) => ({
        key: branch.id,
        kind: 'branch' as const,
        name: branch.name,
        accountId: branch.id,
      })),
    ];
  const departments = db
    .prepare(/* sql */ `
      SELECT DISTINCT trim(department) AS department FROM people
      WHERE accountId = :accountId AND deletedAtMs IS NULL AND trim(department) <> '' ORDER BY 1 LIMIT ${mostRows}`)
    .all({ accountId })
    .map((row) => Department.parse(row).department);
  return [
    client,
    ...departments.map((department) => ({
      key: departmentRow(department),
      kind: 'department' as const,
      name: department,
      accountId,
    })),
  ];
}

const Direction = z.object({ direction: z.string() });

/** Texts typed anew for every delivery are no directions: beyond so many they are not read. */
const mostRead = 300;

/**
 * What we sell: directions of all deliveries, each found by a seek of its index, then groups of the price list. Those
 * that this client buys most of stand first, the rest by name.
 */
function readDirections(db: ReadableDb, bought: readonly BoughtOf[]): string[] {
  const sold = db
    .prepare(/* sql */ `
      WITH RECURSIVE found (direction) AS (
        SELECT min(direction) FROM deliveries WHERE deletedAtMs IS NULL
        UNION ALL
        SELECT (SELECT min(direction) FROM deliveries WHERE deletedAtMs IS NULL AND direction > found.direction)
          FROM found WHERE found.direction IS NOT NULL LIMIT ${mostRead})
      SELECT trim(direction) AS direction FROM found WHERE trim(direction) <> ''`)
    .all();
  const priced = db
    .prepare(/* sql */ `
      SELECT DISTINCT trim("group") AS direction FROM price_items
      WHERE deletedAtMs IS NULL AND trim("group") <> '' ORDER BY 1 LIMIT ${mostRead}`)
    .all();
  const sums = new Map<string, number>();
  for (const { direction, allMinor } of bought)
    sums.set(directionKey(direction), (sums.get(directionKey(direction)) ?? 0) + allMinor);
  const found = new Map<string, string>();
  for (const row of [...sold, ...priced]) {
    const { direction } = Direction.parse(row);
    if (!found.has(directionKey(direction))) found.set(directionKey(direction), direction);
  }
  const sumOf = (key: string): number => sums.get(key) ?? 0;
  return [...found]
    .toSorted(([one], [other]) => sumOf(other) - sumOf(one))
    .map(([, direction]) => direction)
    .slice(0, mostDirections);
}

const Bought = z.object({
  row: z.string(),
  direction: z.string(),
  currency: Currency,
  recentMinor: z.int(),
  allMinor: z.int(),
  recentCount: z.int(),
  lastOn: CalendarDate,
});

function readBought(db: ReadableDb, accountIds: readonly string[], today: CalendarDate): BoughtOf[] {
  return db
    .prepare(/* sql */ `
      SELECT accountId AS row, trim(direction) AS direction, currency, sum(revenueMinor) AS allMinor,
        sum(CASE WHEN deliveredOn > :since THEN revenueMinor ELSE 0 END) AS recentMinor,
        sum(CASE WHEN deliveredOn > :since THEN 1 ELSE 0 END) AS recentCount, max(deliveredOn) AS lastOn
      FROM deliveries
      WHERE accountId IN (SELECT value FROM json_each(:accountIds)) AND deletedAtMs IS NULL AND deliveredOn <= :today
      GROUP BY 1, 2, 3`)
    .all({ accountIds: JSON.stringify(accountIds), today, since: addMonths(today, -portfolioMonths) })
    .map((row) => Bought.parse(row));
}

const Offered = z.object({
  accountId: z.string(),
  id: ProposalId,
  number: z.string(),
  text: z.string(),
  on: CalendarDate,
  status: z.string(),
});

/** Whether a text speaks of a direction: by the stem of any telling word («Компрессоры» in «компрессорная станция»). */
function speaksOf(text: string, direction: string): boolean {
  const stems = (of: string): string[] =>
    wordsOf(foldText(of))
      .filter((word) => word.length >= tellingLetters)
      .map(stemOf);
  const said = stems(text);
  return stems(direction).some((stem) => said.some((other) => other.startsWith(stem)));
}

function readOffered(
  db: ReadableDb,
  accountIds: readonly string[],
  directions: readonly string[],
): OfferedOf[] {
  return db
    .prepare(/* sql */ `
      SELECT accountId, id, number, title || ' ' || subject AS text, coalesce(sentOn, documentDate) AS "on", status
      FROM proposals
      WHERE accountId IN (SELECT value FROM json_each(:accountIds)) AND deletedAtMs IS NULL AND status <> 'draft'`)
    .all({ accountIds: JSON.stringify(accountIds) })
    .flatMap((row) => {
      const { accountId, id, number, text, on, status } = Offered.parse(row);
      return directions
        .filter((direction) => speaksOf(text, direction))
        .map((direction) => ({
          row: accountId,
          direction,
          id,
          number,
          on,
          declined: status === 'declined',
        }));
    });
}

/** The cross-sale map of a client on a day. */
export function readCrossSale(
  db: ReadableDb,
  account: { readonly id: AccountId; readonly name: string },
  marks: AccountPlan['crossSale'],
  today: CalendarDate,
): CrossSaleMap {
  const rows = readRows(db, account.id, account.name);
  const accountIds = [...new Set(rows.map(({ accountId }) => accountId))];
  const bought = readBought(db, accountIds, today);
  const directions = readDirections(db, bought);
  return crossSaleMap({
    rows,
    directions,
    bought,
    offered: readOffered(db, accountIds, directions),
    marks,
  });
}
