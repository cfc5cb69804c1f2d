import { expect, it } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { promiseRecord } from './promiseRecord.ts';

const today = calendarDate('2026-11-23');
const promise = (
  dueOn: string | null,
  settledOn: string | null,
  settledAs: 'kept' | 'broken' | null = null,
  promisedBy: 'us' | 'them' = 'us',
) => ({
  kind: 'promise' as const,
  promisedBy,
  dueOn: dueOn === null ? null : calendarDate(dueOn),
  settledOn: settledOn === null ? null : calendarDate(settledOn),
  settledAs,
});

it('counts our promises whose day has come, and those kept by it', () => {
  expect(
    promiseRecord(
      [
        promise('2026-11-20', '2026-11-20', 'kept'),
        promise('2026-11-20', '2026-11-19'),
        promise(null, '2026-11-19', 'kept'),
        // Late, broken, forgotten.
        promise('2026-11-20', '2026-11-22', 'kept'),
        promise('2026-11-20', '2026-11-19', 'broken'),
        promise('2026-11-22', null),
        // Not yet due, without a day, not ours.
        promise('2026-11-23', null),
        promise(null, null),
        promise('2026-11-20', null, null, 'them'),
      ],
      today,
    ),
  ).toEqual({ due: 6, kept: 3 });
});
