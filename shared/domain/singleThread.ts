import type { AccountEvent } from './accountEvent.ts';
import { addMonths } from './calendarDate.ts';
import type { CalendarDate } from './calendarDate.ts';
import type { ColleagueId, PersonId } from './ids.ts';
import type { Person } from './person.ts';

/** Contacts with one person from this part of all on hang on that person, percent. */
export const threadSharePercent = 80;
/** Fewer contacts than this say nothing of a habit. */
export const threadNeeds = 4;
const lookBackMonths = 12;

export type SingleThread =
  | {
      /** Nearly all contacts go through one of their people. */
      readonly kind: 'theirPerson';
      readonly personId: PersonId;
      readonly contacts: number;
      readonly total: number;
    }
  | {
      /** Only one of ours knows anybody there. */
      readonly kind: 'ourColleague';
      readonly colleagueId: ColleagueId;
    };

/**
 * Where a relation hangs on one thread: if that person leaves, it is gone. Contacts of the last twelve months that name
 * somebody are counted. GLOSSARY: связь через одного человека.
 */
export function singleThreads(
  people: readonly Pick<Person, 'id' | 'contactsOfOurs'>[],
  events: readonly Pick<AccountEvent, 'kind' | 'happenedOn' | 'personIds'>[],
  today: CalendarDate,
): SingleThread[] {
  const threads: SingleThread[] = [];
  const here = new Set<string>(people.map(({ id }) => id));
  const after = addMonths(today, -lookBackMonths);
  const contacts = events.filter(
    ({ kind, happenedOn, personIds }) =>
      kind !== 'note' &&
      kind !== 'document' &&
      happenedOn > after &&
      happenedOn <= today &&
      personIds.some((id) => here.has(id)),
  );
  const counts = new Map<PersonId, number>();
  for (const { personIds } of contacts)
    for (const id of new Set(personIds)) if (here.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1]);
  const [most, second] = ranked;
  const shareOf = (count: number) => (count / contacts.length) * 100;
  // Two who are always met together are two threads.
  const isAlone = second === undefined || shareOf(second[1]) < threadSharePercent;
  if (
    most !== undefined &&
    contacts.length >= threadNeeds &&
    shareOf(most[1]) >= threadSharePercent &&
    isAlone
  )
    threads.push({ kind: 'theirPerson', personId: most[0], contacts: most[1], total: contacts.length });
  const colleagues = new Set(
    people.flatMap(({ contactsOfOurs }) => contactsOfOurs.map(({ colleagueId }) => colleagueId)),
  );
  const [only] = colleagues;
  if (only !== undefined && colleagues.size === 1 && people.length > 1)
    threads.push({ kind: 'ourColleague', colleagueId: only });
  return threads;
}
