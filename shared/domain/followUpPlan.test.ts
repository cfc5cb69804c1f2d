import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { planFollowUps } from './followUpPlan.ts';

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

  it('steps over the New Year holidays and starts from a day off as well', () => {
    expect(planFollowUps(calendarDate('2026-12-29')).map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-30',
      '2027-01-12',
      '2027-01-14',
      '2027-01-21',
    ]);
    expect(planFollowUps(calendarDate('2026-11-22'))[0]).toEqual({
      kind: 'checkReceipt',
      dueOn: '2026-11-23',
    });
  });
});
