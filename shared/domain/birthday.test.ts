import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBirthday } from './birthday.ts';
import { addDays, Birthday, calendarDate, daysBetween } from './calendarDate.ts';

describe('nextBirthday', () => {
  it.each([
    ['1980-11-23', '2026-11-23', '2026-11-23'],
    ['1980-11-22', '2026-11-23', '2027-11-22'],
    ['--01-05', '2026-12-28', '2027-01-05'],
    ['1984-02-29', '2027-02-20', '2027-03-01'],
    ['1984-02-29', '2028-02-20', '2028-02-29'],
    ['--02-29', '2027-03-01', '2027-03-01'],
    ['--02-29', '2027-03-02', '2028-02-29'],
  ])('of %s from %s is %s', (birthday, from, expected) => {
    expect(nextBirthday(Birthday.parse(birthday), calendarDate(from))).toBe(expected);
  });

  it('is never past and never more than a year away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }), (born, now) => {
        const from = addDays(calendarDate('1980-01-01'), now);
        const next = nextBirthday(Birthday.parse(addDays(calendarDate('1930-01-01'), born)), from);
        const days = daysBetween(from, next);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThanOrEqual(366);
      }),
    );
  });
});
