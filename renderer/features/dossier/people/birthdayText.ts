import { Birthday } from '../../../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { readDay } from '../../../ui/readDay.ts';

/**
 * Reads `29.11`, `29.11.1974`, `29.11.74` or `29 ноября 1974`. A year of two digits is the last such year until `today`:
 * nobody of a decision group is born ahead. Returns null for an empty text, undefined where it is not a birthday.
 */
export function readBirthday(text: string, today: CalendarDate): Birthday | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const thisYear = Number(today.slice(0, 4));
  const century = (twoDigits: number) => (2000 + twoDigits < thisYear ? 2000 : 1900);
  // Read against two years, both leap ones: where the answers differ, the text named no year of its own.
  const [day, other] = [2000, 1996].map((year) => readDay(typed, year, century));
  if (day === null || day === undefined) return undefined;
  const birthday = Birthday.safeParse(day === other ? day : `--${day.slice(5)}`);
  return birthday.success ? birthday.data : undefined;
}

/** Full years on a day; null where the year is not known. */
export function ageOn(birthday: Birthday, today: CalendarDate): number | null {
  if (birthday.startsWith('--')) return null;
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
}
