import type { Birthday } from './calendarDate.ts';
import { CalendarDate, calendarDate } from './calendarDate.ts';

/** A birthday as it is typed: `29.11.1974`, or `29.11` where the year is not known. */
export function printBirthday(birthday: Birthday | null): string {
  if (birthday === null) return '';
  const yearless = birthday.startsWith('--');
  const [month = '', date = ''] = birthday.slice(yearless ? 2 : 5).split('-');
  return yearless ? `${date}.${month}` : `${date}.${month}.${birthday.slice(0, 4)}`;
}

/**
 * The next birthday from a day on, that day included. Born on 29 February: on 1 March of other years, since in Russia
 * nobody congratulates before the day (GLOSSARY: день рождения).
 */
export function nextBirthday(birthday: Birthday, from: CalendarDate): CalendarDate {
  const monthDay = birthday.slice(-5);
  const year = Number(from.slice(0, 4));
  const inYear = (candidate: number): CalendarDate => {
    const parsed = CalendarDate.safeParse(`${String(candidate).padStart(4, '0')}-${monthDay}`);
    return parsed.success ? parsed.data : calendarDate(`${String(candidate).padStart(4, '0')}-03-01`);
  };
  const thisYear = inYear(year);
  return thisYear >= from ? thisYear : inYear(year + 1);
}
