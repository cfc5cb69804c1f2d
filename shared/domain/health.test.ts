import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from './calendarDate.ts';
import { accountHealth, type HealthInput, healthSigns, usualGapDays } from './health.ts';

const today = calendarDate('2026-11-23');
const ago = (days: number) => addDays(today, -days);
const input = (overrides: Partial<HealthInput> = {}): HealthInput => ({
  today,
  lastContactOn: ago(5),
  usualGapDays: 20,
  lastDeliveryOn: ago(30),
  usualDeliveryGapDays: 60,
  openComplaints: [],
  openPromises: [],
  lateMilestones: 0,
  ...overrides,
});

describe('the usual gap', () => {
  it('is the middle one between different days', () => {
    expect(usualGapDays([ago(0), ago(10), ago(10), ago(40)])).toBe(20);
    expect(usualGapDays([ago(40), ago(0), ago(10), ago(5)])).toBe(5);
    expect(usualGapDays([ago(0), ago(10), ago(10)])).toBeNull();
    expect(usualGapDays([])).toBeNull();
  });
});

describe('the state of a relation', () => {
  it.each([
    ['even', {}],
    ['even', { lastContactOn: ago(30) }],
    ['attention', { lastContactOn: ago(31) }],
    ['risk', { lastContactOn: ago(61) }],
    ['attention', { lastContactOn: null }],
    ['even', { lastContactOn: ago(45), usualGapDays: null }],
    ['attention', { lastContactOn: ago(46), usualGapDays: null }],
    // A client spoken to daily is not neglected after ten days.
    ['even', { lastContactOn: ago(10), usualGapDays: 1 }],
    ['attention', { lastDeliveryOn: ago(91) }],
    ['risk', { lastDeliveryOn: ago(181) }],
    ['even', { lastDeliveryOn: ago(1000), usualDeliveryGapDays: null }],
    ['attention', { openComplaints: [{ happenedOn: ago(14), dueOn: null }] }],
    ['risk', { openComplaints: [{ happenedOn: ago(15), dueOn: null }] }],
    ['risk', { openComplaints: [{ happenedOn: ago(3), dueOn: ago(1) }] }],
    ['even', { openPromises: [{ dueOn: today }] }],
    ['attention', { openPromises: [{ dueOn: ago(1) }] }],
    ['risk', { openPromises: [{ dueOn: ago(15) }] }],
    ['attention', { lateMilestones: 2 }],
  ] as const)('%s %o', (health, overrides) => {
    expect(accountHealth(input(overrides))).toBe(health);
  });

  it('names every sign', () => {
    const signs = healthSigns(input({ lastContactOn: ago(61), lateMilestones: 2 }));
    expect(signs).toEqual([
      { sign: 'silence', level: 'risk', amount: 61 },
      { sign: 'lateTender', level: 'attention', amount: 2 },
    ]);
  });
});
