import type { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import type { Person, PersonDraft, PersonFact } from '../../../shared/domain/person.ts';
import { isCaredFor } from '../../../shared/domain/specialData.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { createPerson, listPeople, savePerson } from '../store/personStore.ts';
import { keepsSpecialData } from '../store/specialDataStore.ts';

type Hidden = { readonly id: PersonId; readonly count: number };

/**
 * People of a client as the window may see them: while the vault keeps no special categories, such facts stay inside
 * and only their number is told, so that they can be erased.
 */
export function listShownPeople(
  db: ReadableDb,
  accountId: AccountId,
): { people: Person[]; specialData: boolean; hiddenFacts: Hidden[] } {
  const people = listPeople(db, accountId);
  const specialData = keepsSpecialData(db);
  if (specialData) return { people, specialData, hiddenFacts: [] };
  const hiddenFacts = people
    .map(({ id, facts }) => ({ id, count: facts.filter(({ sensitive }) => sensitive).length }))
    .filter(({ count }) => count > 0);
  const shown = people.map((person) => ({
    ...person,
    facts: person.facts.filter(({ sensitive }) => !sensitive),
  }));
  return { people: shown, specialData, hiddenFacts };
}

function same(one: PersonFact, other: PersonFact): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Throws specialDataOff when a fact of a special category is given to a vault that keeps none, careMissing when it
 * lacks purpose, source, consent or a day of review. What stood there before may stay as it was.
 */
function refuseCareless(db: ReadableDb, draft: PersonDraft, stored: readonly PersonFact[]): void {
  const fresh = draft.facts.filter(
    (fact) => fact.sensitive && !stored.some((known) => known.sensitive && same(known, fact)),
  );
  if (fresh.length === 0) return;
  if (!keepsSpecialData(db)) throw new AppError('specialDataOff', 'the vault keeps no special categories');
  if (!fresh.every(isCaredFor)) throw new AppError('careMissing', 'a sensitive fact without consent');
}

/** Creates a person by the rules of special categories. Throws as those and as `createPerson`. */
export function createShownPerson(
  db: WritableDb,
  draft: PersonDraft,
  nowMs: number,
): { id: PersonId; revision: number } {
  refuseCareless(db, draft, []);
  return createPerson(db, draft, nowMs);
}

/** Saves a person by the rules of special categories; facts that the window was not shown stay. Throws as {@link createShownPerson}. */
export function saveShownPerson(
  db: WritableDb,
  id: PersonId,
  baseRevision: number,
  draft: PersonDraft,
  nowMs: number,
): number {
  const stored = listPeople(db, draft.accountId).find((person) => person.id === id)?.facts ?? [];
  refuseCareless(db, draft, stored);
  const facts = keepsSpecialData(db)
    ? draft.facts
    : [...draft.facts.filter(({ sensitive }) => !sensitive), ...stored.filter(({ sensitive }) => sensitive)];
  return savePerson(db, id, baseRevision, { ...draft, facts }, nowMs);
}
