import type { CalendarDate } from './calendarDate.ts';
import { addDays, calendarDate, weekdayOf } from './calendarDate.ts';

/** A day off moved by the government from one day to another. */
export type DayOffTransfer = { readonly from: CalendarDate; readonly to: CalendarDate };

/** Public holidays of Russia as `MM-DD` (Labour Code, art. 112; GLOSSARY: рабочий день). */
export const publicHolidays: ReadonlySet<string> = new Set([
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
]);

const moved = (from: string, to: string): DayOffTransfer => ({
  from: calendarDate(from),
  to: calendarDate(to),
});

/** Days off moved by the government's yearly decree; a new decree adds its lines here. A year without lines follows art. 112 alone. */
export const dayOffTransfers: readonly DayOffTransfer[] = [
  moved('2025-01-04', '2025-05-02'),
  moved('2025-01-05', '2025-12-31'),
  moved('2025-02-23', '2025-05-08'),
  moved('2025-03-08', '2025-06-13'),
  moved('2025-11-01', '2025-11-03'),
  moved('2026-01-03', '2026-01-09'),
  moved('2026-01-04', '2026-12-31'),
];

const isHoliday = (day: CalendarDate): boolean => publicHolidays.has(day.slice(5));
const isWeekend = (day: CalendarDate): boolean => weekdayOf(day) > 5;

/** How far back a holiday on a weekend can reach: over that weekend and one free day more. */
const longestRun = 4;

/**
 * Whether a day is free instead of a holiday that fell on a weekend: the next working day after it is (art. 112),
 * except for the January holidays, and unless the decree of that year moved it elsewhere.
 */
function isGivenForHoliday(day: CalendarDate, transfers: readonly DayOffTransfer[]): boolean {
  let owed = 0;
  for (let back = longestRun; back > 0; back -= 1) {
    const before = addDays(day, -back);
    const isMoved = transfers.some(({ from }) => from === before);
    if (isHoliday(before) && isWeekend(before) && !before.startsWith('01-', 5) && !isMoved) owed += 1;
    // A plain working day before this one has taken what was owed until then.
    else if (!isHoliday(before) && !isWeekend(before) && owed > 0) owed -= 1;
  }
  return owed > 0;
}

/** Whether people work on a day in Russia: no weekend, no public holiday, no day off moved to it. GLOSSARY: рабочий день. */
export function isWorkingDay(
  day: CalendarDate,
  transfers: readonly DayOffTransfer[] = dayOffTransfers,
): boolean {
  if (isHoliday(day) || transfers.some(({ to }) => to === day)) return false;
  // A Saturday whose day off was moved away is worked.
  if (isWeekend(day)) return transfers.some(({ from }) => from === day);
  return !isGivenForHoliday(day, transfers);
}

/** The day `count` working days later; 0 gives the day itself, working or not. */
export function addWorkingDays(
  day: CalendarDate,
  count: number,
  transfers: readonly DayOffTransfer[] = dayOffTransfers,
): CalendarDate {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, transfers)) left -= 1;
  }
  return reached;
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  from: CalendarDate,
  to: CalendarDate,
  transfers: readonly DayOffTransfer[] = dayOffTransfers,
): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, transfers)) count += 1;
  }
  return count;
}
