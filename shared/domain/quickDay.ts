import { addDays, addMonths, CalendarDate, daysBetween, weekdayOf } from './calendarDate.ts';
import { addWorkingDays } from './workingDays.ts';

/** A day said in words inside a folded line (lower case, «ё» as «е»), with the place of its words. */
export type SaidDay = {
  readonly day: CalendarDate;
  readonly from: number;
  readonly to: number;
  /** Said as a limit: «до пятницы», “by Friday”. */
  readonly isLimit: boolean;
};

/** Which way a day without a year or week leans: what was done is past, what is promised lies ahead. */
export type DayLean = 'past' | 'ahead';

type Said = { readonly today: CalendarDate; readonly lean: DayLean; readonly turn: 'next' | 'last' | null };
type Reading = (groups: readonly string[], said: Said) => CalendarDate | null;

const weekdayStems = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресень'];
const weekdayShort = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];
const weekdayEnglish = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const monthStems = ['янв', 'фев', 'мар', 'апр', 'ма[йя]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const monthEnglish = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numberWords: Readonly<Record<string, number>> = {
  один: 1,
  одну: 1,
  одного: 1,
  одной: 1,
  пару: 2,
  пары: 2,
  два: 2,
  две: 2,
  двух: 2,
  три: 3,
  трех: 3,
  четыре: 4,
  четырех: 4,
  пять: 5,
  пяти: 5,
  шесть: 6,
  семь: 7,
  десять: 10,
  десяти: 10,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  'a couple of': 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
};

const weekday =
  'понедельник(?:а|у)?|вторник(?:а|у)?|сред[аыеу]|четверг(?:а|у)?|пятниц[аыеу]|суббот[аыеу]|воскресень[еяю]|' +
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const weekdayBrief = 'пн|вт|ср|чт|пт|сб|вс|mon|tue|wed|thu|fri|sat|sun';
const monthRu =
  'январ[а-я]*|янв|феврал[а-я]*|фев|март[а-я]*|мар|апрел[а-я]*|апр|мая|май|июн[а-я]*|июл[а-я]*|август[а-я]*|авг|' +
  'сентябр[а-я]*|сен|октябр[а-я]*|окт|ноябр[а-я]*|ноя|декабр[а-я]*|дек';
const monthEn =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const count = `\\d{1,3}|${Object.keys(numberWords).join('|')}`;
const limit =
  'не позднее|не позже|крайний срок|срок до|срок|до|ко|к|no later than|deadline|due by|due on|due|by|until|till|before';
const plain = 'в|во|на|с|on|at|from';

function makeDay(year: number, month: number, date: number): CalendarDate | null {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const parsed = CalendarDate.safeParse(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
  return parsed.success ? parsed.data : null;
}

/** How long ago a day without a year is still a day of this year where only the next year lies ahead. */
const longestPastDays = 92;

/**
 * Whether a day said without a limit is most likely past although a promise was looked for: «подписан 27 ноября» said
 * on the 30th is not a day of the next November. `past` and `ahead` are its two readings.
 */
export function isRatherPast(past: SaidDay, ahead: SaidDay, today: CalendarDate): boolean {
  const ago = daysBetween(past.day, today);
  return (
    !ahead.isLimit && ago > 0 && ago <= longestPastDays && daysBetween(today, ahead.day) > longestPastDays
  );
}

/** A day and month of the year that fits: ahead of today where promised, the nearest either way where done. */
function withoutYear(month: number, date: number, { today, lean }: Said): CalendarDate | null {
  const year = Number(today.slice(0, 4));
  const candidates = [year - 1, year, year + 1].flatMap((one) => makeDay(one, month, date) ?? []);
  const fitting = lean === 'ahead' ? candidates.filter((day) => day >= today) : candidates;
  const [nearest] = fitting.toSorted(
    (one, other) => Math.abs(daysBetween(today, one)) - Math.abs(daysBetween(today, other)),
  );
  return nearest ?? null;
}

function dayOf(date: string, month: number, year: string | undefined, said: Said): CalendarDate | null {
  if (year === undefined || year === '') return withoutYear(month, Number(date), said);
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return makeDay(full, month, Number(date));
}

const monthOf = (word: string): number => {
  const russian = monthStems.findIndex((stem) => new RegExp(`^${stem}`).test(word));
  return (russian >= 0 ? russian : monthEnglish.findIndex((stem) => word.startsWith(stem))) + 1;
};

function weekdayNumber(word: string): number {
  for (const names of [weekdayStems, weekdayShort, weekdayEnglish]) {
    const at = names.findIndex((name) => word.startsWith(name));
    if (at >= 0) return at + 1;
  }
  return 1;
}

function readWeekday([word = '']: readonly string[], { today, lean, turn }: Said): CalendarDate {
  const wanted = weekdayNumber(word);
  const now = weekdayOf(today);
  if (turn === 'next') return addDays(today, 7 - now + wanted);
  const back = (now - wanted + 7) % 7;
  if (turn === 'last') return addDays(today, back === 0 ? -7 : -back);
  // «До пятницы» said on a Friday is the next one; «в пятницу» said of what was done is today.
  return lean === 'past' ? addDays(today, -back) : addDays(today, 7 - back);
}

function lastDayOfMonth(day: CalendarDate): CalendarDate {
  return addDays(addMonths(addDays(day, 1 - Number(day.slice(8))), 1), -1);
}

function fridayOfWeek(today: CalendarDate, weeks: number): CalendarDate {
  const friday = addDays(today, 5 - weekdayOf(today) + weeks * 7);
  return friday < today ? addDays(friday, 7) : friday;
}

function endOf(unit: string, { today, turn }: Said): CalendarDate {
  const ahead = turn === 'next' ? 1 : 0;
  if (/^(дня|day)/.test(unit)) return today;
  if (/^(недел|week)/.test(unit)) return fridayOfWeek(today, ahead);
  if (/^(месяц|month)/.test(unit)) return lastDayOfMonth(addMonths(today, ahead));
  const month = Number(today.slice(5, 7));
  const months = /^(кварт|quarter)/.test(unit) ? 2 - ((month - 1) % 3) + ahead * 3 : 12 - month + ahead * 12;
  return lastDayOfMonth(addMonths(today, months));
}

function shifted(amount: string, unit: string, today: CalendarDate, sign: 1 | -1): CalendarDate {
  const number = (numberWords[amount] ?? (Number(amount) || 1)) * sign;
  if (/^(рабоч|working|business)/.test(unit)) return addWorkingDays(today, number);
  if (/^(недел|week)/.test(unit)) return addDays(today, number * 7);
  return /^(месяц|month)/.test(unit) ? addMonths(today, number) : addDays(today, number);
}

const relativeDays: Readonly<Record<string, number>> = {
  сегодня: 0,
  today: 0,
  завтра: 1,
  tomorrow: 1,
  послезавтра: 2,
  'the day after tomorrow': 2,
  вчера: -1,
  yesterday: -1,
  позавчера: -2,
  'the day before yesterday': -2,
};

const unit =
  'рабоч[а-я]+ дн[а-я]+|рабочий день|день|дня|дней|дне|недел[а-я]+|месяц[а-я]*|(?:working|business) days?|days?|weeks?|months?';
const span = 'дня|недели|месяца|квартала|года|day|week|month|quarter|year';

// The longer and surer readings stand first: of two that begin at one place the first wins.
const readings: readonly (readonly [pattern: string, read: Reading, needsLead?: true])[] = [
  ['(\\d{4})-(\\d{2})-(\\d{2})', ([year = '', month = '', date = '']) => makeDay(+year, +month, +date)],
  [
    '(\\d{1,2})[./](\\d{2})(?:[./](\\d{4}|\\d{2}))?(?![./]?\\d|\\s*(?:%|₽|\\$|€|руб|млн|млрд|тыс|кг|шт|м³))',
    ([date = '', month = '', year], said) => dayOf(date, Number(month), year, said),
  ],
  [
    `(\\d{1,2})(?:-?го)?\\s+(${monthRu})(?:\\s+(\\d{4}))?(?:\\s+г(?:ода)?)?`,
    ([date = '', month = '', year], said) => dayOf(date, monthOf(month), year, said),
  ],
  [
    `(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthEn})(?:,?\\s+(\\d{4}))?`,
    ([date = '', month = '', year], said) => dayOf(date, monthOf(month), year, said),
  ],
  [
    `(${monthEn})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?!\\d)`,
    ([month = '', date = '', year], said) => dayOf(date, monthOf(month), year, said),
  ],
  [
    '(?:the\\s+)?(\\d{1,2})(?:-?го(?:\\s+числа)?|-?е\\s+число|\\s+числ[ау]|st|nd|rd|th)',
    ([date = ''], said) => {
      const month = Number(said.today.slice(5, 7));
      const year = Number(said.today.slice(0, 4));
      const here = makeDay(year, month, Number(date));
      const wanted =
        said.lean === 'ahead' ? here !== null && here >= said.today : here !== null && here <= said.today;
      if (wanted) return here;
      const other = addMonths(said.today, said.lean === 'ahead' ? 1 : -1);
      return makeDay(Number(other.slice(0, 4)), Number(other.slice(5, 7)), Number(date));
    },
  ],
  [
    `(?:конца|концу|конец|конце|(?:the\\s+)?end\\s+of(?:\\s+the|\\s+this)?)\\s+(?:(следующ[а-я]+|next)\\s+)?(?:этой\\s+|этого\\s+)?(${span})`,
    ([next = '', what = ''], said) => endOf(what, next === '' ? said : { ...said, turn: 'next' }),
  ],
  [
    `(?:через|спустя|в течение|in|within)\\s+(?:(${count})\\s+)?(${unit})`,
    ([amount = '', what = ''], { today }) => shifted(amount, what, today, 1),
  ],
  [
    `(?:(${count})\\s+)?(${unit})\\s+(?:назад|ago)`,
    ([amount = '', what = ''], { today }) => shifted(amount, what, today, -1),
  ],
  ['следующей неделе|next week|следующей недели', (_, { today }) => addDays(today, 7 - weekdayOf(today) + 5)],
  ['этой неделе|this week', (_, { today }) => fridayOfWeek(today, 0)],
  [
    'следующем месяце|следующего месяца|next month',
    (_, { today }) => lastDayOfMonth(addMonths(addDays(today, 1 - Number(today.slice(8))), 1)),
  ],
  [
    `(${Object.keys(relativeDays)
      .toSorted((one, other) => other.length - one.length)
      .join('|')})`,
    ([word = ''], { today }) => addDays(today, relativeDays[word] ?? 0),
  ],
  [`(${weekday})`, readWeekday],
  [`(${weekdayBrief})`, readWeekday, true],
];

// A word's border by itself: «\b» knows Latin letters only.
const border = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';
const turns = '(?:(следующ[а-я]+|ближайш[а-я]+|эт[а-я]+|прошл[а-я]+|next|this|last)\\s+)?';
const matchers = readings.map(([pattern, read, needsLead]) => {
  const lead = `(?:(${limit})\\s+|(?:${plain})\\s+)`;
  return {
    read,
    find: new RegExp(`${border}${lead}${needsLead === true ? '' : '?'}${turns}${pattern}${after}`, 'gu'),
  };
});

/**
 * The days said in a folded line, in their order: «вчера», «12.11», «до пятницы», «через две недели», “by Dec 5”. Words
 * that only look like a day («31 февраля») are passed over.
 */
export function saidDays(folded: string, today: CalendarDate, lean: DayLean): SaidDay[] {
  const found: SaidDay[] = [];
  for (const { find, read } of matchers) {
    for (const match of folded.matchAll(find)) {
      const [whole, limitWord, turnWord = '', ...groups] = match;
      const from = match.index;
      const to = from + whole.length;
      if (found.some((other) => from < other.to && to > other.from)) continue;
      const turn = /^(следующ|next)/.test(turnWord) ? 'next' : /^(прошл|last)/.test(turnWord) ? 'last' : null;
      const isLimit = limitWord !== undefined;
      const day = read(groups, { today, lean: isLimit ? 'ahead' : lean, turn });
      if (day !== null) found.push({ day, from, to, isLimit });
    }
  }
  return found.toSorted((one, other) => one.from - other.from);
}
