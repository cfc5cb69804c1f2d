import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountEventId, AccountId, ColleagueId, PersonId } from './ids.ts';

export const AccountEventKind = z.enum([
  'meeting',
  'call',
  'letter',
  'complaint',
  'wish',
  'misunderstanding',
  'feedback',
  'promise',
  'gift',
  'document',
  'note',
]);
export type AccountEventKind = z.infer<typeof AccountEventKind>;

/** Kinds that are settled some day: each has a limit, an end and how it ended (GLOSSARY: обещание, рекламация). */
const settledKinds: ReadonlySet<AccountEventKind> = new Set([
  'promise',
  'complaint',
  'wish',
  'misunderstanding',
]);

/** Whether an event of this kind is settled some day: a promise, a complaint, a wish, a misunderstanding. */
export function canSettle(kind: AccountEventKind): boolean {
  return settledKinds.has(kind);
}

/**
 * Kinds at which we and the client met, wrote or gave: a note and a document of our own are none. What a people map, a
 * scheme and a client's silence take for a contact.
 */
export function isContact(kind: AccountEventKind): boolean {
  return kind !== 'note' && kind !== 'document';
}

/** How it ended: a promise was kept or broken, a complaint settled or given up. */
export const SettledAs = z.enum(['kept', 'broken']);
export type SettledAs = z.infer<typeof SettledAs>;

/** A price beyond it is a slip of the finger. Kopecks. */
export const dearestGiftMinor = 100_000_000_00;

/** An event of the relationship history. `dueOn`/`settledOn` are for complaints, wishes, misunderstandings and promises. */
export const AccountEventDraft = z.object({
  accountId: AccountId,
  kind: AccountEventKind,
  happenedOn: CalendarDate,
  title: z.string().trim().min(1).max(300),
  text: z.string().max(10_000),
  personIds: z.array(PersonId).max(50),
  /** Who of ours took part: talked, wrote, answers for the promise. */
  colleagueIds: z.array(ColleagueId).max(20).default([]),
  /** A promise of ours (`us`) or of theirs (`them`). */
  promisedBy: z.enum(['us', 'them']).nullable(),
  dueOn: CalendarDate.nullable(),
  settledOn: CalendarDate.nullable(),
  outcome: z.string().max(2000),
  /** null: not settled, or nobody said how. */
  settledAs: SettledAs.nullable().default(null),
  /** Of a feedback: 1 = bad … 5 = excellent. */
  mark: z.int().min(1).max(5).nullable().default(null),
  /** Of a gift: its price in kopecks. */
  amountMinor: z.int().min(0).max(dearestGiftMinor).nullable().default(null),
});
export type AccountEventDraft = z.infer<typeof AccountEventDraft>;
export const AccountEvent = AccountEventDraft.extend({ id: AccountEventId, revision: z.int() });
export type AccountEvent = z.infer<typeof AccountEvent>;
