import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { lastQuarters, quarterOf } from './quarters.ts';

describe('quarters', () => {
  it.each([
    ['2026-01-01', '2026-Q1', '2026-01-01'],
    ['2026-03-31', '2026-Q1', '2026-01-01'],
    ['2026-04-01', '2026-Q2', '2026-04-01'],
    ['2026-12-31', '2026-Q4', '2026-10-01'],
  ])('%s lies in %s', (day, label, from) => {
    expect(quarterOf(calendarDate(day))).toEqual({ label, from });
  });

  it('counts back across a year, oldest first', () => {
    expect(lastQuarters(calendarDate('2026-05-31'), 4).map(({ label }) => label)).toEqual([
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
    ]);
  });
});
