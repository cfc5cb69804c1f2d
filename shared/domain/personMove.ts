import { z } from 'zod';
import { AccountEvent } from './accountEvent.ts';
import { CalendarDate } from './calendarDate.ts';
import { AccountId, PersonId } from './ids.ts';
import type { Person, PersonDraft } from './person.ts';

/** Somebody who went to another client, as the dossier they left shows it. */
export const LeftPerson = z.object({
  personId: PersonId,
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string(),
  position: z.string(),
  toAccountId: AccountId,
  toAccountName: z.string(),
  movedOn: CalendarDate,
});
export type LeftPerson = z.infer<typeof LeftPerson>;

/** Where somebody of this dossier came from, with what happened there, the newest first. */
export const CamePerson = z.object({
  personId: PersonId,
  fromAccountId: AccountId,
  fromAccountName: z.string(),
  fromPosition: z.string(),
  movedOn: CalendarDate,
  events: z.array(AccountEvent),
});
export type CamePerson = z.infer<typeof CamePerson>;

/** Working days until the first conversation with somebody at their new company is due. */
export const leadWithinDays = 3;

/**
 * What is known of a person, taken to another client: who they are, what they judge by and who of ours knows them goes
 * along; their post, their place in the decision and the old company's address stay behind. GLOSSARY: переход человека.
 */
export function personAtNewClient(person: Person, accountId: AccountId, formerWork: string): PersonDraft {
  const { id: _id, revision: _revision, savedAtMs: _savedAtMs, ...draft } = person;
  return {
    ...draft,
    accountId,
    position: '',
    department: '',
    decisionRole: 'unknown',
    influence: 3,
    threeP: { need: null, means: null, authority: null },
    heeds: [],
    conflicts: [],
    worry: '',
    worryOn: null,
    email: '',
    career: [person.career.trim(), formerWork]
      .filter((text) => text !== '')
      .join('; ')
      .slice(0, 4000),
    nameForms: { ...person.nameForms, positionDative: '' },
  };
}
