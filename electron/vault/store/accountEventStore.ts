import { randomUUID } from 'node:crypto';
import { AccountEvent, AccountEventDraft } from '../../../shared/domain/accountEvent.ts';
import type { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import { AccountEventId } from '../../../shared/domain/ids.ts';
import { refreshSummary } from './accountSummary.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import {
  accountIdOf,
  columns,
  fromRow,
  markDeleted,
  markRestored,
  refuseUnsaved,
  requireLiveAccount,
  requireOfAccount,
  toParams,
} from './rows.ts';

const fields = columns(Object.keys(AccountEventDraft.omit({ personIds: true }).shape));

/** Events of a client, the newest first. */
export function listAccountEvents(db: ReadableDb, accountId: AccountId): AccountEvent[] {
  return db
    .prepare(/* sql */ `
      SELECT id, revision, ${fields.names},
        (SELECT json_group_array(personId ORDER BY place) FROM account_event_people WHERE eventId = account_events.id)
          AS personIds
      FROM account_events WHERE accountId = :accountId AND deletedAtMs IS NULL
      ORDER BY happenedOn DESC, id`)
    .all({ accountId })
    .map((row) => AccountEvent.parse(fromRow(row, ['personIds', 'colleagueIds'])));
}

function putPeople(db: WritableDb, eventId: AccountEventId, personIds: readonly PersonId[]): void {
  db.prepare(/* sql */ `DELETE FROM account_event_people WHERE eventId = :eventId`).run({ eventId });
  const insert = db.prepare(/* sql */ `
    INSERT INTO account_event_people (eventId, place, personId) VALUES (:eventId, :place, :personId)`);
  personIds.forEach((personId, place) => insert.run({ eventId, place, personId }));
}

/** Adds an event without counting the summary anew, for many in one go. Throws notFound or accountDeleted. */
export function insertAccountEvent(
  db: WritableDb,
  draft: AccountEventDraft,
  id: AccountEventId = AccountEventId.parse(randomUUID()),
): { id: AccountEventId; revision: number } {
  requireLiveAccount(db, draft.accountId);
  requireOfAccount(db, 'people', draft.accountId, draft.personIds);
  db.prepare(/* sql */ `
    INSERT INTO account_events (id, revision, ${fields.names}) VALUES (:id, 1, ${fields.params})`).run({
    ...toParams(draft),
    id,
  });
  putPeople(db, id, draft.personIds);
  return { id, revision: 1 };
}

/** Throws notFound or accountDeleted. */
export function createAccountEvent(
  db: WritableDb,
  draft: AccountEventDraft,
): { id: AccountEventId; revision: number } {
  const made = insertAccountEvent(db, draft);
  refreshSummary(db, draft.accountId);
  return made;
}

/** Answers the new revision. An event stays with its account. Throws notFound or staleRevision. */
export function saveAccountEvent(
  db: WritableDb,
  id: AccountEventId,
  baseRevision: number,
  draft: AccountEventDraft,
): number {
  requireOfAccount(db, 'people', draft.accountId, draft.personIds);
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE account_events SET ${fields.sets}, revision = revision + 1
      WHERE id = :id AND accountId = :accountId AND revision = :baseRevision AND deletedAtMs IS NULL`)
    .run({ ...toParams(draft), id, baseRevision });
  if (changes === 0) refuseUnsaved(db, 'account_events', id, baseRevision);
  putPeople(db, id, draft.personIds);
  refreshSummary(db, draft.accountId);
  return baseRevision + 1;
}

export function deleteAccountEvent(db: WritableDb, id: AccountEventId, nowMs: number): void {
  markDeleted(db, 'account_events', id, nowMs);
  refreshSummary(db, accountIdOf(db, 'account_events', id));
}

export function restoreAccountEvent(db: WritableDb, id: AccountEventId): void {
  markRestored(db, 'account_events', id);
  refreshSummary(db, accountIdOf(db, 'account_events', id));
}
