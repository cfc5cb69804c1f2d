import type { CalendarDate } from './calendarDate.ts';
import { groupThousands, nbsp } from './formatMoney.ts';
import type { Language } from './language.ts';

const russianMonths = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function partsOf(day: CalendarDate): { year: string; month: number; date: number } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: Number(month), date: Number(date) };
}

/** A day in its short form: `23.11.2026` (ru), `23 Nov 2026` (en). GLOSSARY: даты. */
export function formatDay(day: CalendarDate, language: Language): string {
  const { year, month, date } = partsOf(day);
  if (language === 'ru') return `${day.slice(8)}.${day.slice(5, 7)}.${year}`;
  return `${date}${nbsp}${(englishMonths[month - 1] ?? '').slice(0, 3)}${nbsp}${year}`;
}

/** A day in words: `23 ноября 2026 г.` (ru), `23 November 2026` (en). GLOSSARY: даты. */
export function formatDayLong(day: CalendarDate, language: Language): string {
  const { year, month, date } = partsOf(day);
  if (language === 'ru') return `${date}${nbsp}${russianMonths[month - 1] ?? ''} ${year}${nbsp}г.`;
  return `${date}${nbsp}${englishMonths[month - 1] ?? ''} ${year}`;
}

/** A whole number of `1 / 10^places` as a decimal without trailing zeros. */
function formatScaled(value: number, places: number, language: Language): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = groupThousands(digits.slice(0, -places), language);
  const fraction = digits.slice(-places).replace(/0+$/, '');
  const mark = language === 'ru' ? ',' : '.';
  return `${value < 0 ? '−' : ''}${whole}${fraction === '' ? '' : mark + fraction}`;
}

/** A quantity given in thousandths: 1500 → `1,5` (ru), `1.5` (en). */
export function formatQuantity(milli: number, language: Language): string {
  return formatScaled(milli, 3, language);
}

/** A figure as a share: `22 %` (ru, no-break space), `22%` (en). Without a figure the sign as it stands behind one. */
export function withPercentSign(figure: string, language: Language): string {
  return `${figure}${language === 'ru' ? nbsp : ''}%`;
}

/** Percent given in hundredths of a percent: 2200 → `22 %` (ru, no-break space), `22%` (en). */
export function formatPercent(bp: number, language: Language): string {
  return withPercentSign(formatScaled(bp, 2, language), language);
}
