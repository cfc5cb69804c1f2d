import type { AccountId } from './ids.ts';
import type { PersonDraft } from './person.ts';

/** What a person starts with before anything is known. */
export function newPerson(accountId: AccountId): PersonDraft {
  return {
    accountId,
    lastName: '',
    firstName: '',
    middleName: '',
    gender: 'unknown',
    position: '',
    department: '',
    readerRole: 'other',
    decisionRole: 'unknown',
    influence: 3,
    attitude: 'unknown',
    psychotype: 'unknown',
    criteria: [],
    threeP: { need: null, means: null, authority: null },
    heeds: [],
    conflicts: [],
    contactsOfOurs: [],
    phone: '',
    email: '',
    contactKind: '',
    birthday: null,
    family: '',
    hobbies: '',
    values: '',
    education: '',
    career: '',
    taboos: '',
    worry: '',
    worryOn: null,
    facts: [],
    privateNotes: '',
    nameForms: { addresseeDative: '', positionDative: '', greeting: '' },
  };
}
