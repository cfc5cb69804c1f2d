import { z } from 'zod';
import { AccountEventKind, isContact } from '../../../shared/domain/accountEvent.ts';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { completenessPercent } from '../../../shared/domain/completeness.ts';
import { usualGapDays } from '../../../shared/domain/health.ts';
import { readEssentials, readManyEssentials } from './essentials.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const contactKinds = JSON.stringify(AccountEventKind.options.filter(isContact));

const Days = z.array(z.object({ day: CalendarDate }));

/** Days on which we and the client met, wrote, delivered or offered; a note of our own is no contact. */
function contactDays(db: ReadableDb, accountId: string): CalendarDate[] {
  return Days.parse(
    db
      .prepare(/* sql */ `
        SELECT happenedOn AS day FROM account_events
          WHERE accountId = :accountId AND deletedAtMs IS NULL 
            AND kind IN (SELECT value FROM json_each(:contactKinds))
        UNION SELECT deliveredOn FROM deliveries WHERE accountId = :accountId AND deletedAtMs IS NULL
        UNION SELECT sentOn FROM proposals WHERE accountId = :accountId AND deletedAtMs IS NULL AND sentOn IS NOT NULL
        ORDER BY 1`)
      .all({ accountId, contactKinds }),
  ).map(({ day }) => day);
}

function deliveryDays(db: ReadableDb, accountId: string): CalendarDate[] {
  return Days.parse(
    db
      .prepare(/* sql */ `
        SELECT DISTINCT deliveredOn AS day FROM deliveries
        WHERE accountId = :accountId AND deletedAtMs IS NULL ORDER BY 1`)
      .all({ accountId }),
  ).map(({ day }) => day);
}

/**
 * Counts anew what follows from the account's rows alone. Called by every write that touches them, in its transaction,
 * so that a list of ten thousand clients reads one row each.
 */
export function refreshSummary(db: WritableDb, accountId: string): void {
  const essentials = readEssentials(db, accountId);
  if (essentials === null) return;
  const contacts = contactDays(db, accountId);
  const deliveries = deliveryDays(db, accountId);
  db.prepare(/* sql */ `
    INSERT OR REPLACE INTO account_summaries
      (accountId, lastContactOn, usualGapDays, lastDeliveryOn, usualDeliveryGapDays, completenessPercent)
    VALUES (:accountId, :lastContactOn, :usualGapDays, :lastDeliveryOn, :usualDeliveryGapDays, :completenessPercent)`).run(
    {
      accountId,
      lastContactOn: contacts.at(-1) ?? null,
      usualGapDays: usualGapDays(contacts),
      lastDeliveryOn: deliveries.at(-1) ?? null,
      usualDeliveryGapDays: usualGapDays(deliveries),
      completenessPercent: completenessPercent(essentials),
    },
  );
}

/** As many dossiers are judged at a time: their people and tenders fit into memory with ease. */
const dossiersAtATime = 1000;

/**
 * Judges how complete the dossiers of a standard are, anew: after the standard changed, in the change's transaction.
 * Those whose own standard was deleted are kept by the general one.
 */
export function refreshCompleteness(db: WritableDb, standardId: string): void {
  const ids = z
    .array(z.object({ id: z.string() }))
    .parse(
      db
        .prepare(/* sql */ `
          SELECT id FROM accounts WHERE variant = :standardId
          UNION SELECT id FROM accounts WHERE :standardId = 'general'
            AND variant IN (SELECT id FROM dossier_standards WHERE deletedAtMs IS NOT NULL)`)
        .all({ standardId }),
    )
    .map(({ id }) => id);
  const update = db.prepare(/* sql */ `
    UPDATE account_summaries SET completenessPercent = :percent
    WHERE accountId = :accountId AND completenessPercent <> :percent`);
  for (let from = 0; from < ids.length; from += dossiersAtATime) {
    for (const { accountId, essentials } of readManyEssentials(db, ids.slice(from, from + dossiersAtATime)))
      update.run({ accountId, percent: completenessPercent(essentials) });
  }
}

/** Counts the summaries of all accounts anew: after the rules changed. */
export function rebuildSummaries(db: WritableDb): void {
  const accounts = z
    .array(z.object({ id: z.string() }))
    .parse(db.prepare(/* sql */ `SELECT id FROM accounts`).all());
  for (const { id } of accounts) refreshSummary(db, id);
}
