import { z } from 'zod';
import { AccountType } from '../../../shared/domain/account.ts';
import { AbcClass, type AccountHealth } from '../../../shared/domain/accountView.ts';
import { addDays, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { abcXyz, profitShares } from '../../../shared/domain/portfolio.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import { readCuts } from './cutsStore.ts';
import { readSetting, saveSetting } from './libraryStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { measureAccounts, portfolioCurrency, type HeldMeasures } from './portfolioStore.ts';
import { fromRow } from './rows.ts';

export const typeOrder: readonly AccountType[] = ['breadwinner', 'imageMaker', 'expert', 'prospective'];
export const healthOrder: readonly AccountHealth[] = ['even', 'attention', 'risk'];
/** The class of clients without deliveries. */
export const noClass = 4;
/** A client is silent after half as long again as its own usual gap (GLOSSARY: молчание клиента). */
const silenceFactor = 1.5;

/** Sorts in plain byte order as people read: numbers by their size, Cyrillic before Latin, marks aside. */
export function nameKeyOf(name: string): string {
  return foldText(name)
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .replaceAll(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(12, '0'))
    .replaceAll(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x20_00));
}

const Listed = z.object({
  id: AccountId,
  name: z.string(),
  types: z.array(AccountType),
  nextStepOn: CalendarDate.nullable(),
  parentAccountId: AccountId.nullable(),
});

const Sums = z.object({
  revenue12mMinor: z.int(),
  profit12mMinor: z.int(),
  xyz: z.string().nullable(),
});

/** Answers whether the line's sums changed, on which the shares of all clients hang. */
function putLine(db: WritableDb, account: z.infer<typeof Listed>, held: HeldMeasures): boolean {
  const { measures, holdsUntil } = held;
  const { lastContactOn, usualGapDays } = measures;
  const [main] = account.types;
  const row = db
    .prepare(/* sql */ `
      SELECT revenue12mMinor, profit12mMinor, xyz FROM account_listing WHERE accountId = :id`)
    .get({ id: account.id });
  const before = row === undefined ? null : Sums.parse(row);
  // What all clients are needed for stays as it was until it is counted for all.
  db.prepare(/* sql */ `
    INSERT INTO account_listing (accountId, nameKey, mainType, typeBits, abc, xyz, profitSharePermille,
      revenue12mMinor, profit12mMinor, lastContactOn, usualGapDays, quietUntil, completenessPercent, health, nextStepOn, parentId,
      holdsUntil)
    VALUES (:accountId, :nameKey, :mainType, :typeBits, :abc, :xyz, 0,
      :revenue12mMinor, :profit12mMinor, :lastContactOn, :usualGapDays, :quietUntil, :completenessPercent, :health, :nextStepOn,
      :parentId, :holdsUntil)
    ON CONFLICT (accountId) DO UPDATE SET nameKey = :nameKey, mainType = :mainType, typeBits = :typeBits, xyz = :xyz,
      abc = iif(:xyz IS NULL, ${noClass}, abc), revenue12mMinor = :revenue12mMinor, profit12mMinor = :profit12mMinor,
      lastContactOn = :lastContactOn, usualGapDays = :usualGapDays, quietUntil = :quietUntil,
      completenessPercent = :completenessPercent, health = :health, nextStepOn = :nextStepOn,
      parentId = :parentId, holdsUntil = :holdsUntil`).run({
    accountId: account.id,
    nameKey: nameKeyOf(account.name),
    mainType: main === undefined ? null : typeOrder.indexOf(main),
    typeBits: account.types.reduce((bits, type) => bits | (1 << typeOrder.indexOf(type)), 0),
    abc: noClass,
    xyz: measures.xyz,
    revenue12mMinor: measures.revenue12mMinor,
    profit12mMinor: measures.profit12mMinor,
    lastContactOn,
    usualGapDays,
    quietUntil:
      lastContactOn === null || usualGapDays === null
        ? null
        : addDays(lastContactOn, Math.floor(usualGapDays * silenceFactor)),
    completenessPercent: measures.completenessPercent,
    health: healthOrder.indexOf(measures.health),
    nextStepOn: account.nextStepOn,
    parentId: account.parentAccountId,
    holdsUntil,
  });
  return (
    before === null ||
    before.revenue12mMinor !== measures.revenue12mMinor ||
    before.profit12mMinor !== measures.profit12mMinor ||
    (before.xyz === null) !== (measures.xyz === null)
  );
}

// A branch whose parent was deleted stands for itself.
const fields = `id, name, types, nextStepOn,
  (SELECT parent.id FROM accounts parent WHERE parent.id = accounts.parentAccountId AND parent.deletedAtMs IS NULL)
    AS parentAccountId`;
const Pending = z.object({ accountId: z.string() });
const Setting = {
  day: 'listingDay',
  currency: 'listingCurrency',
  shares: 'listingShares',
  profit: 'listingProfit',
} as const;

/** As many lines are counted at a time: other calls are answered between two such pieces. */
export const linesAtATime = 500;

function readCurrency(db: ReadableDb): string | null {
  const currency = readSetting(db, Setting.currency) ?? '';
  return currency === '' ? null : currency;
}

/** Counts the lines of some clients for a day; one that is deleted or put away has none. */
function putLines(db: WritableDb, ids: readonly string[], day: CalendarDate): void {
  const listed = db
    .prepare(/* sql */ `
      SELECT ${fields} FROM accounts
      WHERE deletedAtMs IS NULL AND archivedAtMs IS NULL AND id IN (SELECT value FROM json_each(:ids))`)
    .all({ ids: JSON.stringify(ids) })
    .map((row) => Listed.parse(fromRow(row, ['types'])));
  const there = new Set<string>(listed.map(({ id }) => id));
  const gone = ids.filter((id) => !there.has(id));
  for (const id of gone)
    db.prepare(/* sql */ `DELETE FROM account_listing WHERE accountId = :id`).run({ id });
  const measured = measureAccounts(db, day, ids, readCurrency(db));
  let areSharesStale = gone.length > 0;
  for (const account of listed) {
    const held = measured.get(account.id);
    if (held !== undefined && putLine(db, account, held)) areSharesStale = true;
  }
  if (areSharesStale) saveSetting(db, Setting.shares, 'stale');
}

function pendingIds(db: ReadableDb, most: number): string[] {
  return db
    .prepare(/* sql */ `SELECT accountId FROM listing_pending LIMIT :most`)
    .all({ most })
    .map((row) => Pending.parse(row).accountId);
}

function putPending(db: WritableDb, ids: readonly string[], day: CalendarDate): void {
  putLines(db, ids, day);
  db.prepare(/* sql */ `
    DELETE FROM listing_pending WHERE accountId IN (SELECT value FROM json_each(:ids))`).run({
    ids: JSON.stringify(ids),
  });
}

/** Brings the lines of the clients that a save touched in step with their rows; called at the end of every save. */
export function settleListing(db: WritableDb): void {
  const day = readSetting(db, Setting.day);
  // Before the first measuring is through there is no day to count for: who waits then is counted by it.
  if (day === null) return;
  for (let ids = pendingIds(db, linesAtATime); ids.length > 0; ids = pendingIds(db, linesAtATime))
    putPending(db, ids, CalendarDate.parse(day));
}

/** Lines that no longer hold on a day. */
function dueIds(db: ReadableDb, today: CalendarDate, most: number): string[] {
  return db
    .prepare(/* sql */ `
      SELECT accountId FROM account_listing INDEXED BY accountListingHolds WHERE holdsUntil < :today LIMIT :most`)
    .all({ today, most })
    .map((row) => Pending.parse(row).accountId);
}

/** Whether shares and states hold for the day. */
export function isMeasured(db: ReadableDb, today: CalendarDate): boolean {
  return (
    readSetting(db, Setting.day) === today &&
    readSetting(db, Setting.shares) === 'counted' &&
    dueIds(db, today, 1).length === 0
  );
}

/** Clients that were put away have no line, but their sums are part of the whole. */
function archivedSums(db: ReadableDb, today: CalendarDate): z.infer<typeof Sum>[] {
  const ids = db
    .prepare(/* sql */ `
      SELECT id AS accountId FROM accounts INDEXED BY accountsListed
      WHERE deletedAtMs IS NULL AND archivedAtMs IS NOT NULL`)
    .all()
    .map((row) => Pending.parse(row).accountId);
  return [...measureAccounts(db, today, ids, readCurrency(db))].map(([accountId, { measures }]) => ({
    ...measures,
    no: 0,
    accountId,
    abc: noClass,
  }));
}

const Sum = z.object({
  no: z.int(),
  accountId: AccountId,
  revenue12mMinor: z.int(),
  profit12mMinor: z.int(),
  xyz: z.string().nullable(),
  abc: z.int(),
  profitSharePermille: z.int(),
});

/** The profit of all clients that brought any, archived ones too, as it was when the shares were counted. */
export function wholeProfit(db: ReadableDb): number {
  return Number(readSetting(db, Setting.profit) ?? 0);
}

/** Shares and classes of all clients from the sums their lines keep. */
function putShares(db: WritableDb, today: CalendarDate): void {
  const sums = db
    .prepare(/* sql */ `
      SELECT no, accountId, revenue12mMinor, profit12mMinor, xyz, abc, profitSharePermille FROM account_listing`)
    .all()
    .map((row) => Sum.parse(row));
  const rows = [...sums, ...archivedSums(db, today)].map(
    ({ accountId, revenue12mMinor, profit12mMinor, xyz }) => ({
      accountId,
      deliveries:
        xyz === null
          ? []
          : [{ deliveredOn: today, revenueMinor: revenue12mMinor, profitMinor: profit12mMinor }],
    }),
  );
  const shares = profitShares(rows, today);
  saveSetting(
    db,
    Setting.profit,
    String(shares.reduce((sum, row) => sum + Math.max(row.profit12mMinor, 0), 0)),
  );
  const classes = abcXyz(rows, today, { cuts: readCuts(db) });
  const put = db.prepare(/* sql */ `
    UPDATE account_listing SET abc = :abc, profitSharePermille = :share WHERE no = :no`);
  sums.forEach(({ no, ...before }, at) => {
    const { abc = null } = classes[at] ?? {};
    const rank = abc === null ? noClass : AbcClass.options.indexOf(abc) + 1;
    const share = shares[at]?.profitSharePermille ?? 0;
    if (rank !== before.abc || share !== before.profitSharePermille) put.run({ no, abc: rank, share });
  });
}

/** Says that no line holds any more. */
function dropLines(db: WritableDb): void {
  db.prepare(/* sql */ `UPDATE account_listing SET holdsUntil = '' WHERE holdsUntil <> ''`).run();
}

/** Has all lines and shares counted anew by {@link measureListing}: the rules they follow are others now. */
export function recountListing(db: WritableDb): void {
  dropLines(db);
  saveSetting(db, Setting.shares, 'stale');
}

/** Makes a day the one that the table is counted for. Most lines hold from one day to the next. */
function beginDay(db: WritableDb, before: string | null, today: CalendarDate): void {
  const currency = portfolioCurrency(db, today) ?? '';
  const holds = before !== null && before <= today && currency === readSetting(db, Setting.currency);
  if (!holds) dropLines(db);
  if (archivedSums(db, today).length > 0) saveSetting(db, Setting.shares, 'stale');
  saveSetting(db, Setting.currency, currency);
  saveSetting(db, Setting.day, today);
}

/**
 * Counts the next piece of what no longer holds on a day: lines first, the shares of all clients when no line is left.
 * Called until it is done.
 */
export function measureListing(
  db: WritableDb,
  today: CalendarDate,
): { readonly changed: boolean; readonly isDone: boolean } {
  if (isMeasured(db, today)) return { changed: false, isDone: true };
  const day = readSetting(db, Setting.day);
  if (day === null) {
    // The very first time: all clients wait.
    if (readSetting(db, Setting.currency) === null)
      saveSetting(db, Setting.currency, portfolioCurrency(db, today) ?? '');
    const ids = pendingIds(db, linesAtATime);
    if (ids.length > 0) putPending(db, ids, today);
    if (pendingIds(db, 1).length > 0) return { changed: true, isDone: false };
    // Lines that were counted before midnight, or in a currency that is no longer the commonest, are counted again.
    beginDay(db, today, today);
  } else if (day !== today) beginDay(db, day, today);
  const due = dueIds(db, today, linesAtATime);
  if (due.length > 0) putLines(db, due, today);
  if (dueIds(db, today, 1).length > 0) return { changed: true, isDone: false };
  if (readSetting(db, Setting.shares) !== 'counted') putShares(db, today);
  saveSetting(db, Setting.shares, 'counted');
  return { changed: true, isDone: true };
}
