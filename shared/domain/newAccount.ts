import { emptyProfile, keyCriteria, NewAccountDraft } from './account.ts';
import { emptyRequisites } from './requisites.ts';

/** What a client starts with when only its name is known. Throws a ZodError for an empty name. */
export function newAccount(name: string): NewAccountDraft {
  return NewAccountDraft.parse({
    name,
    legalForm: '',
    industry: '',
    city: '',
    variant: 'general',
    types: [],
    typeReason: '',
    criteria: Object.fromEntries(keyCriteria.map((key) => [key, { met: null, note: '' }])),
    threeP: { need: null, means: null, authority: null },
    profile: emptyProfile,
    requisites: emptyRequisites,
    relationNow: '',
    relationProspect: '',
    nextStep: '',
    nextStepOn: null,
    parentAccountId: null,
  });
}
