import { CalendarDate } from './calendarDate.ts';
import type { SearchKind } from './searchHit.ts';

/** What was typed into the search, its operators read out of it. */
export type SearchQuery = {
  /** What is left: words and phrases, as typed. */
  readonly text: string;
  /** Said in straight quotes: must stand so, word by word. */
  readonly phrases: readonly string[];
  /** Said with a minus before it: must not stand there. */
  readonly without: readonly string[];
  /** null = everything. */
  readonly kinds: readonly SearchKind[] | null;
  /** Part of a client's name; empty = any. */
  readonly client: string;
  readonly after: CalendarDate | null;
  readonly before: CalendarDate | null;
};

/** Words for the kinds in both languages; `/` is in none of them. */
const kindWords: readonly (readonly [SearchKind, string])[] = [
  ['account', 'клиент/клиенты/client/clients/account'],
  ['person', 'человек/люди/контакт/контакты/person/people/contact'],
  ['tender', 'тендер/тендеры/закупка/tender/tenders'],
  ['proposal', 'кп/предложение/предложения/proposal/proposals'],
  ['event', 'событие/события/история/event/events'],
  ['delivery', 'поставка/поставки/отгрузка/delivery/deliveries'],
  ['file', 'файл/файлы/вложение/file/files'],
  ['competitor', 'конкурент/конкуренты/competitor/competitors'],
  ['block', 'блок/блоки/block/blocks'],
  ['template', 'шаблон/шаблоны/template/templates'],
  ['reference', 'рекомендация/рекомендации/отзыв/reference/references'],
  ['priceItem', 'цена/цены/прайс/позиция/price/prices'],
  ['task', 'дело/дела/задача/задачи/task/tasks'],
];
const kindOfWord = new Map(
  kindWords.flatMap(([kind, words]) => words.split('/').map((word): [string, SearchKind] => [word, kind])),
);

type Operator = 'kind' | 'client' | 'after' | 'before';
const operators: Readonly<Record<string, Operator>> = {
  тип: 'kind',
  kind: 'kind',
  type: 'kind',
  клиент: 'client',
  client: 'client',
  после: 'after',
  с: 'after',
  after: 'after',
  до: 'before',
  before: 'before',
};

const two = (text: string): string => text.padStart(2, '0');

/** The last day of a month; `month` counts from 1. */
const lastDay = (year: string, month: string): string =>
  String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());

/**
 * A day as people type it: 2026-11-03, 03.11.2026, 11.2026 or 2026; of a month or a year the first day, or the last one
 * where the day is an end. null = not a day.
 */
function readDay(text: string, isEnd: boolean): CalendarDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dotted = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/.exec(text);
  let parts: [string, string, string] | null = null;
  if (iso !== null) parts = [iso[1] ?? '', iso[2] ?? '', iso[3] ?? ''];
  else if (dotted !== null) {
    const [, day, month = '', year = ''] = dotted;
    parts = [year, month, day ?? (isEnd ? lastDay(year, month) : '1')];
  } else if (/^\d{4}$/.test(text)) parts = isEnd ? [text, '12', '31'] : [text, '1', '1'];
  if (parts === null) return null;
  const [year, month, day] = parts;
  const read = CalendarDate.safeParse(`${year}-${two(month)}-${two(day)}`);
  return read.success ? read.data : null;
}

/** A name with spaces stands in quotes of any sort: клиент:«Тихвинский фарфор». */
const operatorShape = /(?<=^|\s)(\p{L}+):(?:"([^"]*)"|«([^»]*)»|(\S+))/gu;
const phraseShape = /"([^"]+)"/g;
const withoutShape = /(?<=\s|^)[-−–](\p{L}[\p{L}\p{N}]*)(?=\s|$)/gu;

/**
 * The first piece of what was typed that begins like an operator and is none, as «тип:эксперт»: where nothing is found,
 * that is why. null = none.
 */
export function misreadOperator(typed: string): string | null {
  const { text } = readSearchQuery(typed);
  for (const [whole, name = ''] of text.matchAll(operatorShape))
    if (Object.hasOwn(operators, name.toLowerCase())) return whole;
  return null;
}

/**
 * Reads what was typed. What looks like an operator but is none (an unknown kind, no day) stays text: whoever does not
 * know of operators never meets them.
 */
export function readSearchQuery(typed: string): SearchQuery {
  const kinds: SearchKind[] = [];
  let client = '';
  let after: CalendarDate | null = null;
  let before: CalendarDate | null = null;
  const withoutOperators = typed.replaceAll(
    operatorShape,
    (whole: string, name: string, quoted?: string, angled?: string, bare?: string) => {
      const said = (quoted ?? angled ?? bare ?? '').trim();
      const known = name.toLowerCase();
      const operator = Object.hasOwn(operators, known) ? operators[known] : undefined;
      const kind = kindOfWord.get(said.toLowerCase());
      if (operator === 'kind' && kind !== undefined) kinds.push(kind);
      else if (operator === 'client' && said !== '') client = said;
      else if (operator === 'after' && readDay(said, false) !== null) after = readDay(said, false);
      else if (operator === 'before' && readDay(said, true) !== null) before = readDay(said, true);
      else return whole;
      return ' ';
    },
  );
  const phrases = [...withoutOperators.matchAll(phraseShape)].map(([, phrase = '']) => phrase.trim());
  const without: string[] = [];
  const rest = withoutOperators.replaceAll(withoutShape, (_whole: string, word: string) => {
    without.push(word);
    return ' ';
  });
  // A lone «-слово» asks for nothing: it is what was typed.
  const alone = rest.trim() === '' && kinds.length === 0 && client === '';
  return {
    text: (alone ? withoutOperators : rest).trim(),
    phrases: phrases.filter((phrase) => phrase !== ''),
    without: alone ? [] : without,
    kinds: kinds.length === 0 ? null : kinds,
    client,
    after,
    before,
  };
}
