import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountEventId, AccountId, PersonId } from './ids.ts';

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

/** An event of the relationship history. `dueOn`/`settledOn` are for complaints, wishes, misunderstandings and promises. */
export const AccountEventDraft = z.object({
  accountId: AccountId,
  kind: AccountEventKind,
  happenedOn: CalendarDate,
  title: z.string().trim().min(1).max(300),
  text: z.string().max(10_000),
  personIds: z.array(PersonId).max(50),
  /** A promise of ours (`us`) or of theirs (`them`). */
  promisedBy: z.enum(['us', 'them']).nullable(),
  dueOn: CalendarDate.nullable(),
  settledOn: CalendarDate.nullable(),
  outcome: z.string().max(2000),
});
export type AccountEventDraft = z.infer<typeof AccountEventDraft>;
export const AccountEvent = AccountEventDraft.extend({ id: AccountEventId, revision: z.int() });
export type AccountEvent = z.infer<typeof AccountEvent>;
