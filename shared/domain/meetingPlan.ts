import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountEventId, AccountId, PersonId } from './ids.ts';
import { Certainty } from './person.ts';

const line = z.string().trim().min(1).max(200);

/** What a meeting is prepared with; one plan a client, the coming meeting (GLOSSARY: лист к встрече). */
export const MeetingPlan = z.object({
  accountId: AccountId,
  meetsOn: CalendarDate,
  /** «10:00, у них на заводе». */
  place: z.string().max(120),
  purpose: z.string().max(300),
  /** Who comes on their side, in the order printed. */
  personIds: z.array(PersonId).max(12),
  questions: z.array(line).max(8),
  offers: z.array(line).max(8),
  /** An objection and the answer to it, one line each. */
  objections: z.array(line).max(8),
});
export type MeetingPlan = z.infer<typeof MeetingPlan>;

/** `general` may lie on the table; `private` also says how to talk to whom and is read before. */
export const MeetingVariant = z.enum(['general', 'private']);
export type MeetingVariant = z.infer<typeof MeetingVariant>;

/** What is known after a meeting, as two minutes of writing give it (GLOSSARY: итоги встречи). */
export const Debrief = z.object({
  accountId: AccountId,
  happenedOn: CalendarDate,
  title: z.string().trim().min(1).max(300),
  text: z.string().max(10_000),
  personIds: z.array(PersonId).max(50),
  promises: z
    .array(
      z.object({
        promisedBy: z.enum(['us', 'them']),
        title: z.string().trim().min(1).max(300),
        dueOn: CalendarDate.nullable(),
      }),
    )
    .max(20),
  /** Open promises and complaints that the meeting settled. */
  settledIds: z.array(AccountEventId).max(50),
  facts: z
    .array(
      z.object({
        personId: PersonId,
        text: z.string().trim().min(1).max(2000),
        certainty: Certainty,
        /** For the user alone: it joins the private notes instead of the facts. */
        sensitive: z.boolean(),
      }),
    )
    .max(20),
  /** null = the next step stays as it is. */
  nextStep: z.object({ text: z.string().trim().min(1).max(300), on: CalendarDate.nullable() }).nullable(),
});
export type Debrief = z.infer<typeof Debrief>;
