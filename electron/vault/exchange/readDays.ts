import { Birthday, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { type Cell, cellText } from './tableFile.ts';
import { dayOfSerial } from './workbook/readSheet.ts';

/** Whether `03/04/2026` is the third of April or the fourth of March; `unknown` = nothing in the column tells. */
export type DayOrder = 'dayFirst' | 'monthFirst' | 'unknown';

/** A day that was read, or why it was not. */
export type ReadDay =
  | { readonly ok: true; readonly day: CalendarDate }
  | { readonly ok: false; readonly reason: 'notDay' | 'ambiguous' };

const months = [
  /^(янв|jan)/,
  /^(фев|feb)/,
  /^(мар|mar)/,
  /^(апр|apr)/,
  /^(ма[йя]|may)/,
  /^(июн|jun)/,
  /^(июл|jul)/,
  /^(авг|aug)/,
  /^(сен|sep)/,
  /^(окт|oct)/,
  /^(ноя|nov)/,
  /^(дек|dec)/,
];
const monthOf = (word: string): number => months.findIndex((month) => month.test(word)) + 1;

/** The text of a cell without a time of day, a weekday or «г.» behind it. */
const dayText = (cell: Cell | undefined): string =>
  cellText(cell)
    .toLowerCase()
    .replace(/[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]m|z)?$/, '')
    .replace(/\s*(г(ода?)?\.?)$/, '')
    .trim();

const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/;

/** Looks through a column for days with strokes that can be read in one way only. */
export function dayOrderOf(cells: readonly (Cell | undefined)[]): DayOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const match = slashed.exec(dayText(cell));
    if (match === null) continue;
    const [one, two] = [Number(match[1]), Number(match[2])];
    if (one > 12 && two <= 12) dayFirst += 1;
    else if (two > 12 && one <= 12) monthFirst += 1;
  }
  if (dayFirst > 0 === monthFirst > 0) return 'unknown';
  return dayFirst > 0 ? 'dayFirst' : 'monthFirst';
}

function dayOf(year: string, month: number, day: number): ReadDay {
  // Two figures are of this century, as Excel reads them up to 2029.
  const whole = year.length === 2 ? (Number(year) < 30 ? `20${year}` : `19${year}`) : year;
  const two = (value: number) => String(value).padStart(2, '0');
  const parsed = CalendarDate.safeParse(`${whole}-${two(month)}-${two(day)}`);
  return parsed.success ? { ok: true, day: parsed.data } : { ok: false, reason: 'notDay' };
}

// Days without a year of their own between 1990 and 2064: in a column of days a bare number can be nothing else.
const [firstSerial, lastSerial] = [32_874, 60_000];

/**
 * A day of a cell: a date of the workbook or its bare serial number, `23.11.2026`, `2026-11-23`, `11/23/2026`,
 * `23 ноября 2026 г.`, `Nov 23, 2026`, each with or without a time of day, which is dropped.
 */
export function readDay(cell: Cell | undefined, order: DayOrder): ReadDay {
  if (typeof cell === 'number') {
    const day = cell >= firstSerial && cell < lastSerial ? dayOfSerial(cell, false) : null;
    return day === null ? { ok: false, reason: 'notDay' } : { ok: true, day: CalendarDate.parse(day) };
  }
  const text = dayText(cell);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(text);
  if (dotted !== null) return dayOf(dotted[3] ?? '', Number(dotted[2]), Number(dotted[1]));
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (iso !== null) return dayOf(iso[1] ?? '', Number(iso[2]), Number(iso[3]));
  const strokes = slashed.exec(text);
  if (strokes !== null) {
    const [one, two, year] = [Number(strokes[1]), Number(strokes[2]), strokes[3] ?? ''];
    if (one <= 12 && two <= 12 && one !== two && order === 'unknown')
      return { ok: false, reason: 'ambiguous' };
    const isMonthFirst = order === 'monthFirst' || (order === 'unknown' && two > 12);
    return isMonthFirst ? dayOf(year, one, two) : dayOf(year, two, one);
  }
  const russian = /^(\d{1,2})[ -]([а-яёa-z]{3,9})\.?[ -](\d{4})$/.exec(text);
  if (russian !== null) return dayOf(russian[3] ?? '', monthOf(russian[2] ?? ''), Number(russian[1]));
  const american = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text);
  if (american !== null) return dayOf(american[3] ?? '', monthOf(american[1] ?? ''), Number(american[2]));
  return { ok: false, reason: 'notDay' };
}

/** A birthday of a cell, with its year or without: `12.05.1980`, `12 мая`, `--05-12`, `12.05`; null = it is none. */
export function readBirthday(cell: Cell | undefined, order: DayOrder): Birthday | null {
  const text = dayText(cell);
  const bare = /^--(\d{2})-?(\d{2})$/.exec(text);
  const two = (value: number | string) => String(value).padStart(2, '0');
  const short = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text);
  const worded = /^(\d{1,2}) ([а-яё]{3,9})$/.exec(text);
  const yearless =
    short !== null
      ? `--${two(short[2] ?? '')}-${two(short[1] ?? '')}`
      : worded !== null
        ? `--${two(monthOf(worded[2] ?? ''))}-${two(worded[1] ?? '')}`
        : bare !== null
          ? `--${bare[1] ?? ''}-${bare[2] ?? ''}`
          : null;
  const read = readDay(cell, order);
  const birthday = Birthday.safeParse(yearless ?? (read.ok ? read.day : ''));
  return birthday.success ? birthday.data : null;
}
