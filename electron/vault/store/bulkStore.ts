import { z } from 'zod';
import { AccountDraft } from '../../../shared/domain/account.ts';
import {
  type AccountsChange,
  ArchivedPerson,
  type BulkDone,
  changedAccount,
  changedPerson,
  deedOfAccounts,
  deedOfPeople,
  type PeopleChange,
} from '../../../shared/domain/bulkWork.ts';
import type { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import { shortName } from '../../../shared/domain/nameForms.ts';
import { PersonDraft } from '../../../shared/domain/person.ts';
import { deleteAccount, readAccount, saveAccount } from './accountStore.ts';
import { refreshSummary } from './accountSummary.ts';
import { type DeedLog, startDeed } from './deedStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { deletePerson, readPerson, savePerson } from './personStore.ts';

const LastNote = z.object({ id: z.int().nullable() });
const NoteKey = z.object({ id: z.int() });

/** Does work that may note changes of fields, and writes those notes down as part of the deed. */
export function withFieldNotes(db: WritableDb, log: DeedLog, accountId: string, work: () => void): void {
  const last = (): number =>
    LastNote.parse(db.prepare(/* sql */ `SELECT max(id) AS id FROM field_notes`).get()).id ?? 0;
  const before = last();
  work();
  if (last() === before) return;
  const added = db
    .prepare(/* sql */ `SELECT id FROM field_notes WHERE accountId = :accountId AND id > :before`)
    .all({ accountId, before });
  for (const row of added) log.added('field_notes', NoteKey.parse(row));
}

function putAway(
  db: WritableDb,
  log: DeedLog,
  table: 'accounts' | 'people',
  id: string,
  archivedAtMs: number | null,
): boolean {
  let changed = 0;
  log.row(table, { id }, () => {
    changed = db
      .prepare(/* sql */ `
        UPDATE ${table} SET archivedAtMs = :archivedAtMs
        WHERE id = :id AND deletedAtMs IS NULL AND (archivedAtMs IS NULL) <> (:archivedAtMs IS NULL)`)
      .run({ id, archivedAtMs }).changes;
  });
  return changed > 0;
}

/** The titles of the first rows, as the list of deeds shows them. */
const titleOf = (names: readonly string[]): string => names.slice(0, 2).join(', ');

/**
 * Makes one change to many clients, in one transaction that can be taken back as a whole. Clients that are so already
 * are left alone; `deedId` is null when all are. Throws notFound for a missing or deleted one: then nothing is done.
 */
export function changeAccounts(
  db: WritableDb,
  ids: readonly AccountId[],
  change: AccountsChange,
  nowMs: number,
): BulkDone {
  const accounts = [...new Set(ids)].map((id) => readAccount(db, id));
  const log = startDeed(
    db,
    {
      kind: deedOfAccounts(change),
      title: titleOf(accounts.map(({ name }) => name)),
      count: accounts.length,
    },
    nowMs,
  );
  let changed = 0;
  for (const account of accounts) {
    const { id } = account;
    if (change.what === 'archive' || change.what === 'unarchive') {
      if (putAway(db, log, 'accounts', id, change.what === 'archive' ? nowMs : null)) changed += 1;
      continue;
    }
    if (change.what === 'delete') {
      log.row('accounts', { id }, () => deleteAccount(db, id, nowMs));
      changed += 1;
      continue;
    }
    const before = AccountDraft.parse(account);
    const after = changedAccount(before, change);
    if (after === null || JSON.stringify(after) === JSON.stringify(before)) continue;
    withFieldNotes(db, log, id, () =>
      log.row('accounts', { id }, () => void saveAccount(db, id, account.revision, after, nowMs)),
    );
    changed += 1;
  }
  return closeDeed(db, log, changed);
}

/** As {@link changeAccounts}, for people of one client. */
export function changePeople(
  db: WritableDb,
  ids: readonly PersonId[],
  change: PeopleChange,
  nowMs: number,
): BulkDone {
  const people = [...new Set(ids)].map((id) => readPerson(db, id));
  const log = startDeed(
    db,
    {
      kind: deedOfPeople(change),
      title: titleOf(people.map((person) => shortName(person))),
      count: people.length,
    },
    nowMs,
  );
  let changed = 0;
  for (const person of people) {
    const { id } = person;
    if (change.what === 'archive' || change.what === 'unarchive') {
      if (putAway(db, log, 'people', id, change.what === 'archive' ? nowMs : null)) changed += 1;
      continue;
    }
    if (change.what === 'delete') {
      log.row('people', { id }, () => deletePerson(db, id, nowMs));
      changed += 1;
      continue;
    }
    const before = PersonDraft.parse(person);
    const after = changedPerson(before, change);
    if (after === null || JSON.stringify(after) === JSON.stringify(before)) continue;
    log.row('people', { id }, () => void savePerson(db, id, person.revision, after, nowMs));
    changed += 1;
  }
  for (const accountId of new Set(people.map((person) => person.accountId))) refreshSummary(db, accountId);
  return closeDeed(db, log, changed);
}

function closeDeed(db: WritableDb, log: DeedLog, changed: number): BulkDone {
  if (changed > 0) {
    db.prepare(/* sql */ `UPDATE deeds SET count = :changed WHERE id = :id`).run({ changed, id: log.id });
    return { deedId: log.id, changed };
  }
  db.prepare(/* sql */ `DELETE FROM deeds WHERE id = :id`).run({ id: log.id });
  return { deedId: null, changed };
}

const Archived = z.object({
  id: z.string(),
  accountId: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string(),
  position: z.string(),
  archivedAtMs: z.int(),
});

/** People of a client who work there no more, the latest first. */
export function listArchivedPeople(db: ReadableDb, accountId: AccountId): ArchivedPerson[] {
  return db
    .prepare(/* sql */ `
      SELECT id, accountId, lastName, firstName, middleName, position, archivedAtMs FROM people
      WHERE accountId = :accountId AND deletedAtMs IS NULL AND archivedAtMs IS NOT NULL
      ORDER BY archivedAtMs DESC, lastName`)
    .all({ accountId })
    .map((row) => {
      const { lastName, firstName, middleName, ...person } = Archived.parse(row);
      return ArchivedPerson.parse({ ...person, name: shortName({ lastName, firstName, middleName }) });
    });
}
