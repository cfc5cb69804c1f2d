import { z } from 'zod';
import type { AccountMeasures } from '../../../shared/domain/accountView.ts';
import { addMonths, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { accountHealth } from '../../../shared/domain/health.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import type { Dependence, PortfolioRow } from '../../../shared/domain/portfolio.ts';
import { abcXyz, dependenceOf, portfolioMonths, profitShares } from '../../../shared/domain/portfolio.ts';
import { lateMilestones, openIssues } from './accountHealth.ts';
import type { ReadableDb } from './openDatabase.ts';

/** Measures of all accounts that are not deleted, by id. */
export type Portfolio = ReadonlyMap<AccountId, AccountMeasures>;

type Delivered = PortfolioRow['deliveries'][number];
type DeliveredRow = Delivered & { readonly accountId: AccountId; readonly currency: string };

/** One account alone, in the currency that the whole portfolio is counted in; null = nothing was delivered yet. */
type Alone = { readonly accountId: AccountId; readonly currency: string | null };

/**
 * Deliveries of the last twelve months, summed by account and month (the rules look no closer), in the currency that
 * most of them are in: amounts of two currencies cannot be added.
 */
function recentDeliveries(db: ReadableDb, today: CalendarDate, alone?: Alone): Map<AccountId, Delivered[]> {
  const rows = db
    .prepare(/* sql */ `
      SELECT accountId, deliveredOn, currency, revenueMinor, profitMinor
      FROM deliveries INDEXED BY deliveriesByAccount
      WHERE deletedAtMs IS NULL AND deliveredOn > :after AND deliveredOn <= :today
        ${alone === undefined ? '' : 'AND accountId = :accountId'}
      ORDER BY accountId, deliveredOn`)
    // The one place where rows are not parsed: there may be a hundred thousand, of a STRICT table whose every column is
    // checked by the schema.
    .all({
      after: addMonths(today, -portfolioMonths),
      today,
      ...(alone === undefined ? {} : { accountId: alone.accountId }),
    }) as DeliveredRow[];
  const counts = new Map<string, number>();
  for (const { currency } of rows) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [commonest] = [...counts].toSorted((a, b) => b[1] - a[1]);
  const main = alone?.currency ?? commonest?.[0];
  const byAccount = new Map<AccountId, Delivered[]>();
  for (const { accountId, currency, deliveredOn, revenueMinor, profitMinor } of rows) {
    if (currency !== main) continue;
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

function computePortfolio(db: ReadableDb, today: CalendarDate, alone?: Alone): Portfolio {
  const summaries = db
    .prepare(/* sql */ `
      SELECT s.accountId, s.lastContactOn, s.usualGapDays, s.lastDeliveryOn, s.usualDeliveryGapDays, s.completenessPercent
      FROM account_summaries s JOIN accounts a ON a.id = s.accountId WHERE a.deletedAtMs IS NULL
        ${alone === undefined ? '' : 'AND accountId = :accountId'}`)
    .all(alone === undefined ? {} : { accountId: alone.accountId })
    .map((row) => Summary.parse(row));
  const deliveries = recentDeliveries(db, today, alone);
  const rows = summaries.map(({ accountId }) => ({ accountId, deliveries: deliveries.get(accountId) ?? [] }));
  const shares = profitShares(rows, today);
  const classes = abcXyz(rows, today);
  const issues = openIssues(db, alone?.accountId);
  const late = lateMilestones(db, today, alone?.accountId);
  return new Map(
    summaries.map((summary, at): [AccountId, AccountMeasures] => {
      const { accountId, lastDeliveryOn, usualDeliveryGapDays, ...kept } = summary;
      const { openComplaints = [], openPromises = [] } = issues.get(accountId) ?? {};
      const health = accountHealth({
        ...kept,
        today,
        lastDeliveryOn,
        usualDeliveryGapDays,
        openComplaints,
        openPromises,
        lateMilestones: late.get(accountId) ?? 0,
      });
      return [
        accountId,
        {
          ...kept,
          health,
          abc: classes[at]?.abc ?? null,
          xyz: classes[at]?.xyz ?? null,
          profitSharePermille: shares[at]?.profitSharePermille ?? 0,
          revenue12mMinor: shares[at]?.revenue12mMinor ?? 0,
          profit12mMinor: shares[at]?.profit12mMinor ?? 0,
        },
      ];
    }),
  );
}

/**
 * Measures of one account; null where it has no summary. Its `abc` and `profitSharePermille` say nothing: for them all
 * accounts are needed.
 */
export function measureAccount(
  db: ReadableDb,
  today: CalendarDate,
  accountId: AccountId,
  currency: string | null,
): AccountMeasures | null {
  return computePortfolio(db, today, { accountId, currency }).get(accountId) ?? null;
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
  const portfolio = computePortfolio(db, today);
  kept.set(db, { rev, today, portfolio });
  return portfolio;
}

const KeyClient = z.object({ id: AccountId, name: z.string(), isKey: z.int() });

/** How far our sales hang on few clients; clients that were given a type are the key ones. */
export function readDependence(
  db: ReadableDb,
  today: CalendarDate,
): Omit<Dependence, 'monoDependenceOn'> & {
  readonly monoDependenceOn: { readonly id: AccountId; readonly name: string } | null;
  readonly keyClients: number;
} {
  const accounts = db
    .prepare(/* sql */ `
      SELECT id, name, types <> '[]' AS isKey FROM accounts INDEXED BY accountsListed WHERE deletedAtMs IS NULL`)
    .all()
    .map((row) => KeyClient.parse(row));
  const rows = [...readPortfolio(db, today)].map(([accountId, { revenue12mMinor, profit12mMinor }]) => ({
    accountId,
    // The rule looks at sums of the last 12 months alone.
    deliveries: [{ deliveredOn: today, revenueMinor: revenue12mMinor, profitMinor: profit12mMinor }],
  }));
  const keys = new Set(accounts.filter(({ isKey }) => isKey === 1).map(({ id }) => id));
  const { monoDependenceOn, ...dependence } = dependenceOf(rows, keys, today);
  const mono = accounts.find(({ id }) => id === monoDependenceOn);
  return {
    ...dependence,
    monoDependenceOn: mono === undefined ? null : { id: mono.id, name: mono.name },
    keyClients: keys.size,
  };
}
