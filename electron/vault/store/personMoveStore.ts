import { addWorkingDays } from '../../../shared/domain/workingDays.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { NewAccountDraft } from '../../../shared/domain/account.ts';
import type { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import { Person } from '../../../shared/domain/person.ts';
import {
  CamePerson,
  leadWithinDays,
  LeftPerson,
  personAtNewClient,
} from '../../../shared/domain/personMove.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { listAccountEvents } from './accountEventStore.ts';
import { createAccount, deleteAccount, readAccount } from './accountStore.ts';
import { createFollowUp } from './followUpStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { createPerson, deletePerson, readPerson, restorePerson } from './personStore.ts';
import { z } from 'zod';

/**
 * Takes a person to another client, which may be a new one: they leave the group there, keep all that happened, and
 * stand in the new dossier with a first conversation due. Throws notFound, and invalidInput for their own company.
 */
export function movePerson(
  db: WritableDb,
  move: {
    readonly id: PersonId;
    readonly to: { readonly accountId: AccountId } | { readonly draft: NewAccountDraft };
    readonly movedOn: CalendarDate;
    readonly leadTitle: string;
  },
  today: CalendarDate,
  nowMs: number,
): { personId: PersonId; accountId: AccountId } {
  const person = readPerson(db, move.id);
  const accountId = 'accountId' in move.to ? move.to.accountId : createAccount(db, move.to.draft, nowMs).id;
  if (accountId === person.accountId)
    throw new AppError('invalidInput', 'a person cannot move to their own company', { field: 'to' });
  const from = readAccount(db, person.accountId);
  const formerWork = [from.name, person.position].filter((text) => text !== '').join(', ');
  const { id: personId } = createPerson(db, personAtNewClient(person, accountId, formerWork), nowMs);
  deletePerson(db, person.id, nowMs);
  db.prepare(/* sql */ `
    INSERT OR REPLACE INTO person_moves (fromPersonId, toPersonId, movedOn) VALUES (:fromPersonId, :toPersonId, :movedOn)`).run(
    { fromPersonId: person.id, toPersonId: personId, movedOn: move.movedOn },
  );
  createFollowUp(
    db,
    {
      accountId,
      proposalId: null,
      personId,
      kind: 'custom',
      title: move.leadTitle,
      dueOn: addWorkingDays(today, leadWithinDays),
      doneOn: null,
    },
    nowMs,
  );
  return { personId, accountId };
}

const From = z.object({ fromPersonId: Person.shape.id });

/** Takes a move back; `madeAccountId` is the client that was made for it. Throws notFound when there was no such move. */
export function undoMove(
  db: WritableDb,
  toPersonId: PersonId,
  madeAccountId: AccountId | null,
  nowMs: number,
): void {
  const row = db
    .prepare(/* sql */ `SELECT fromPersonId FROM person_moves WHERE toPersonId = :toPersonId`)
    .get({ toPersonId });
  if (row === undefined) throw new AppError('notFound', 'no such move');
  db.prepare(/* sql */ `DELETE FROM person_moves WHERE toPersonId = :toPersonId`).run({ toPersonId });
  db.prepare(/* sql */ `
    UPDATE follow_ups SET deletedAtMs = :nowMs WHERE personId = :toPersonId AND deletedAtMs IS NULL`).run({
    toPersonId,
    nowMs,
  });
  deletePerson(db, toPersonId, nowMs);
  restorePerson(db, From.parse(row).fromPersonId);
  if (madeAccountId !== null) deleteAccount(db, madeAccountId, nowMs);
}

const CameRow = CamePerson.omit({ events: true }).extend({ fromPersonId: Person.shape.id });

/** Who left this client for another, and who came from one, with what happened there. */
export function listMoves(db: ReadableDb, accountId: AccountId): { left: LeftPerson[]; came: CamePerson[] } {
  const left = db
    .prepare(/* sql */ `
      SELECT f.id AS personId, f.lastName, f.firstName, f.middleName, f.position, a.id AS toAccountId,
        a.name AS toAccountName, m.movedOn
      FROM person_moves m JOIN people f ON f.id = m.fromPersonId JOIN people t ON t.id = m.toPersonId
        JOIN accounts a ON a.id = t.accountId
      WHERE f.accountId = :accountId ORDER BY m.movedOn DESC, f.lastName`)
    .all({ accountId })
    .map((row) => LeftPerson.parse(row));
  const came = db
    .prepare(/* sql */ `
      SELECT t.id AS personId, f.id AS fromPersonId, a.id AS fromAccountId, a.name AS fromAccountName,
        f.position AS fromPosition, m.movedOn
      FROM person_moves m JOIN people f ON f.id = m.fromPersonId JOIN people t ON t.id = m.toPersonId
        JOIN accounts a ON a.id = f.accountId
      WHERE t.accountId = :accountId AND t.deletedAtMs IS NULL`)
    .all({ accountId })
    .map((row) => {
      const { fromPersonId, ...move } = CameRow.parse(row);
      const events = listAccountEvents(db, move.fromAccountId).filter(({ personIds }) =>
        personIds.includes(fromPersonId),
      );
      return { ...move, events };
    });
  return { left, came };
}
