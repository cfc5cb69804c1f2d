import { foldText } from '../domain/foldText.ts';
import { largestAmountMinor } from '../domain/money.ts';
import { moneyInWords } from '../domain/moneyInWords.ts';
import type { PriceTable } from '../domain/priceTable.ts';
import { moneySigns, type PriceHead } from './priceHead.ts';
import { plainWords, readPrintedFigure } from './printedFigure.ts';
import { priceTableView, type PriceTableRow } from './priceViews.ts';
import type { ReturnedPrices } from './readReturnedPrices.ts';
import { words } from './words.ts';

/** A sum that a file says and the one its lines come to; `of` = the line, the group or the total it is of. */
export type OtherSum = {
  readonly kind: 'line' | 'group' | 'total' | 'inWords';
  readonly of: string;
  readonly printed: string;
  readonly computed: string;
};

/** Whether two printed amounts are one: figures by their value, all else by its words. */
function isSameAmount(one: string, other: string, { language, currency }: PriceHead): boolean {
  if (plainWords(one) === plainWords(other)) return true;
  const read = (text: string) => readPrintedFigure(text, 2, language, moneySigns(currency));
  return read(one) !== null && read(one) === read(other);
}

const wordsOf = (text: string): string => foldText(plainWords(text));

const sayTheSame = (one: string, other: string): boolean =>
  one === '' || other === '' || wordsOf(one) === wordsOf(other);

/** Whether the words say the sum that the file prints in figures: where that differs from ours, it is told already. */
function saysPrintedTotal({ head, totals, inWords }: ReturnedPrices): boolean {
  const { language, currency } = head;
  const label = wordsOf(words[language].toPay);
  const printed = totals.find((total) => wordsOf(total.label) === label)?.amount ?? '';
  const amountMinor = readPrintedFigure(printed, 2, language, moneySigns(currency));
  if (amountMinor === null || Math.abs(amountMinor) > largestAmountMinor) return false;
  return wordsOf(inWords).startsWith(wordsOf(moneyInWords({ amountMinor, currency }, language)));
}

const amountOf = (row: PriceTableRow, sumAt: number): readonly [OtherSum['kind'], string, string] | null => {
  switch (row.kind) {
    case 'group':
      return ['group', row.title, row.total];
    case 'total':
    case 'vat':
    case 'grand':
      return ['total', row.label, row.amount];
    case 'item':
      return ['line', row.itemId, row.cells[sumAt] ?? ''];
    default:
      return null;
  }
};

/**
 * Sums in a returned table that differ from those of `table`, which was made of its lines (`ids` of them in the file's
 * order). Only what stands in the file is compared: a sum somebody took out disagrees with nothing.
 */
export function otherSums(table: PriceTable, returned: ReturnedPrices, ids: readonly string[]): OtherSum[] {
  const { head, lines, groups, totals, inWords } = returned;
  const view = priceTableView(table, head.language);
  const computed = new Map<string, string>();
  const keyOf = (kind: OtherSum['kind'], of: string) => `${kind} ${kind === 'line' ? of : wordsOf(of)}`;
  const sumAt = view.columns.findIndex(({ key }) => key === 'sum');
  for (const row of view.rows) {
    const sum = amountOf(row, sumAt);
    if (sum !== null) computed.set(keyOf(sum[0], sum[1]), sum[2]);
  }
  const compared = (kind: OtherSum['kind'], key: string, of: string, printed: string): OtherSum[] => {
    const ours = computed.get(keyOf(kind, key));
    const isSame = ours === undefined || printed.trim() === '' || isSameAmount(printed, ours, head);
    return isSame ? [] : [{ kind, of, printed: printed.trim(), computed: ours }];
  };
  return [
    ...lines.flatMap((line, at) => compared('line', ids[at] ?? '', plainWords(line.title), line.sum)),
    ...groups.flatMap(({ label, amount }) => compared('group', label, label, amount)),
    ...totals.flatMap(({ label, amount }) => compared('total', label, label, amount)),
    ...(sayTheSame(inWords, view.inWords) || saysPrintedTotal(returned)
      ? []
      : [{ kind: 'inWords', of: '', printed: inWords, computed: view.inWords } as const]),
  ];
}
