import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { addWorkingDays, planFollowUps } from './followUpPlan.ts';

describe('planFollowUps', () => {
  it('checks the receipt after one working day, then asks on', () => {
    // Friday: the next working day is Monday.
    expect(planFollowUps(calendarDate('2026-11-20'))).toEqual([
      { kind: 'checkReceipt', dueOn: '2026-11-23' },
      { kind: 'askNextSteps', dueOn: '2026-11-25' },
      { kind: 'askUrgency', dueOn: '2026-11-27' },
      { kind: 'agreeInterim', dueOn: '2026-12-04' },
    ]);
  });

  it('counts from a weekend to its first working day', () => {
    expect(addWorkingDays(calendarDate('2026-11-21'), 1)).toBe('2026-11-23');
    expect(addWorkingDays(calendarDate('2026-11-22'), 5)).toBe('2026-11-27');
    expect(addWorkingDays(calendarDate('2026-11-25'), 0)).toBe('2026-11-25');
  });
});
