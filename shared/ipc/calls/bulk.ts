import { z } from 'zod';
import {
  AccountsChange,
  ArchivedPerson,
  BulkDone,
  Deed,
  mostAtOnce,
  PeopleChange,
} from '../../domain/bulkWork.ts';
import { AccountId, PersonId } from '../../domain/ids.ts';
import { Duplicate } from '../../domain/duplicates.ts';
import { MergeChoice, MergeField } from '../../domain/mergeRecords.ts';
import { StandardId } from '../../domain/account.ts';
import { Currency } from '../../domain/money.ts';
import { TrashItem, TrashRef } from '../../domain/trash.ts';
import { type Contract, done, nothing } from './shapes.ts';

/** Two of one kind: `awayId` goes into `keepId`. */
export const MergePair = z.object({
  kind: z.enum(['account', 'person']),
  keepId: z.uuid(),
  awayId: z.uuid(),
});
export type MergePair = z.infer<typeof MergePair>;

export const MergeSide = z.object({
  id: z.string(),
  title: z.string(),
  subtitle: z.string(),
  savedAtMs: z.int(),
  /** What a client's own money is told in; null = a person. */
  currency: Currency.nullable(),
  /** The standard a client's dossier is kept by; null = a person. */
  standardId: StandardId.nullable(),
});
export type MergeSide = z.infer<typeof MergeSide>;

export const MergePreview = z.object({
  keep: MergeSide,
  away: MergeSide,
  fields: z.array(MergeField),
  /** What points at the one who goes, by table of the vault; the window words the tables it knows. */
  moves: z.array(z.object({ table: z.string(), count: z.int() })),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** Work on many rows at once, duplicates, archive and trash. */
export const bulkCalls = {
  /** One change to many clients, in one transaction that is taken back as a whole. */
  'bulk.changeAccounts': {
    input: z.object({ ids: z.array(AccountId).min(1).max(mostAtOnce), change: AccountsChange }),
    output: BulkDone,
  },
  'bulk.changePeople': {
    input: z.object({ ids: z.array(PersonId).min(1).max(mostAtOnce), change: PeopleChange }),
    output: BulkDone,
  },
  /** Takes a deed back; `kept` counts rows that were changed since and keep something of that. */
  'bulk.undo': { input: z.object({ deedId: z.string().max(80) }), output: z.object({ kept: z.int() }) },
  'merge.preview': { input: MergePair, output: MergePreview },
  'merge.run': {
    input: z.object({ pair: MergePair, choices: z.record(z.string().max(80), MergeChoice) }),
    output: BulkDone,
  },
  /** Pairs that are likely one and the same, the likeliest first. */
  'merge.duplicates': { input: nothing, output: z.object({ pairs: z.array(Duplicate).max(200) }) },
  /** Says that two are not one: they are not suggested again. */
  'merge.apart': { input: z.object({ pair: MergePair }), output: done },
  /** People of a client who work there no more. */
  'people.archived': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ people: z.array(ArchivedPerson) }),
  },
  /** What was deleted, the latest first, and deeds that can be taken back. */
  'trash.list': {
    input: nothing,
    output: z.object({ items: z.array(TrashItem), more: z.int(), deeds: z.array(Deed) }),
  },
  'trash.restore': { input: z.object({ refs: z.array(TrashRef).min(1).max(5000) }), output: done },
  /** Takes rows out for good; `kept` counts those that something living still needs. */
  'trash.purge': {
    input: z.object({ refs: z.array(TrashRef).min(1).max(5000) }),
    output: z.object({ purged: z.int(), kept: z.int() }),
  },
} as const satisfies Contract;
