import { randomUUID } from 'node:crypto';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { PersonId } from '../../../shared/domain/ids.ts';
import { Person, PersonDraft } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
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

const fields = columns(Object.keys(PersonDraft.shape));
const jsonColumns = ['criteria', 'threeP', 'heeds', 'conflicts', 'contactsOfOurs', 'facts', 'nameForms'];

/** A conflict has two sides: whoever has it written down, both are said to have it. */
function bothSides(people: readonly Person[]): Person[] {
  return people.map((person) => ({
    ...person,
    conflicts: people
      .filter(
        ({ id, conflicts }) =>
          id !== person.id && (conflicts.includes(person.id) || person.conflicts.includes(id)),
      )
      .map(({ id }) => id),
  }));
}

/** Takes a conflict that is no longer named by one side from the other side too. */
function dropConflicts(db: WritableDb, id: PersonId, draft: PersonDraft): void {
  for (const other of listPeople(db, draft.accountId)) {
    if (other.id === id || draft.conflicts.includes(other.id) || !other.conflicts.includes(id)) continue;
    db.prepare(/* sql */ `
      UPDATE people SET conflicts = :conflicts, revision = revision + 1 WHERE id = :id`).run({
      id: other.id,
      conflicts: JSON.stringify(other.conflicts.filter((one) => one !== id)),
    });
  }
}

/** People of a client, the most influential first; without those who work there no more. */
export function listPeople(db: ReadableDb, accountId: AccountId): Person[] {
  const people = db
    .prepare(/* sql */ `
      SELECT id, revision, savedAtMs, ${fields.names} FROM people
      WHERE accountId = :accountId AND deletedAtMs IS NULL AND archivedAtMs IS NULL
      ORDER BY influence DESC, lastName, firstName`)
    .all({ accountId })
    .map((row) => Person.parse(fromRow(row, jsonColumns)));
  return bothSides(people);
}

/** A person, one who works there no more too. Throws notFound for a missing or deleted one. */
export function readPerson(db: ReadableDb, id: PersonId): Person {
  const row = db
    .prepare(/* sql */ `
      SELECT id, revision, savedAtMs, ${fields.names} FROM people WHERE id = :id AND deletedAtMs IS NULL`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such person');
  return Person.parse(fromRow(row, jsonColumns));
}

/** Throws notFound or accountDeleted; `id` is given only by the example. */
export function createPerson(
  db: WritableDb,
  draft: PersonDraft,
  nowMs: number,
  id: PersonId = PersonId.parse(randomUUID()),
): { id: PersonId; revision: number } {
  requireLiveAccount(db, draft.accountId);
  requireOfAccount(db, 'people', draft.accountId, [...draft.heeds, ...draft.conflicts]);
  db.prepare(/* sql */ `
    INSERT INTO people (id, revision, savedAtMs, ${fields.names}) VALUES (:id, 1, :nowMs, ${fields.params})`).run(
    {
      ...toParams(draft),
      id,
      nowMs,
    },
  );
  refreshSummary(db, draft.accountId);
  return { id, revision: 1 };
}

/** Answers the new revision. A person stays with their account. Throws notFound or staleRevision. */
export function savePerson(
  db: WritableDb,
  id: PersonId,
  baseRevision: number,
  draft: PersonDraft,
  nowMs: number,
): number {
  requireOfAccount(db, 'people', draft.accountId, [...draft.heeds, ...draft.conflicts]);
  dropConflicts(db, id, draft);
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE people SET ${fields.sets}, revision = revision + 1, savedAtMs = :nowMs
      WHERE id = :id AND accountId = :accountId AND revision = :baseRevision AND deletedAtMs IS NULL`)
    .run({ ...toParams(draft), id, baseRevision, nowMs });
  if (changes === 0) refuseUnsaved(db, 'people', id, baseRevision);
  refreshSummary(db, draft.accountId);
  return baseRevision + 1;
}

/** Marks the person deleted; proposals they read and events they were at keep them. */
export function deletePerson(db: WritableDb, id: PersonId, nowMs: number): void {
  markDeleted(db, 'people', id, nowMs);
  refreshSummary(db, accountIdOf(db, 'people', id));
}

export function restorePerson(db: WritableDb, id: PersonId): void {
  markRestored(db, 'people', id);
  refreshSummary(db, accountIdOf(db, 'people', id));
}
