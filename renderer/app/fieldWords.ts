import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfInstant, daysBetween } from '../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../shared/domain/calendarDate.ts';
import { formatDay, withPercentSign } from '../../shared/domain/formatDate.ts';
import { formatMoney } from '../../shared/domain/formatMoney.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Currency } from '../../shared/domain/money.ts';
import { dateLocale } from './dateLocale.ts';
import { rememberTexts } from './rememberTexts.ts';

/** Days, spans and sums said in the interface's language. */
export type FieldWords = {
  readonly language: Language;
  readonly today: CalendarDate;
  /** «12 дней назад», «вчера»; «не было» for a day that never came. */
  ago(day: CalendarDate | null): string;
  /** «через 12 дней», «завтра»; for a day already past «опоздание 3 дня». */
  ahead(day: CalendarDate): string;
  /** «опоздание 3 дня» for a day already past. */
  late(day: CalendarDate): string;
  /** «27 ноября», with the year where it is not this one. */
  dayWords(day: CalendarDate): string;
  /** «23.11.2026». */
  day(day: CalendarDate): string;
  /** «ноябрь 2026». */
  month(day: CalendarDate): string;
  /** The hour and minute of an instant, «14:05». */
  time(atMs: number): string;
  /** Whole money: «25 329 396 ₽», with kopecks only where there are some. */
  money(amountMinor: number, currency: Currency): string;
  /** A number with its language's marks; `digits` after the comma. */
  number(value: number, digits?: number): string;
  /** A share in per cent, «12,3 %», «45 %»; `digits` after the comma; a figure in words gets its sign. */
  percent(share: number | string, digits?: number): string;
  /** A client's share of the profit in per cent, «12,3»; «<0,1» where it brings something, but less. */
  profitShare(of: { readonly profitSharePermille: number; readonly profit12mMinor: number }): string;
};

const minuteMs = 60_000;

function currentDay(): CalendarDate {
  return dayOfInstant(Date.now());
}

/** A window left open overnight must not go on saying «сегодня» of yesterday. */
function watchDay(changed: () => void): () => void {
  const timer = setInterval(changed, minuteMs);
  return () => clearInterval(timer);
}

/** What sets days and numbers as a language does; made once, for a formatter costs a hundred times what it formats. */
type Formatters = {
  readonly monthDay: Intl.DateTimeFormat;
  readonly monthYear: Intl.DateTimeFormat;
  readonly numbers: Map<number, Intl.NumberFormat>;
};
const made = new Map<Language, Formatters>();

function formattersOf(language: Language): Formatters {
  const known = made.get(language);
  if (known !== undefined) return known;
  const locale = dateLocale(language);
  const formatters: Formatters = {
    monthDay: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
    monthYear: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    numbers: new Map(),
  };
  made.set(language, formatters);
  return formatters;
}

function numberFormatOf(language: Language, digits: number): Intl.NumberFormat {
  const { numbers } = formattersOf(language);
  const known = numbers.get(digits);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(dateLocale(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  numbers.set(digits, format);
  return format;
}

/** A share in per cent: one digit after the comma where it is not whole, or `digits`; a figure in words as it is. */
export function sayPercent(share: number | string, language: Language, digits?: number): string {
  if (typeof share === 'string') return withPercentSign(share, language);
  const format = numberFormatOf(language, digits ?? (Number.isInteger(share) ? 0 : 1));
  return withPercentSign(format.format(share), language);
}

/** {@link FieldWords} of the language and the day now; new when either changes. */
export function useFieldWords(): FieldWords {
  const { t, i18n } = useTranslation('domain');
  const language: Language = i18n.language.startsWith('ru') ? 'ru' : 'en';
  const today = useSyncExternalStore(watchDay, currentDay);
  return useMemo(() => {
    const locale = dateLocale(language);
    const { monthDay, monthYear } = formattersOf(language);
    const said = rememberTexts(t);
    const instant = (day: CalendarDate) => new Date(`${day}T00:00:00Z`);
    const held = (text: string) => text.replaceAll(' ', '\u00a0');
    const late = (day: CalendarDate) => said('late.days', { count: daysBetween(day, today) });
    return {
      language,
      today,
      ago: (day) => {
        if (day === null) return said('ago.never');
        const days = daysBetween(day, today);
        if (days <= 0) return said('ago.today');
        if (days === 1) return said('ago.yesterday');
        return days < 730
          ? said('ago.days', { count: days })
          : said('ago.years', { count: Math.floor(days / 365) });
      },
      ahead: (day) => {
        const days = daysBetween(today, day);
        if (days < 0) return late(day);
        if (days === 0) return said('ahead.today');
        return days === 1 ? said('ahead.tomorrow') : said('ahead.days', { count: days });
      },
      late,
      dayWords: (day) =>
        day.slice(0, 4) === today.slice(0, 4)
          ? held(monthDay.format(instant(day)))
          : formatDay(day, language),
      day: (day) => formatDay(day, language),
      time: (atMs) => new Date(atMs).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
      month: (day) => {
        const text = monthYear.format(instant(day)).replace(/\s*г\.$/, '');
        return text.charAt(0).toUpperCase() + text.slice(1);
      },
      money: (amountMinor, currency) => {
        const text = formatMoney({ amountMinor, currency }, language);
        return amountMinor % 100 === 0 ? text.replace(/[.,]00(?=\D*$)/, '') : text;
      },
      number: (value, digits = 0) => numberFormatOf(language, digits).format(value),
      percent: (share, digits) => sayPercent(share, language, digits),
      profitShare: ({ profitSharePermille, profit12mMinor }) => {
        const isTiny = profitSharePermille === 0 && profit12mMinor > 0;
        return `${isTiny ? '<' : ''}${numberFormatOf(language, 1).format(isTiny ? 0.1 : profitSharePermille / 10)}`;
      },
    };
  }, [language, t, today]);
}
