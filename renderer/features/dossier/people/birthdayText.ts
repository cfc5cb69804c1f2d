import { Birthday } from '../../../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { readDay } from '../../../ui/readDay.ts';

/** A birthday as it is typed: `29.11.1974`, or `29.11` where the year is not known. */
export function printBirthday(birthday: Birthday | null): string {
  if (birthday === null) return '';
  const yearless = birthday.startsWith('--');
  const [month = '', date = ''] = birthday.slice(yearless ? 2 : 5).split('-');
  return yearless ? `${date}.${month}` : `${date}.${month}.${birthday.slice(0, 4)}`;
}

/** Reads `29.11` or `29.11.1974`. Returns null for an empty text, undefined where it is not a birthday. */
export function readBirthday(text: string): Birthday | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const hasYear = /\d{4}/.test(typed);
  // 2000 is a leap year: 29.02 without a year is a real birthday.
  const day = readDay(typed, 2000);
  if (day === null) return undefined;
  const birthday = Birthday.safeParse(hasYear ? day : `--${day.slice(5)}`);
  return birthday.success ? birthday.data : undefined;
}

/** Full years on a day; null where the year is not known. */
export function ageOn(birthday: Birthday, today: CalendarDate): number | null {
  if (birthday.startsWith('--')) return null;
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
}
