import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, calendarDate, dayOfInstant, weekdayOf } from './calendarDate.ts';
import { milestoneKeys, type TenderStatus } from './tender.ts';
import { planTender, preparationMonths, tenderLateness } from './tenderPlan.ts';

const day = calendarDate;

describe('the plan of a tender', () => {
  it('runs back over nine months', () => {
    // 15 December 2026 is a Tuesday; 15 March is a Sunday, so the first step moves to the Friday before.
    const plan = planTender(day('2026-12-15'));
    expect(plan.map(({ key }) => key)).toEqual([...milestoneKeys]);
    expect(Object.fromEntries(plan.map(({ key, dueOn }) => [key, dueOn]))).toMatchObject({
      learnNeed: '2026-03-13',
      technicalAudit: '2026-07-15',
      composeProposal: '2026-11-13',
      submit: '2026-12-11',
      defend: '2026-12-29',
    });
  });

  it('never falls on a weekend and never turns back', () => {
    const anyDay = fc
      .integer({ min: Date.UTC(2020, 0, 2), max: Date.UTC(2040, 0, 1) })
      .map((ms) => dayOfInstant(ms));
    fc.assert(
      fc.property(anyDay, (tenderOn) => {
        const plan = planTender(tenderOn);
        expect(plan.every(({ dueOn }) => weekdayOf(dueOn) <= 5)).toBe(true);
        expect(plan.map(({ dueOn }) => dueOn)).toEqual(plan.map(({ dueOn }) => dueOn).toSorted());
        expect(plan[0]?.dueOn && plan[0].dueOn <= addMonths(tenderOn, -preparationMonths)).toBe(true);
      }),
    );
  });

  const tender = (status: TenderStatus, doneOn: string | null = null) => ({
    tenderOn: day('2026-12-15'),
    status,
    milestones: planTender(day('2026-12-15')).map((step) => ({
      ...step,
      note: '',
      doneOn: doneOn === null ? null : day(doneOn),
    })),
  });

  it('says how late we are and what can be cut', () => {
    const lateness = tenderLateness(tender('preparing'), day('2026-07-20'));
    expect(lateness).toMatchObject({
      daysLeft: 148,
      monthsLate: 4,
      canSkip: ['shapeRequirements', 'technicalAudit'],
    });
    expect(lateness.late.map(({ key }) => key)).toEqual([
      'learnNeed',
      'mapParticipants',
      'shapeRequirements',
      'findSuccessFactors',
      'technicalAudit',
    ]);
    expect(lateness.late.at(-1)?.days).toBe(5);
  });

  it('is on time on the day itself, when steps are done and when the tender is decided', () => {
    expect(tenderLateness(tender('preparing'), day('2026-03-13')).late).toEqual([]);
    expect(tenderLateness(tender('preparing'), day('2026-03-14')).late).toHaveLength(1);
    expect(tenderLateness(tender('preparing', '2026-03-01'), day('2026-12-20')).late).toEqual([]);
    expect(tenderLateness(tender('lost'), day('2027-03-01')).late).toEqual([]);
    expect(tenderLateness(tender('submitted'), day('2027-03-01')).late.map(({ key }) => key)).toEqual([
      'defend',
    ]);
  });
});
