import { formatQuantity } from '../domain/formatDate.ts';
import { currencySymbol, formatAmount, formatMoney, nbsp } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import type { Currency } from '../domain/money.ts';
import type { PriceDifference, PriceLineState, TextChange } from '../domain/proposalDifference.ts';
import { TableNode } from './nodes.ts';
import { words } from './words.ts';

/** What stands beside each other in a list of changes; an empty side = it was not there, or is there no more. */
export type ChangePair = { readonly before: string; readonly after: string };

/**
 * Removed and added paragraphs as pairs: a run of removed ones stands against the run of added ones that takes its
 * place, first to first.
 */
export function pairedChanges(text: readonly TextChange[]): ChangePair[] {
  const pairs: ChangePair[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const close = (): void => {
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1)
      pairs.push({ before: removed[at] ?? '', after: added[at] ?? '' });
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
const sum = /(?<![\d.,])\d{1,3}(?:[\u00a0 ,]\d{3})*[.,]\d{2}(?![.,]?\d)(?:\u00a0?[₽€$¥])?/g;

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
  const sum = `${formatAmount(state.grossMinor, language)}${nbsp}${currencySymbol(currency)}`;
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
