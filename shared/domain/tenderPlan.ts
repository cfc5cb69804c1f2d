import { addDays, addMonths, type CalendarDate, daysBetween, weekdayOf } from './calendarDate.ts';
import type { MilestoneKey, Tender } from './tender.ts';

/** Preparation of a tender starts about nine months before bids are due (GLOSSARY: подготовка к тендеру). */
export const preparationMonths = 9;

/** When each step should be done, counted from the tender's day. */
const steps: readonly { readonly key: MilestoneKey; readonly months: number; readonly days: number }[] = [
  { key: 'learnNeed', months: -preparationMonths, days: 0 },
  { key: 'mapParticipants', months: -8, days: 0 },
  { key: 'shapeRequirements', months: -7, days: 0 },
  { key: 'findSuccessFactors', months: -6, days: 0 },
  { key: 'technicalAudit', months: -5, days: 0 },
  { key: 'references', months: -4, days: 0 },
  { key: 'calculate', months: -2, days: 0 },
  { key: 'composeProposal', months: -1, days: 0 },
  { key: 'submit', months: 0, days: -3 },
  { key: 'defend', months: 0, days: 14 },
];

/** Steps that a late preparation may leave out; without the others there is no bid worth handing in. */
export const skippableMilestones: readonly MilestoneKey[] = [
  'shapeRequirements',
  'technicalAudit',
  'references',
];

/** A step never falls on a weekend: before the tender's day it moves to Friday, after it to Monday. */
function onWorkday(day: CalendarDate, earlier: boolean): CalendarDate {
  const weekday = weekdayOf(day);
  if (weekday < 6) return day;
  return addDays(day, earlier ? 5 - weekday : 8 - weekday);
}

/** The steps of preparation, back-planned over nine months from the day bids are due, in their order. */
export function planTender(tenderOn: CalendarDate): { key: MilestoneKey; dueOn: CalendarDate }[] {
  return steps.map(({ key, months, days }) => ({
    key,
    dueOn: onWorkday(addDays(addMonths(tenderOn, months), days), days <= 0),
  }));
}

export type TenderLateness = {
  /** Days until bids are due, negative when past; null = no day is set. */
  readonly daysLeft: number | null;
  /** Steps not done whose day is past, the oldest first. */
  readonly late: readonly {
    readonly key: MilestoneKey;
    readonly dueOn: CalendarDate;
    readonly days: number;
  }[];
  /** Whole months by which the oldest of them is late. */
  readonly monthsLate: number;
  /** Late steps that can be left out to catch up. */
  readonly canSkip: readonly MilestoneKey[];
};

const onTime: TenderLateness = { daysLeft: null, late: [], monthsLate: 0, canSkip: [] };

/** The first whole months between two days, `from` not after `to`. */
function wholeMonths(from: CalendarDate, to: CalendarDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}

/**
 * How late the preparation is. A step is late from the day after its own. A decided tender is never late; after bids
 * are handed in only the defence can be.
 */
export function tenderLateness(
  tender: Pick<Tender, 'tenderOn' | 'status' | 'milestones'>,
  today: CalendarDate,
): TenderLateness {
  const daysLeft = tender.tenderOn === null ? null : daysBetween(today, tender.tenderOn);
  const isOpen = tender.status === 'expected' || tender.status === 'preparing';
  if (!isOpen && tender.status !== 'submitted') return { ...onTime, daysLeft };
  const late = tender.milestones
    .filter(({ dueOn, doneOn, key }) => doneOn === null && dueOn < today && (isOpen || key === 'defend'))
    .map(({ key, dueOn }) => ({ key, dueOn, days: daysBetween(dueOn, today) }))
    .toSorted((a, b) => b.days - a.days);
  const oldest = late[0];
  return {
    daysLeft,
    late,
    monthsLate: oldest === undefined ? 0 : wholeMonths(oldest.dueOn, today),
    canSkip: late.map(({ key }) => key).filter((key) => skippableMilestones.includes(key)),
  };
}
