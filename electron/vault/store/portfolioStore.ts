import { z } from 'zod';
import type { AccountMeasures } from '../../../shared/domain/accountView.ts';
import { addDays, addMonths, CalendarDate, calendarDate } from '../../../shared/domain/calendarDate.ts';
import { accountHealth, lastDaysOfSigns } from '../../../shared/domain/health.ts';
import { convertMinor, rateOn } from '../../../shared/domain/currencyRate.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { Currency } from '../../../shared/domain/money.ts';
import type { Dependence, PortfolioRow } from '../../../shared/domain/portfolio.ts';
import { abcXyz, dependenceOf, portfolioMonths, profitShares } from '../../../shared/domain/portfolio.ts';
import { openIssues, openSteps } from './accountHealth.ts';
import { readCuts } from './cutsStore.ts';
import type { ReadableDb, SqlParams } from './openDatabase.ts';
import { readCurrencyRates } from './rateStore.ts';

/** Measures of all accounts that are not deleted, by id. */
export type Portfolio = ReadonlyMap<AccountId, AccountMeasures>;

type Delivered = PortfolioRow['deliveries'][number];
/** A delivery as the sums of the portfolio need it. */
export type DeliveredRow = Delivered & { readonly accountId: AccountId; readonly currency: string };

/** Some accounts alone, in the currency that the whole portfolio is counted in; null = nothing was delivered yet. */
type Some = { readonly ids: readonly string[]; readonly currency: string | null };

const ofSome = 'AND accountId IN (SELECT value FROM json_each(:ids))';
const paramsOf = (some?: Some): SqlParams => (some === undefined ? {} : { ids: JSON.stringify(some.ids) });

/** Converts deliveries into the currency of the portfolio by the rates that the user gave; null where one is missing. */
export function converter(
  db: ReadableDb,
  main: string | undefined,
): (row: DeliveredRow) => Pick<Delivered, 'revenueMinor' | 'profitMinor'> | null {
  const to = Currency.safeParse(main);
  const all = readCurrencyRates(db);
  return ({ currency, deliveredOn, revenueMinor, profitMinor }) => {
    const from = Currency.safeParse(currency);
    if (!to.success || !from.success) return null;
    const rates = [from.data, to.data].flatMap((one) => rateOn(all, one, deliveredOn) ?? []);
    const revenue = convertMinor(revenueMinor, from.data, to.data, rates);
    const profit = convertMinor(profitMinor, from.data, to.data, rates);
    return revenue === null || profit === null ? null : { revenueMinor: revenue, profitMinor: profit };
  };
}

/** The currency that most of the rows are in; undefined without any. */
export function commonestCurrency(rows: readonly Pick<DeliveredRow, 'currency'>[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { currency } of rows) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * Deliveries of the last twelve months, summed by account and month (the rules look no closer), in the currency that
 * most of them are in. Amounts of two currencies cannot be added: another one is converted by the user's rate of its
 * day, and what has no rate is left out.
 */
function recentDeliveries(db: ReadableDb, today: CalendarDate, some?: Some): Map<AccountId, Delivered[]> {
  const rows = db
    .prepare(/* sql */ `
      SELECT accountId, deliveredOn, currency, revenueMinor, profitMinor
      FROM deliveries INDEXED BY deliveriesByAccount
      WHERE deletedAtMs IS NULL AND deliveredOn > :after AND deliveredOn <= :today
        ${some === undefined ? '' : ofSome}
      ORDER BY accountId, deliveredOn`)
    // The one place where rows are not parsed: there may be a hundred thousand, of a STRICT table whose every column is
    // checked by the schema.
    .all({
      after: addMonths(today, -portfolioMonths),
      today,
      ...paramsOf(some),
    }) as DeliveredRow[];
  const main = some?.currency ?? commonestCurrency(rows);
  const converted = converter(db, main);
  const byAccount = new Map<AccountId, Delivered[]>();
  for (const row of rows) {
    const { accountId, deliveredOn } = row;
    const sum = row.currency === main ? row : converted(row);
    if (sum === null) continue;
    const { revenueMinor, profitMinor } = sum;
    const months = byAccount.get(accountId) ?? [];
    if (months.length === 0) byAccount.set(accountId, months);
    const last = months.at(-1);
    // In the order of days, so that a month's deliveries follow one another.
    if (last?.deliveredOn.slice(0, 7) !== deliveredOn.slice(0, 7))
      months.push({ deliveredOn, revenueMinor, profitMinor });
    else {
      months[months.length - 1] = {
        deliveredOn,
        revenueMinor: last.revenueMinor + revenueMinor,
        profitMinor: last.profitMinor + profitMinor,
      };
    }
  }
  return byAccount;
}

const Summary = z.object({
  accountId: AccountId,
  lastContactOn: CalendarDate.nullable(),
  usualGapDays: z.int().nullable(),
  lastDeliveryOn: CalendarDate.nullable(),
  usualDeliveryGapDays: z.int().nullable(),
  completenessPercent: z.int(),
});

type Measured = {
  readonly accountId: AccountId;
  readonly measures: AccountMeasures;
  /** Until the end of which day the measures stay as they are, if nothing is saved. */
  holdsUntil(): CalendarDate;
};

const forEver = calendarDate('9999-12-31');

function computePortfolio(db: ReadableDb, today: CalendarDate, some?: Some): Measured[] {
  const summaries = db
    .prepare(/* sql */ `
      SELECT s.accountId, s.lastContactOn, s.usualGapDays, s.lastDeliveryOn, s.usualDeliveryGapDays, s.completenessPercent
      FROM account_summaries s JOIN accounts a ON a.id = s.accountId WHERE a.deletedAtMs IS NULL
        ${some === undefined ? '' : ofSome}`)
    .all(paramsOf(some))
    .map((row) => Summary.parse(row));
  const deliveries = recentDeliveries(db, today, some);
  const rows = summaries.map(({ accountId }) => ({ accountId, deliveries: deliveries.get(accountId) ?? [] }));
  const shares = profitShares(rows, today);
  const classes = abcXyz(rows, today, { cuts: readCuts(db) });
  const issues = openIssues(db, some?.ids);
  const steps = openSteps(db, today, some?.ids);
  return summaries.map((summary, at): Measured => {
    const { accountId, lastDeliveryOn, usualDeliveryGapDays, ...kept } = summary;
    const { openComplaints = [], openPromises = [] } = issues.get(accountId) ?? {};
    const { late = 0, dueOn = [] } = steps.get(accountId) ?? {};
    const signs = { ...kept, lastDeliveryOn, usualDeliveryGapDays, openComplaints, openPromises };
    return {
      accountId,
      measures: {
        ...kept,
        health: accountHealth({ ...signs, today, lateMilestones: late }),
        abc: classes[at]?.abc ?? null,
        xyz: classes[at]?.xyz ?? null,
        profitSharePermille: shares[at]?.profitSharePermille ?? 0,
        revenue12mMinor: shares[at]?.revenue12mMinor ?? 0,
        profit12mMinor: shares[at]?.profit12mMinor ?? 0,
      },
      holdsUntil: () => {
        // The first of the summed deliveries is the first to leave the twelve months.
        const [first] = deliveries.get(accountId) ?? [];
        const leaves =
          first === undefined ? [] : [addDays(addMonths(first.deliveredOn, portfolioMonths), -1)];
        return [...lastDaysOfSigns(signs), ...dueOn, ...leaves]
          .filter((day) => day >= today)
          .reduce((earliest, day) => (day < earliest ? day : earliest), forEver);
      },
    };
  });
}

const Ahead = z.object({ accountId: AccountId, deliveredOn: CalendarDate });

/** The next delivery that is entered ahead of its day, by account. */
function deliveriesAhead(db: ReadableDb, today: CalendarDate, some: Some): Map<AccountId, CalendarDate> {
  return new Map(
    db
      .prepare(/* sql */ `
        SELECT accountId, min(deliveredOn) AS deliveredOn FROM deliveries INDEXED BY deliveriesByAccount
        WHERE deletedAtMs IS NULL AND deliveredOn > :today ${ofSome} GROUP BY accountId`)
      .all({ today, ...paramsOf(some) })
      .map((row) => Ahead.parse(row))
      .map(({ accountId, deliveredOn }) => [accountId, deliveredOn]),
  );
}

/** Measures of an account, and the day until whose end they stay as they are, if nothing is saved. */
export type HeldMeasures = { readonly measures: AccountMeasures; readonly holdsUntil: CalendarDate };

/**
 * Measures of some accounts; one without a summary has none. Their `abc` and `profitSharePermille` say nothing: for
 * them all accounts are needed.
 */
export function measureAccounts(
  db: ReadableDb,
  today: CalendarDate,
  ids: readonly string[],
  currency: string | null,
): ReadonlyMap<AccountId, HeldMeasures> {
  const ahead = deliveriesAhead(db, today, { ids, currency });
  return new Map(
    computePortfolio(db, today, { ids, currency }).map(({ accountId, measures, holdsUntil }) => {
      const next = ahead.get(accountId);
      const held = holdsUntil();
      const before = next === undefined ? held : addDays(next, -1);
      return [accountId, { measures, holdsUntil: before < held ? before : held }];
    }),
  );
}

/** The currency that most deliveries of the last twelve months are in; null without any. */
export function portfolioCurrency(db: ReadableDb, today: CalendarDate): string | null {
  const row = db
    .prepare(/* sql */ `
      SELECT currency FROM deliveries WHERE deletedAtMs IS NULL AND deliveredOn > :after AND deliveredOn <= :today
      GROUP BY currency ORDER BY count(*) DESC LIMIT 1`)
    .get({ after: addMonths(today, -portfolioMonths), today });
  return row === undefined ? null : z.object({ currency: z.string() }).parse(row).currency;
}

const Rev = z.object({ rev: z.int() });
const kept = new WeakMap<
  ReadableDb,
  { readonly rev: number; readonly today: CalendarDate; readonly portfolio: Portfolio }
>();

/**
 * Measures of all accounts on a day. Shares need all accounts at once, so they are computed together and kept until the
 * next save or day: typing into the search field computes nothing anew.
 */
export function readPortfolio(db: ReadableDb, today: CalendarDate): Portfolio {
  const { rev } = Rev.parse(db.prepare(/* sql */ `SELECT rev FROM vault_meta`).get());
  const known = kept.get(db);
  if (known !== undefined && known.rev === rev && known.today === today) return known.portfolio;
  const portfolio = new Map(
    computePortfolio(db, today).map(({ accountId, measures }) => [accountId, measures]),
  );
  kept.set(db, { rev, today, portfolio });
  return portfolio;
}

const Client = z.object({ id: AccountId, name: z.string(), isKey: z.int().transform((key) => key === 1) });

/** All clients that are not deleted, and whether each was given a type: those are the key ones. */
export function listForShares(db: ReadableDb): z.infer<typeof Client>[] {
  return db
    .prepare(/* sql */ `
      SELECT id, name, types <> '[]' AS isKey FROM accounts INDEXED BY accountsListed WHERE deletedAtMs IS NULL`)
    .all()
    .map((row) => Client.parse(row));
}

/** How far our sales hang on few clients; clients that were given a type are the key ones. */
export function readDependence(
  db: ReadableDb,
  today: CalendarDate,
): Omit<Dependence, 'monoDependenceOn'> & {
  readonly monoDependenceOn: { readonly id: AccountId; readonly name: string } | null;
  readonly keyClients: number;
} {
  const accounts = listForShares(db);
  const rows = [...readPortfolio(db, today)].map(([accountId, { revenue12mMinor, profit12mMinor }]) => ({
    accountId,
    // The rule looks at sums of the last 12 months alone.
    deliveries: [{ deliveredOn: today, revenueMinor: revenue12mMinor, profitMinor: profit12mMinor }],
  }));
  const keys = new Set(accounts.filter(({ isKey }) => isKey).map(({ id }) => id));
  const { monoDependenceOn, ...dependence } = dependenceOf(rows, keys, today);
  const mono = accounts.find(({ id }) => id === monoDependenceOn);
  return {
    ...dependence,
    monoDependenceOn: mono === undefined ? null : { id: mono.id, name: mono.name },
    keyClients: keys.size,
  };
}
