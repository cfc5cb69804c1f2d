import type { CalendarDate } from './calendarDate.ts';
import type { FollowUpKind } from './followUp.ts';
import { addWorkingDays } from './workingDays.ts';

/** Working days after sending on which each step of the follow-up falls (GLOSSARY: сопровождение КП). */
const steps: readonly { readonly kind: Exclude<FollowUpKind, 'custom'>; readonly workingDays: number }[] = [
  { kind: 'checkReceipt', workingDays: 1 },
  { kind: 'askNextSteps', workingDays: 3 },
  { kind: 'askUrgency', workingDays: 5 },
  { kind: 'agreeInterim', workingDays: 10 },
];

/** The dated tasks that follow a proposal sent on a day, in their order, over working days. */
export function planFollowUps(
  sentOn: CalendarDate,
): { kind: Exclude<FollowUpKind, 'custom'>; dueOn: CalendarDate }[] {
  return steps.map(({ kind, workingDays }) => ({ kind, dueOn: addWorkingDays(sentOn, workingDays) }));
}
