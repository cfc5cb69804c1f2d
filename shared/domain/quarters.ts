import type { CalendarDate } from './calendarDate.ts';
import { addMonths, calendarDate } from './calendarDate.ts';

/** A calendar quarter: `2026-Q4` and its first day. */
export type Quarter = { readonly label: string; readonly from: CalendarDate };

/** The quarter of a day. */
export function quarterOf(day: CalendarDate): Quarter {
  const year = day.slice(0, 4);
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return {
    label: `${year}-Q${quarter}`,
    from: calendarDate(`${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`),
  };
}

/** The last `count` quarters, the one of the day included, oldest first. */
export function lastQuarters(day: CalendarDate, count: number): Quarter[] {
  const { from } = quarterOf(day);
  return Array.from({ length: count }, (_, at) => quarterOf(addMonths(from, (at - count + 1) * 3)));
}
