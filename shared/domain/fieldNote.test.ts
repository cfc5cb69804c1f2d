import { expect, it } from 'vitest';
import { addDays, calendarDate } from './calendarDate.ts';
import { shippedStandards } from './shippedStandards.ts';
import { isStale } from './fieldNote.ts';

const today = calendarDate('2026-11-23');

it('lets a fact grow old by its field', () => {
  const aged = (field: Parameters<typeof isStale>[0]['field'], days: number) =>
    isStale({ field, notedOn: addDays(today, -days) }, today, shippedStandards.manufacturer);
  expect(aged('relationNow', 120)).toBe(false);
  expect(aged('relationNow', 125)).toBe(true);
  expect(aged('employees', 200)).toBe(false);
  expect(aged('employees', 400)).toBe(true);
  expect(aged('foundedYear', 9000)).toBe(false);
  expect(aged('whereWeHelp', 180)).toBe(false);
  expect(aged('whereWeHelp', 190)).toBe(true);
  // A standard that does not have the field lets it grow old no more.
  expect(aged('warehouse', 9000)).toBe(false);
});
