import { z } from 'zod';
import { AccountDraft, AccountType } from './account.ts';
import { AccountId, PersonId } from './ids.ts';
import { PersonDraft } from './person.ts';

/** What was done to many rows at once (GLOSSARY: действие). */
export const DeedKind = z.enum([
  'editAccounts',
  'archiveAccounts',
  'unarchiveAccounts',
  'deleteAccounts',
  'mergeAccounts',
  'editPeople',
  'archivePeople',
  'unarchivePeople',
  'deletePeople',
  'mergePeople',
]);
export type DeedKind = z.infer<typeof DeedKind>;

/** A deed that can be taken back as a whole. */
export const Deed = z.object({
  id: z.string(),
  kind: DeedKind,
  doneAtMs: z.int(),
  /** A name or two of what it was done to. */
  title: z.string(),
  count: z.int(),
});
export type Deed = z.infer<typeof Deed>;

/** Rows that one deed may go through: more is work of minutes. */
export const mostAtOnce = 10_000;

const away = [
  z.object({ what: z.literal('archive') }),
  z.object({ what: z.literal('unarchive') }),
  z.object({ what: z.literal('delete') }),
] as const;

/** One change to many clients. */
export const AccountsChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal('mainType'), type: AccountType }),
  z.object({ what: z.literal('secondType'), type: AccountType }),
  z.object({ what: z.literal('noTypes') }),
  z.object({ what: z.literal('industry'), ...AccountDraft.pick({ industry: true }).shape }),
  z.object({ what: z.literal('variant'), ...AccountDraft.pick({ variant: true }).shape }),
  z.object({ what: z.literal('nextStep'), ...AccountDraft.pick({ nextStep: true, nextStepOn: true }).shape }),
  ...away,
]);
export type AccountsChange = z.infer<typeof AccountsChange>;

/** One change to many people of a client. */
export const PeopleChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal('readerRole'), ...PersonDraft.pick({ readerRole: true }).shape }),
  z.object({ what: z.literal('decisionRole'), ...PersonDraft.pick({ decisionRole: true }).shape }),
  z.object({ what: z.literal('attitude'), ...PersonDraft.pick({ attitude: true }).shape }),
  ...away,
]);
export type PeopleChange = z.infer<typeof PeopleChange>;

/** The client after a change of its fields; null for what is no field: archive and deletion. */
export function changedAccount(draft: AccountDraft, change: AccountsChange): AccountDraft | null {
  switch (change.what) {
    case 'mainType':
      return { ...draft, types: [change.type, ...draft.types.filter((type) => type !== change.type)] };
    case 'secondType': {
      // The main one stays in front; of a client without any it becomes the main one.
      const [main, ...others] = draft.types;
      if (main === undefined || main === change.type) return { ...draft, types: [change.type, ...others] };
      return { ...draft, types: [main, change.type, ...others.filter((type) => type !== change.type)] };
    }
    case 'noTypes':
      return { ...draft, types: [] };
    case 'industry':
      return { ...draft, industry: change.industry };
    case 'variant':
      return { ...draft, variant: change.variant };
    case 'nextStep':
      return { ...draft, nextStep: change.nextStep, nextStepOn: change.nextStepOn };
    case 'archive':
    case 'unarchive':
    case 'delete':
      return null;
  }
}

/** The person after a change of their fields; null for what is no field. */
export function changedPerson(draft: PersonDraft, change: PeopleChange): PersonDraft | null {
  switch (change.what) {
    case 'readerRole':
      return { ...draft, readerRole: change.readerRole };
    case 'decisionRole':
      return { ...draft, decisionRole: change.decisionRole };
    case 'attitude':
      return { ...draft, attitude: change.attitude };
    case 'archive':
    case 'unarchive':
    case 'delete':
      return null;
  }
}

/** Which deed a change is, for the list of deeds. */
export const deedOfAccounts = ({ what }: { readonly what: AccountsChange['what'] }) => {
  if (what === 'archive') return 'archiveAccounts';
  if (what === 'unarchive') return 'unarchiveAccounts';
  return what === 'delete' ? 'deleteAccounts' : 'editAccounts';
};
export const deedOfPeople = ({ what }: { readonly what: PeopleChange['what'] }) => {
  if (what === 'archive') return 'archivePeople';
  if (what === 'unarchive') return 'unarchivePeople';
  return what === 'delete' ? 'deletePeople' : 'editPeople';
};

/** What was done, and how to take it back. `changed` counts what was not so already. */
export const BulkDone = z.object({ deedId: z.string().nullable(), changed: z.int() });
export type BulkDone = z.infer<typeof BulkDone>;

/** A person put away: «больше не работает». */
export const ArchivedPerson = z.object({
  id: PersonId,
  accountId: AccountId,
  name: z.string(),
  position: z.string(),
  archivedAtMs: z.int(),
});
export type ArchivedPerson = z.infer<typeof ArchivedPerson>;
