import { expect, it } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { ColleagueId, PersonId } from './ids.ts';
import { singleThreads } from './singleThread.ts';

const today = calendarDate('2026-11-23');
const id = (last: number) => PersonId.parse(`00000000-0000-4000-8000-00000000000${last}`);
const ours = (last: number) => ColleagueId.parse(`00000000-0000-4000-8000-00000000001${last}`);
const person = (last: number, ...colleagues: number[]) => ({
  id: id(last),
  contactsOfOurs: colleagues.map((one) => ({ colleagueId: ours(one), strength: 3, kind: '' })),
});
const call = (day: string, ...people: number[]) => ({
  kind: 'call' as const,
  happenedOn: calendarDate(day),
  personIds: people.map(id),
});
const four = [call('2026-11-01', 1), call('2026-10-01', 1), call('2026-09-01', 1), call('2026-08-01', 1)];

it('sees that nearly all contacts go through one person', () => {
  expect(singleThreads([person(1), person(2)], [...four, call('2026-07-01', 2)], today)).toEqual([
    { kind: 'theirPerson', personId: id(1), contacts: 4, total: 5 },
  ]);
  expect(
    singleThreads([person(1), person(2)], [...four, call('2026-07-01', 2), call('2026-07-02', 2)], today),
  ).toEqual([]);
  // Too few, long ago, a note, two who are always together.
  expect(singleThreads([person(1)], four.slice(1), today)).toEqual([]);
  expect(
    singleThreads(
      [person(1)],
      four.map((one) => ({ ...one, happenedOn: calendarDate('2024-05-05') })),
      today,
    ),
  ).toEqual([]);
  expect(
    singleThreads(
      [person(1)],
      four.map((one) => ({ ...one, kind: 'note' as const })),
      today,
    ),
  ).toEqual([]);
  expect(
    singleThreads(
      [person(1), person(2)],
      four.map((one) => ({ ...one, personIds: [id(1), id(2)] })),
      today,
    ),
  ).toEqual([]);
});

it('sees that only one of ours knows anybody there', () => {
  expect(singleThreads([person(1, 1), person(2, 1)], [], today)).toEqual([
    { kind: 'ourColleague', colleagueId: ours(1) },
  ]);
  expect(singleThreads([person(1, 1), person(2, 2)], [], today)).toEqual([]);
});
