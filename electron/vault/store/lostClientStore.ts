import { z } from 'zod';
import { addMonths, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { AccountId, TenderId } from '../../../shared/domain/ids.ts';
import { lossCauses, type LostClient, type Word } from '../../../shared/domain/lostClients.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { portfolioMonths } from '../../../shared/domain/portfolio.ts';
import { TenderReason } from '../../../shared/domain/tender.ts';
import type { ReadableDb } from './openDatabase.ts';
import { converter, type DeliveredRow } from './portfolioStore.ts';
import { fromRow } from './rows.ts';

const Silent = z.object({
  accountId: AccountId,
  name: z.string(),
  isArchived: z.int(),
  lastDeliveryOn: CalendarDate,
  lastContactOn: CalendarDate.nullable(),
  nextStep: z.string(),
  nextStepOn: CalendarDate.nullable(),
});
const OwnedWord = z.object({
  accountId: AccountId,
  kind: z.enum(['complaint', 'misunderstanding', 'promise']),
  happenedOn: CalendarDate,
  dueOn: CalendarDate.nullable(),
  settledOn: CalendarDate.nullable(),
  settledAs: z.enum(['kept', 'broken']).nullable(),
});
const LostTender = z.object({
  accountId: AccountId,
  id: TenderId,
  title: z.string(),
  reasons: z.array(TenderReason),
});

const byClient = <Row extends { readonly accountId: AccountId }>(rows: readonly Row[]) =>
  Map.groupBy(rows, ({ accountId }) => accountId);

const ofIds = 'accountId IN (SELECT value FROM json_each(:ids))';

/** Profit of the twelve months up to each client's last delivery. */
function lastYearProfit(
  db: ReadableDb,
  silent: readonly z.infer<typeof Silent>[],
  currency: Currency,
): ReadonlyMap<AccountId, number | null> {
  const ids = JSON.stringify(silent.map(({ accountId }) => accountId));
  const rows = db
    .prepare(/* sql */ `
      SELECT accountId, deliveredOn, currency, revenueMinor, profitMinor
      FROM deliveries INDEXED BY deliveriesByAccount WHERE deletedAtMs IS NULL AND ${ofIds}`)
    // Columns of a STRICT table, checked by its schema; there may be very many.
    .all({ ids }) as DeliveredRow[];
  const deliveries = byClient(rows);
  const converted = converter(db, currency);
  return new Map(
    silent.map(({ accountId, lastDeliveryOn }) => {
      const after = addMonths(lastDeliveryOn, -portfolioMonths);
      const sums = (deliveries.get(accountId) ?? [])
        .filter(({ deliveredOn }) => deliveredOn > after)
        .flatMap((row) => (row.currency === currency ? row : (converted(row) ?? [])));
      const profit = sums.reduce((sum, { profitMinor }) => sum + profitMinor, 0);
      return [accountId, sums.length === 0 ? null : profit];
    }),
  );
}

/**
 * Clients whose last delivery was before a day, archived ones too, those that brought most first. Causes are read from
 * the two years around the last delivery.
 */
export function listLostClients(
  db: ReadableDb,
  before: CalendarDate,
  { today, currency }: { readonly today: CalendarDate; readonly currency: Currency },
): LostClient[] {
  const silent = db
    .prepare(/* sql */ `
      SELECT s.accountId, a.name, a.archivedAtMs IS NOT NULL AS isArchived, s.lastDeliveryOn, s.lastContactOn, a.nextStep,
        a.nextStepOn
      FROM account_summaries s JOIN accounts a ON a.id = s.accountId
      WHERE a.deletedAtMs IS NULL AND s.lastDeliveryOn < :before`)
    .all({ before })
    .map((row) => Silent.parse(row));
  const ids = JSON.stringify(silent.map(({ accountId }) => accountId));
  const words = byClient(
    db
      .prepare(/* sql */ `
        SELECT accountId, kind, happenedOn, dueOn, settledOn, settledAs
        FROM account_events INDEXED BY accountEventsByAccount
        WHERE deletedAtMs IS NULL AND ${ofIds}
          AND (kind IN ('complaint', 'misunderstanding') OR (kind = 'promise' AND promisedBy = 'us'))`)
      .all({ ids })
      .map((row) => OwnedWord.parse(row)),
  );
  const tenders = byClient(
    db
      .prepare(/* sql */ `
        SELECT accountId, id, title, reasons FROM tenders INDEXED BY tendersByAccount
        WHERE deletedAtMs IS NULL AND status = 'lost' AND ${ofIds}
        ORDER BY coalesce(decidedOn, tenderOn) DESC`)
      .all({ ids })
      .map((row) => LostTender.parse(fromRow(row, ['reasons']))),
  );
  const profit = lastYearProfit(db, silent, currency);
  return silent
    .map(({ accountId, isArchived, lastContactOn, ...client }): LostClient => {
      const from = addMonths(client.lastDeliveryOn, -portfolioMonths);
      const to = addMonths(client.lastDeliveryOn, portfolioMonths);
      const around: Word[] = (words.get(accountId) ?? []).filter(
        ({ happenedOn }) => happenedOn >= from && happenedOn <= to,
      );
      const lostTender = tenders.get(accountId)?.[0] ?? null;
      return {
        ...client,
        accountId,
        isArchived: isArchived === 1,
        profitMinor: profit.get(accountId) ?? null,
        causes: lossCauses({ words: around, lostTender, lastContactOn }, today),
      };
    })
    .toSorted(
      (one, other) => (other.profitMinor ?? 0) - (one.profitMinor ?? 0) || (one.name < other.name ? -1 : 1),
    );
}
