import { z } from 'zod';
import { addMonths, type CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { Currency } from '../../../shared/domain/money.ts';
import { portfolioMonths } from '../../../shared/domain/portfolio.ts';
import type { SalesClient } from '../../../shared/domain/salesAnalysis.ts';
import type { ReadableDb } from './openDatabase.ts';
import { commonestCurrency, converter, type DeliveredRow, listForShares } from './portfolioStore.ts';

export type Sales = {
  /** Every client that is not deleted, those without deliveries too. */
  readonly clients: readonly SalesClient[];
  readonly names: ReadonlyMap<AccountId, string>;
  /** Clients that were given a type: the key ones. */
  readonly keys: ReadonlySet<AccountId>;
  /** What the sums are in: the currency of most deliveries of the period; null = there are none. */
  readonly currency: Currency | null;
  /** Deliveries of the period in a currency without a rate: they are in no sum. */
  readonly leftOut: number;
};

type Row = DeliveredRow & { readonly direction: string };

/** Deliveries of the twelve months up to a day and of the twelve before, by client, in one currency. */
export function readSales(db: ReadableDb, endOn: CalendarDate): Sales {
  const middle = addMonths(endOn, -portfolioMonths);
  const rows = db
    .prepare(/* sql */ `
      SELECT d.accountId, d.deliveredOn, d.direction, d.currency, d.revenueMinor, d.profitMinor
      FROM deliveries d JOIN accounts a ON a.id = d.accountId
      WHERE d.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND d.deliveredOn > :after AND d.deliveredOn <= :endOn`)
    // Not parsed: there may be a hundred thousand, of a STRICT table whose every column is checked by the schema.
    .all({ after: addMonths(middle, -portfolioMonths), endOn }) as Row[];
  const main = commonestCurrency(rows.filter(({ deliveredOn }) => deliveredOn > middle));
  const converted = converter(db, main);
  const byClient = new Map<AccountId, SalesClient['deliveries'][number][]>();
  let leftOut = 0;
  for (const row of rows) {
    const sum = row.currency === main ? row : converted(row);
    if (sum === null) {
      if (row.deliveredOn > middle) leftOut += 1;
      continue;
    }
    const { accountId, deliveredOn, direction } = row;
    const of = byClient.get(accountId) ?? [];
    if (of.length === 0) byClient.set(accountId, of);
    of.push({ deliveredOn, direction, revenueMinor: sum.revenueMinor, profitMinor: sum.profitMinor });
  }
  const accounts = listForShares(db);
  return {
    clients: accounts.map(({ id }) => ({ accountId: id, deliveries: byClient.get(id) ?? [] })),
    names: new Map(accounts.map(({ id, name }) => [id, name])),
    keys: new Set(accounts.filter(({ isKey }) => isKey).map(({ id }) => id)),
    currency: Currency.nullable()
      .catch(null)
      .parse(main ?? null),
    leftOut,
  };
}

const Year = z.object({ year: z.string() });

/** The whole years past in which something was delivered, the last first. */
export function yearsOfSales(db: ReadableDb, today: CalendarDate): number[] {
  return db
    .prepare(/* sql */ `
      SELECT DISTINCT substr(d.deliveredOn, 1, 4) AS year
      FROM deliveries d JOIN accounts a ON a.id = d.accountId
      WHERE d.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND d.deliveredOn < :thisYear ORDER BY year DESC`)
    .all({ thisYear: today.slice(0, 4) })
    .map((row) => Number(Year.parse(row).year));
}

/** Whether anything was ever delivered to a client that is not deleted. */
export function hasSales(db: ReadableDb): boolean {
  const row = db
    .prepare(/* sql */ `
      SELECT 1 FROM deliveries d JOIN accounts a ON a.id = d.accountId
      WHERE d.deletedAtMs IS NULL AND a.deletedAtMs IS NULL LIMIT 1`)
    .get();
  return row !== undefined;
}
