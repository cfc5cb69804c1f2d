import ICAL from 'ical.js';
import { nextBirthday } from '../../../shared/domain/birthday.ts';
import type { Birthday, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { addDays } from '../../../shared/domain/calendarDate.ts';

/** An entry of a calendar: a whole day, once or every year. */
export type CalendarEntry = {
  /** Stable: the same thing exported again replaces itself. */
  readonly uid: string;
  readonly summary: string;
  readonly on: { readonly day: CalendarDate } | { readonly birthday: Birthday };
  /** When to remind, as ISO 8601 durations from midnight of the day: `PT9H`, `-PT15H`. */
  readonly alarms: readonly string[];
};

/** The sixtieth day is 29 February in leap years and 1 March in others: the rule of birthdays (GLOSSARY: день рождения). */
const sixtiethDay = 'FREQ=YEARLY;BYYEARDAY=60';

function dayTime(day: CalendarDate): ICAL.Time {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return ICAL.Time.fromData({ year, month, day: date, isDate: true });
}

function eventOf(entry: CalendarEntry, stamp: ICAL.Time, from: CalendarDate): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const first = 'day' in entry.on ? entry.on.day : nextBirthday(entry.on.birthday, from);
  event.addPropertyWithValue('uid', entry.uid);
  event.addPropertyWithValue('dtstamp', stamp);
  event.addPropertyWithValue('dtstart', dayTime(first));
  event.addPropertyWithValue('dtend', dayTime(addDays(first, 1)));
  event.addPropertyWithValue('summary', entry.summary);
  event.addPropertyWithValue('class', 'PRIVATE');
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  if ('birthday' in entry.on) {
    const rule = entry.on.birthday.endsWith('02-29') ? sixtiethDay : 'FREQ=YEARLY';
    event.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule));
  }
  for (const trigger of entry.alarms) {
    const alarm = new ICAL.Component('valarm');
    alarm.addPropertyWithValue('action', 'DISPLAY');
    alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(trigger));
    alarm.addPropertyWithValue('description', entry.summary);
    event.addSubcomponent(alarm);
  }
  return event;
}

/**
 * An iCalendar file (RFC 5545) of whole days without a time zone: a day is that day wherever the computer is. Tasks go as
 * events, since Outlook passes over VTODO. Birthdays repeat every year, the first from `today` on.
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  how: { readonly name: string; readonly nowMs: number; readonly today: CalendarDate },
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Kamerton//Kamerton//RU');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', how.name);
  const stamp = ICAL.Time.fromJSDate(new Date(how.nowMs), true);
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry, stamp, how.today));
  return `${calendar.toString()}\r\n`;
}
