import type { CalendarDate } from './calendarDate.ts';
import { addDays, weekdayOf } from './calendarDate.ts';
import type { FollowUpKind } from './followUp.ts';

/** Working days after sending on which each step of the follow-up falls (GLOSSARY: сопровождение КП). */
const steps: readonly { readonly kind: Exclude<FollowUpKind, 'custom'>; readonly workingDays: number }[] = [
  { kind: 'checkReceipt', workingDays: 1 },
  { kind: 'askNextSteps', workingDays: 3 },
  { kind: 'askUrgency', workingDays: 5 },
  { kind: 'agreeInterim', workingDays: 10 },
];

/** The day `count` working days later, Monday to Friday; public holidays are not known here. */
export function addWorkingDays(day: CalendarDate, count: number): CalendarDate {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (weekdayOf(reached) <= 5) left -= 1;
  }
  return reached;
}

/** The dated tasks that follow a proposal sent on a day, in their order. */
export function planFollowUps(
  sentOn: CalendarDate,
): { kind: Exclude<FollowUpKind, 'custom'>; dueOn: CalendarDate }[] {
  return steps.map(({ kind, workingDays }) => ({ kind, dueOn: addWorkingDays(sentOn, workingDays) }));
}
