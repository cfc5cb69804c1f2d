import { z } from 'zod';
import type { AccountOverview } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { completenessParts, dossierParts, partWeightPercents } from '../../../shared/domain/completeness.ts';
import { CurrencySum } from '../../../shared/domain/currencySum.ts';
import { topCriteria } from '../../../shared/domain/groupCriteria.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { otherFields } from '../../../shared/domain/otherFields.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { openQuestions } from '../../../shared/domain/openQuestions.ts';
import { lastQuarters } from '../../../shared/domain/quarters.ts';
import { isOpenTender } from '../../../shared/domain/tender.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { readHealthSigns } from './accountHealth.ts';
import { readMeasures } from './accountMeasures.ts';
import { readAccount } from './accountStore.ts';
import { readEssentials } from './essentials.ts';
import { survivorOf } from './mergeStore.ts';
import type { ReadableDb } from './openDatabase.ts';
import { listProposals } from './proposalStore.ts';
import { knownOwnFields } from './standardReader.ts';
import { listTenders } from './tenderStore.ts';

const Counts = z.object({
  events: z.int(),
  deliveries: z.int(),
  people: z.int(),
  tenders: z.int(),
  competitors: z.int(),
  proposals: z.int(),
  files: z.int(),
});

function countRows(db: ReadableDb, accountId: AccountId): AccountOverview['counts'] {
  const count = (table: string, and = ''): string =>
    `(SELECT count(*) FROM ${table} WHERE accountId = :accountId AND deletedAtMs IS NULL ${and})`;
  return Counts.parse(
    db
      .prepare(/* sql */ `
        SELECT ${count('account_events')} AS events, ${count('deliveries')} AS deliveries, ${count('people', 'AND archivedAtMs IS NULL')} AS people,
          ${count('tenders')} AS tenders, ${count('competitors')} AS competitors, ${count('proposals')} AS proposals,
          ${count('attachments')} AS files`)
      .get({ accountId }),
  );
}

const QuarterSum = CurrencySum.extend({ label: z.string() });
const quartersShown = 8;

/**
 * Sums of the last eight quarters, the current one included, apart for each currency; quarters without deliveries are
 * zero. The client's own currency comes first.
 */
function sumQuarters(
  db: ReadableDb,
  accountId: AccountId,
  main: Currency,
  today: CalendarDate,
): AccountOverview['quarters'] {
  const quarters = lastQuarters(today, quartersShown);
  const sums = db
    .prepare(/* sql */ `
      SELECT substr(deliveredOn, 1, 4) || '-Q' || ((CAST(substr(deliveredOn, 6, 2) AS INTEGER) + 2) / 3) AS label,
        currency, sum(revenueMinor) AS revenueMinor, sum(profitMinor) AS profitMinor
      FROM deliveries WHERE accountId = :accountId AND deletedAtMs IS NULL AND deliveredOn >= :from AND deliveredOn <= :today
      GROUP BY 1, currency`)
    .all({ accountId, from: quarters[0]?.from ?? today, today })
    .map((row) => QuarterSum.parse(row));
  const currencies = [...new Set(sums.map(({ currency }) => currency))];
  return currencies
    .toSorted((one, other) => Number(other === main) - Number(one === main))
    .map((currency) => ({
      currency,
      sums: quarters.map(
        ({ label }) =>
          sums.find((sum) => sum.label === label && sum.currency === currency) ?? {
            label,
            revenueMinor: 0,
            profitMinor: 0,
          },
      ),
    }));
}

function isArchived(db: ReadableDb, id: AccountId): boolean {
  const row = db.prepare(/* sql */ `SELECT archivedAtMs FROM accounts WHERE id = :id`).get({ id });
  return z.object({ archivedAtMs: z.int().nullable() }).parse(row).archivedAtMs !== null;
}

const openStatuses = new Set(['draft', 'sent', 'received', 'inReview']);

/** What the dossier's header and Overview show; of a client merged away that of the other. Throws notFound for a missing or deleted account. */
export function readAccountOverview(db: ReadableDb, asked: AccountId, today: CalendarDate): AccountOverview {
  const id = AccountId.parse(survivorOf(db, asked));
  const account = readAccount(db, id);
  const measures = readMeasures(db, [id], today).get(id);
  const essentials = readEssentials(db, id);
  if (measures === undefined || essentials === null)
    throw new AppError('notFound', 'no summary of the account');
  const parts = completenessParts(essentials);
  const weights = partWeightPercents(essentials.standard);
  return {
    account,
    standard: essentials.standard,
    otherFields: otherFields(account, essentials.standard, knownOwnFields(db)),
    archived: isArchived(db, id),
    measures,
    healthSigns: readHealthSigns(db, id, today),
    questions: openQuestions(essentials).slice(0, 3),
    completeness: dossierParts.map((part) => ({
      part,
      // Rounded down, as the whole is: 100 means that nothing is missing.
      percent: Math.floor(parts[part].share * 100 + 1e-9),
      weightPercent: weights[part],
      missing: [...parts[part].missing],
    })),
    counts: countRows(db, id),
    // The list has the open ones first, the nearest on top.
    nextTender: listTenders(db, id, today).find(({ status }) => isOpenTender(status)) ?? null,
    openProposals: listProposals(db, id).filter(({ status }) => openStatuses.has(status)),
    topCriteria: topCriteria(essentials.people),
    quarters: sumQuarters(db, id, account.currency, today),
  };
}
