import { z } from 'zod';

const shape = /^\d{4}-\d{2}-\d{2}$/;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

// By arithmetic: lists check tens of thousands of days, and a Date for each is what they would spend their time on.
function isRealDay(text: string): boolean {
  if (!shape.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8));
  const isLeapDay = month === 2 && date === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return date >= 1 && (date <= (monthLengths[month - 1] ?? 0) || isLeapDay);
}

/** A day without a time or zone, ISO 8601 `YYYY-MM-DD`. Two days order as text. */
export const CalendarDate = z.string().refine(isRealDay, 'not a calendar day').brand<'CalendarDate'>();
export type CalendarDate = z.infer<typeof CalendarDate>;

/** A birthday: `YYYY-MM-DD`, or `--MM-DD` where the year is not known (the form of RFC 6350 §4.3.1). */
export const Birthday = z
  .string()
  .refine(
    (text) => isRealDay(text) || (text.startsWith('--') && isRealDay(`2000-${text.slice(2)}`)),
    'not a birthday',
  )
  .brand<'Birthday'>();
export type Birthday = z.infer<typeof Birthday>;

/** Reads `YYYY-MM-DD`. Throws a ZodError when the text is not a day of the calendar. */
export function calendarDate(text: string): CalendarDate {
  return CalendarDate.parse(text);
}

/** The local calendar day of an instant (UTC milliseconds), by the computer's own time zone. */
export function dayOfInstant(atMs: number): CalendarDate {
  const at = new Date(atMs);
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return calendarDate(`${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1, 2)}-${pad(at.getDate(), 2)}`);
}

const msPerDay = 86_400_000;

function utcOf(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOfUtc(atMs: number): CalendarDate {
  return calendarDate(new Date(atMs).toISOString().slice(0, 10));
}

/** The day `days` later (negative: earlier). */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return dayOfUtc(utcOf(day) + days * msPerDay);
}

/** The same day of the month `months` later, or that month's last day where it is shorter. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOfUtc(first + (Math.min(date, lastDate) - 1) * msPerDay);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / msPerDay);
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(utcOf(day)).getUTCDay() || 7;
}
