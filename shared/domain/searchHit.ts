import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountId } from './ids.ts';

/** Everything that can be found, in the order in which equals are shown. */
export const SearchKind = z.enum([
  'account',
  'person',
  'tender',
  'proposal',
  'event',
  'delivery',
  'file',
  'competitor',
  'block',
  'template',
  'reference',
  'priceItem',
  'task',
]);
export type SearchKind = z.infer<typeof SearchKind>;

/** From which letter to which (not included) of a text something typed stands; in order, not overlapping. */
export const TextMarks = z.array(z.tuple([z.int(), z.int()]));
export type TextMarks = z.infer<typeof TextMarks>;

/** One thing that was found. */
export const SearchHit = z.object({
  kind: SearchKind,
  id: z.string(),
  /** null = belongs to no client: a library block, a price, a referee. */
  accountId: AccountId.nullable(),
  /** Of a client that was put away. */
  archived: z.boolean(),
  title: z.string(),
  titleMarks: TextMarks,
  subtitle: z.string(),
  /** The piece of text that was matched; empty where the title says it. Never of what is private. */
  snippet: z.string(),
  snippetMarks: TextMarks,
  /** The day of an event, a delivery, a tender or a task. */
  on: CalendarDate.nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;
