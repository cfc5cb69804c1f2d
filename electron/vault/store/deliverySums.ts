import { z } from 'zod';
import { addMonths, type CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { CurrencySum } from '../../../shared/domain/currencySum.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { Currency } from '../../../shared/domain/money.ts';
import { portfolioMonths } from '../../../shared/domain/portfolio.ts';
import type { ReadableDb } from './openDatabase.ts';

const Row = CurrencySum.extend({ accountId: AccountId });

/** Deliveries of the last twelve months summed by client and currency, of each client the commonest currency first. */
export function deliverySums(
  db: ReadableDb,
  ids: readonly AccountId[],
  today: CalendarDate,
): ReadonlyMap<AccountId, readonly CurrencySum[]> {
  const rows = db
    .prepare(/* sql */ `
      SELECT accountId, currency, sum(revenueMinor) AS revenueMinor, sum(profitMinor) AS profitMinor
      FROM deliveries INDEXED BY deliveriesByAccount
      WHERE accountId IN (SELECT value FROM json_each(:ids)) AND deletedAtMs IS NULL
        AND deliveredOn > :after AND deliveredOn <= :today
      GROUP BY accountId, currency ORDER BY count(*) DESC, currency`)
    .all({ ids: JSON.stringify(ids), after: addMonths(today, -portfolioMonths), today })
    .map((row) => Row.parse(row));
  const sums = new Map<AccountId, CurrencySum[]>();
  for (const { accountId, ...sum } of rows) sums.set(accountId, [...(sums.get(accountId) ?? []), sum]);
  return sums;
}

const Found = z.object({ currency: Currency }).optional();

/** The currency of most deliveries of the vault; roubles in an empty one. */
export function vaultCurrency(db: ReadableDb): Currency {
  const row = db
    .prepare(/* sql */ `
      SELECT currency FROM deliveries WHERE deletedAtMs IS NULL
      GROUP BY currency ORDER BY count(*) DESC LIMIT 1`)
    .get();
  return Found.parse(row)?.currency ?? 'RUB';
}
