import { formatQuantity } from '../domain/formatDate.ts';
import { formatAmount, formatMoney, nbsp } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import type { Currency } from '../domain/money.ts';
import type { PriceDifference, PriceLineState, TextChange } from '../domain/proposalDifference.ts';
import { TableNode } from './nodes.ts';
import { words } from './words.ts';

/** What stands beside each other in a list of changes; an empty side = it was not there, or is there no more. */
export type ChangePair = { readonly before: string; readonly after: string };

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** The part of the words that two paragraphs share, 0 … 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** Two paragraphs with fewer words in common are not one that was rewritten. */
const rewrittenFrom = 0.4;
/** A run of changes longer than this is paired by order alone. */
const longestRun = 200;

/** Pairs a run of removed paragraphs with the added ones that took its place, in order, the most alike together. */
function pairedRun(removed: readonly string[], added: readonly string[]): ChangePair[] {
  const olds = removed.map(wordsOf);
  const news = added.map(wordsOf);
  const isLong = removed.length > longestRun || added.length > longestRun;
  // best[i][j] = the greatest sum of likenesses of pairs among removed from i and added from j.
  const best = Array.from({ length: removed.length + 1 }, () =>
    Array.from({ length: added.length + 1 }, () => 0),
  );
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const alike = (i: number, j: number): number => {
    const [old, fresh] = [olds[i], news[j]];
    const value = old === undefined || fresh === undefined || isLong ? 0 : likeness(old, fresh);
    return value < rewrittenFrom ? 0 : value;
  };
  for (let i = removed.length - 1; i >= 0 && !isLong; i -= 1)
    for (let j = added.length - 1; j >= 0; j -= 1) {
      const row = best[i];
      if (row !== undefined)
        row[j] = Math.max(at(i + 1, j), at(i, j + 1), alike(i, j) === 0 ? 0 : alike(i, j) + at(i + 1, j + 1));
    }
  const pairs: ChangePair[] = [];
  let lone: { before: string[]; after: string[] } = { before: [], after: [] };
  // What is like nothing else stands beside each other by order.
  const closeLone = (): void => {
    for (let k = 0; k < Math.max(lone.before.length, lone.after.length); k += 1)
      pairs.push({ before: lone.before[k] ?? '', after: lone.after[k] ?? '' });
    lone = { before: [], after: [] };
  };
  let i = 0;
  let j = 0;
  while (i < removed.length || j < added.length) {
    const like = alike(i, j);
    if (like > 0 && at(i, j) === like + at(i + 1, j + 1)) {
      closeLone();
      pairs.push({ before: removed[i] ?? '', after: added[j] ?? '' });
      i += 1;
      j += 1;
    } else if (i < removed.length && (j >= added.length || at(i + 1, j) >= at(i, j + 1))) {
      lone.before.push(removed[i] ?? '');
      i += 1;
    } else {
      lone.after.push(added[j] ?? '');
      j += 1;
    }
  }
  closeLone();
  return pairs;
}

/**
 * Removed and added paragraphs as pairs: within a run of changes a paragraph stands against the one it was rewritten
 * into, known by the words they share; the others by order.
 */
export function pairedChanges(text: readonly TextChange[]): ChangePair[] {
  const pairs: ChangePair[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const close = (): void => {
    if (removed.length > 0 || added.length > 0) pairs.push(...pairedRun(removed, added));
    removed = [];
    added = [];
  };
  for (const { kind, text: paragraph } of text) {
    if (kind === 'same') close();
    else (kind === 'removed' ? removed : added).push(paragraph);
  }
  close();
  return pairs;
}

// 1 234 567,89 or 1,234,567.89, with its currency sign or without; a date has a third group after its dots.
const sum = /(?<![\d.,])[€$¥]?\d{1,3}(?:[\u00a0 ,]\d{3})*[.,]\d{2}(?![.,]?\d)(?:\u00a0?[₽€$¥])?/g;

/** Whether two paragraphs differ in sums of money only: that follows from the prices and need not be told again. */
function differsInSumsOnly({ before, after }: ChangePair): boolean {
  return before !== '' && after !== '' && before.replaceAll(sum, '') === after.replaceAll(sum, '');
}

const cellAttrs = { colspan: 1, rowspan: 1, colwidth: null };
const cellOf = (type: 'tableCell' | 'tableHeader', text: string): object => {
  // A paragraph has no empty text, and a cell of this table no line breaks.
  const content = text === '' ? {} : { content: [{ type: 'text', text: text.replaceAll('\n', ' ') }] };
  return { type, attrs: cellAttrs, content: [{ type: 'paragraph', ...content }] };
};
const rowOf = (type: 'tableCell' | 'tableHeader', texts: readonly string[]): object => ({
  type: 'tableRow',
  content: texts.map((text) => cellOf(type, text)),
});

/** «2 шт. по 50 000,00, итого 100 000,00 ₽»: quantity, price after the discount, sum with VAT. */
export function priceLineText(state: PriceLineState, currency: Currency, language: Language): string {
  const quantity = [formatQuantity(state.quantityMilli, language), state.unit]
    .filter((part) => part !== '')
    .join(nbsp);
  const sum = formatMoney({ amountMinor: state.grossMinor, currency }, language);
  return words[language].changes.line(quantity, formatAmount(state.priceMinor, language), sum);
}

/**
 * What changed since the earlier edition as a plain table for the cover letter, in the words of the proposal's own
 * language: lines of the price table, its total, then the paragraphs, without those in which only sums of money
 * changed. null = nothing changed.
 */
export function differenceTable(
  difference: { readonly text: readonly TextChange[]; readonly price: PriceDifference },
  language: Language,
): TableNode | null {
  const { columns, none, text: textWord } = words[language].changes;
  const { changes, totalBefore, totalAfter } = difference.price;
  const line = (state: PriceLineState | null, currency: Currency | undefined): string =>
    state === null || currency === undefined ? none : priceLineText(state, currency, language);
  const total = (sum: PriceDifference['totalBefore']): string =>
    sum === null ? none : formatMoney({ amountMinor: sum.grossMinor, currency: sum.currency }, language);
  const rows = [
    ...changes.map(({ title, before, after }) => [
      title,
      line(before, totalBefore?.currency),
      line(after, totalAfter?.currency),
    ]),
    ...(changes.length === 0 ? [] : [[words[language].toPay, total(totalBefore), total(totalAfter)]]),
    ...pairedChanges(difference.text)
      .filter((pair) => !differsInSumsOnly(pair))
      .map(({ before, after }) => [textWord, before === '' ? none : before, after === '' ? none : after]),
  ];
  if (rows.length === 0) return null;
  // Through the schema, which fills in what a cell leaves to its defaults.
  return TableNode.parse({
    type: 'table',
    content: [rowOf('tableHeader', columns), ...rows.map((texts) => rowOf('tableCell', texts))],
  });
}
