import { z } from 'zod';
import { AccountType } from '../../../shared/domain/account.ts';
import { AbcClass, type AccountHealth, type AccountMeasures } from '../../../shared/domain/accountView.ts';
import { addDays, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { abcXyz, profitShares } from '../../../shared/domain/portfolio.ts';
import { readSetting, saveSetting } from './libraryStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { measureAccount, portfolioCurrency, readPortfolio } from './portfolioStore.ts';
import { fromRow } from './rows.ts';
import { foldText } from './searchText.ts';

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

function putLine(db: WritableDb, account: z.infer<typeof Listed>, measures: AccountMeasures): void {
  const { lastContactOn, usualGapDays } = measures;
  const [main] = account.types;
  // What all clients are needed for stays as it was until it is counted for all.
  db.prepare(/* sql */ `
    INSERT INTO account_listing (accountId, nameKey, mainType, typeBits, abc, xyz, profitSharePermille,
      revenue12mMinor, profit12mMinor, lastContactOn, usualGapDays, quietUntil, completenessPercent, health, nextStepOn, parentId)
    VALUES (:accountId, :nameKey, :mainType, :typeBits, :abc, :xyz, 0,
      :revenue12mMinor, :profit12mMinor, :lastContactOn, :usualGapDays, :quietUntil, :completenessPercent, :health, :nextStepOn,
      :parentId)
    ON CONFLICT (accountId) DO UPDATE SET nameKey = :nameKey, mainType = :mainType, typeBits = :typeBits, xyz = :xyz,
      abc = iif(:xyz IS NULL, ${noClass}, abc), revenue12mMinor = :revenue12mMinor, profit12mMinor = :profit12mMinor,
      lastContactOn = :lastContactOn, usualGapDays = :usualGapDays, quietUntil = :quietUntil,
      completenessPercent = :completenessPercent, health = :health, nextStepOn = :nextStepOn,
      parentId = :parentId`).run({
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
  });
}

// A branch whose parent was deleted stands for itself.
const fields = `id, name, types, nextStepOn,
  (SELECT parent.id FROM accounts parent WHERE parent.id = accounts.parentAccountId AND parent.deletedAtMs IS NULL)
    AS parentAccountId`;
const Pending = z.object({ accountId: z.string() });
const Setting = { day: 'listingDay', currency: 'listingCurrency', shares: 'listingShares' } as const;

function listedOf(db: ReadableDb, ids: readonly string[] | null): z.infer<typeof Listed>[] {
  const some = ids === null ? '' : 'AND id IN (SELECT value FROM json_each(:ids))';
  return db
    .prepare(`SELECT ${fields} FROM accounts WHERE deletedAtMs IS NULL AND archivedAtMs IS NULL ${some}`)
    .all(ids === null ? {} : { ids: JSON.stringify(ids) })
    .map((row) => Listed.parse(fromRow(row, ['types'])));
}

/** Brings the lines of the clients that a save touched in step with their rows; called at the end of every save. */
export function settleListing(db: WritableDb): void {
  const ids = db
    .prepare(/* sql */ `SELECT accountId FROM listing_pending`)
    .all()
    .map((row) => Pending.parse(row).accountId);
  if (ids.length === 0) return;
  const day = readSetting(db, Setting.day);
  const listed = listedOf(db, ids);
  const there = new Set<string>(listed.map(({ id }) => id));
  for (const id of ids)
    if (!there.has(id)) db.prepare(/* sql */ `DELETE FROM account_listing WHERE accountId = :id`).run({ id });
  // Before the first measuring there is no day to measure for: all lines are made then.
  if (day !== null) {
    const currency = readSetting(db, Setting.currency);
    for (const account of listed) {
      const own = measureAccount(db, CalendarDate.parse(day), account.id, currency === '' ? null : currency);
      if (own !== null) putLine(db, account, own);
    }
    saveSetting(db, Setting.shares, 'stale');
  }
  db.prepare(/* sql */ `DELETE FROM listing_pending`).run();
}

/** Whether shares and states hold for the day. */
export function isMeasured(db: ReadableDb, today: CalendarDate): boolean {
  return readSetting(db, Setting.day) === today && readSetting(db, Setting.shares) === 'counted';
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

/** Shares and classes of all clients from the sums their lines keep. */
function putShares(db: WritableDb, today: CalendarDate): void {
  const sums = db
    .prepare(/* sql */ `
      SELECT no, accountId, revenue12mMinor, profit12mMinor, xyz, abc, profitSharePermille FROM account_listing`)
    .all()
    .map((row) => Sum.parse(row));
  const rows = sums.map(({ accountId, revenue12mMinor, profit12mMinor, xyz }) => ({
    accountId,
    deliveries:
      xyz === null
        ? []
        : [{ deliveredOn: today, revenueMinor: revenue12mMinor, profitMinor: profit12mMinor }],
  }));
  const shares = profitShares(rows, today);
  const classes = abcXyz(rows, today);
  const put = db.prepare(/* sql */ `
    UPDATE account_listing SET abc = :abc, profitSharePermille = :share WHERE no = :no`);
  sums.forEach(({ no, ...before }, at) => {
    const { abc = null } = classes[at] ?? {};
    const rank = abc === null ? noClass : AbcClass.options.indexOf(abc) + 1;
    const share = shares[at]?.profitSharePermille ?? 0;
    if (rank !== before.abc || share !== before.profitSharePermille) put.run({ no, abc: rank, share });
  });
}

/** Counts the whole table for a day, or the shares alone where the day is the same. Answers whether there was a need. */
export function measureListing(db: WritableDb, today: CalendarDate): boolean {
  if (isMeasured(db, today)) return false;
  if (readSetting(db, Setting.day) !== today) {
    const portfolio = readPortfolio(db, today);
    for (const account of listedOf(db, null)) {
      const measures = portfolio.get(account.id);
      if (measures !== undefined) putLine(db, account, measures);
    }
    db.prepare(/* sql */ `DELETE FROM listing_pending`).run();
    saveSetting(db, Setting.day, today);
    saveSetting(db, Setting.currency, portfolioCurrency(db, today) ?? '');
  }
  putShares(db, today);
  saveSetting(db, Setting.shares, 'counted');
  return true;
}
