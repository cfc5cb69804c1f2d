import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from './calendarDate.ts';
import { addDays, calendarDate, weekdayOf } from './calendarDate.ts';
import { addWorkingDays, isWorkingDay, publicHolidays, workingDaysBetween } from './workingDays.ts';

const daysOff = (year: number): string[] => {
  const free: string[] = [];
  for (let day = calendarDate(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1))
    if (!isWorkingDay(day) && weekdayOf(day) <= 5) free.push(day.slice(5));
  return free;
};

describe('isWorkingDay', () => {
  it('knows the free weekdays of 2026: holidays, two moved January days, two holidays that fell on a weekend', () => {
    expect(daysOff(2026)).toEqual([
      '01-01',
      '01-02',
      '01-05',
      '01-06',
      '01-07',
      '01-08',
      '01-09',
      '02-23',
      '03-09',
      '05-01',
      '05-11',
      '06-12',
      '11-04',
      '12-31',
    ]);
  });

  it('knows 2025, where the decree moved holidays away from their next day and one Saturday was worked', () => {
    expect(daysOff(2025)).toEqual([
      '01-01',
      '01-02',
      '01-03',
      '01-06',
      '01-07',
      '01-08',
      '05-01',
      '05-02',
      '05-08',
      '05-09',
      '06-12',
      '06-13',
      '11-03',
      '11-04',
      '12-31',
    ]);
    expect(isWorkingDay(calendarDate('2025-11-01'))).toBe(true);
    // A January holiday moved elsewhere stays a holiday.
    expect(isWorkingDay(calendarDate('2025-01-04'))).toBe(false);
  });

  it('gives the next working day for a holiday on a weekend in a year without a decree', () => {
    // 1 May 2027 is a Saturday, 9 May a Sunday; 4 November a Thursday.
    expect(isWorkingDay(calendarDate('2027-05-03'))).toBe(false);
    expect(isWorkingDay(calendarDate('2027-05-04'))).toBe(true);
    expect(isWorkingDay(calendarDate('2027-05-10'))).toBe(false);
    expect(isWorkingDay(calendarDate('2027-05-11'))).toBe(true);
    // January holidays on a weekend give nothing by themselves.
    expect(isWorkingDay(calendarDate('2027-01-11'))).toBe(true);
  });

  it('takes another table of transfers', () => {
    const day = calendarDate('2027-05-04');
    expect(isWorkingDay(day, [{ from: calendarDate('2027-01-02'), to: day }])).toBe(false);
  });
});

const anyDay = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(calendarDate('2024-01-01'), days));

describe('counting working days', () => {
  it('steps over New Year', () => {
    expect(addWorkingDays(calendarDate('2026-12-30'), 1)).toBe('2027-01-11');
    expect(workingDaysBetween(calendarDate('2026-12-30'), calendarDate('2027-01-11'))).toBe(1);
    expect(addWorkingDays(calendarDate('2026-12-30'), 0)).toBe('2026-12-30');
  });

  it('lands on working days, and counting back gives the same number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const reached = addWorkingDays(from, count);
        expect(isWorkingDay(reached)).toBe(true);
        expect(workingDaysBetween(from, reached)).toBe(count);
        expect(publicHolidays.has(reached.slice(5))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('adds up along the way', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.nat(40), (from, first, second) => {
        const middle: CalendarDate = addDays(from, first);
        const end = addDays(middle, second);
        expect(workingDaysBetween(from, middle) + workingDaysBetween(middle, end)).toBe(
          workingDaysBetween(from, end),
        );
      }),
      { numRuns: 300 },
    );
  });
});
