import { formatPercent } from '../domain/formatDate.ts';
import { foldText } from '../domain/foldText.ts';
import type { Language } from '../domain/language.ts';
import { largestAmountMinor } from '../domain/money.ts';
import type { VatRate } from '../domain/vat.ts';
import { moneySigns, readPriceHead, type PriceColumnKey, type PriceHead } from './priceHead.ts';
import { plainWords, readPrintedFigure } from './printedFigure.ts';
import type { PrintedCell, PrintedPrices } from './printedPrices.ts';
import { priceWords } from './priceWords.ts';
import { words } from './words.ts';

/** Where a line stands: in the total, apart as an option, or in place of the line of that number. */
export type ReturnedStanding = 'counted' | 'option' | { readonly insteadOf: number };

/** A line as a returned table says it. */
export type ReturnedLine = {
  /** Its printed number; 0 = none. */
  readonly number: number;
  readonly standing: ReturnedStanding;
  readonly group: string;
  readonly title: string;
  readonly note: string;
  readonly unit: string;
  readonly quantityMilli: number;
  readonly priceMinor: number;
  readonly discountBp: number;
  /** null = the table has no column of rates. */
  readonly vatRate: VatRate | null;
  /** The sum as it stands there. */
  readonly sum: string;
};

/** A sum of several lines as it stands in a returned table, with what stands before it. */
export type ReturnedSum = { readonly label: string; readonly amount: string };

/** A price table of ours as it came back: lines to be matched to ours, and the sums that somebody printed. */
export type ReturnedPrices = {
  readonly head: PriceHead;
  readonly lines: readonly ReturnedLine[];
  /** Headings of groups, those without a line among them. */
  readonly groups: readonly ReturnedSum[];
  readonly totals: readonly ReturnedSum[];
  /** Discount on the total; null = nothing is said of totals at all. */
  readonly totalDiscountBp: number | null;
  /** The rate of all lines where no column says it; null = that is not told either. */
  readonly vatRate: VatRate | null;
  readonly inWords: string;
  /** Figures in lines that a formula of Word's shows; it may not have counted anew. */
  readonly formulas: readonly string[];
};

/** Why a returned table cannot be taken for ours. */
export type ReturnedProblem =
  | {
      readonly reason:
        | 'merged'
        | 'content'
        | 'split'
        /** VAT of the lines is not told by anything that is left. */
        | 'vatUnknown'
        /** The prices are in another currency, or VAT is counted otherwise than here. */
        | 'currency'
        | 'vatMode'
        /** No line is one of ours. */
        | 'foreign'
        | 'tooLong'
        | 'tooLarge';
    }
  | { readonly reason: 'missingColumn'; readonly column: PriceColumnKey }
  | { readonly reason: 'otherColumn' | 'strangeRow'; readonly text: string }
  | {
      readonly reason: 'unreadable' | 'negative' | 'tooMuch';
      readonly row: string;
      readonly column: PriceColumnKey;
      readonly text: string;
    };

/** Thrown inside this file and told as a value. */
class Unreadable extends Error {
  readonly problem: ReturnedProblem;
  constructor(problem: ReturnedProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

const textOf = (cell: PrintedCell | undefined): string => (cell?.lines ?? []).join('\n');
const isEmpty = (cell: PrintedCell): boolean => cell.lines.length === 0 && cell.note === '';

const largest = { quantity: 1e12, price: largestAmountMinor, discount: 10_000, vat: 99, number: 1e6 };

/** Reads the cells of one line. */
function lineReader(head: PriceHead, cells: readonly PrintedCell[]) {
  const cellOf = (key: PriceColumnKey) => cells[head.columns.indexOf(key)];
  const title = cellOf('title');
  const [first = '', ...more] = title?.lines ?? [];
  const note = [...more, ...(title?.note === '' || title === undefined ? [] : [title.note])].join('\n');
  const row = plainWords(first) || plainWords(textOf(cellOf('number')));
  const figure = (key: keyof typeof largest, places: number, signs: readonly string[]): number => {
    const text = textOf(cellOf(key));
    const at = { row, column: key, text: plainWords(text) } as const;
    // What was struck out without another figure beside it says no figure.
    if (cellOf(key)?.isStruck === true) throw new Unreadable({ ...at, reason: 'unreadable' });
    const value = readPrintedFigure(text, places, head.language, signs);
    if (value === null) throw new Unreadable({ ...at, reason: 'unreadable' });
    if (value < 0) throw new Unreadable({ ...at, reason: 'negative' });
    if (value > largest[key]) throw new Unreadable({ ...at, reason: 'tooMuch' });
    return value;
  };
  const isNone = (key: PriceColumnKey) =>
    ['', '-', '–', words[head.language].noAmount].includes(plainWords(textOf(cellOf(key))));
  return { cellOf, title: first, note, figure, isNone };
}

function readLine(
  head: PriceHead,
  cells: readonly PrintedCell[],
  place: { readonly group: string; readonly standing: ReturnedStanding },
): ReturnedLine {
  const { cellOf, title, note, figure, isNone } = lineReader(head, cells);
  const unlessStruck = (key: PriceColumnKey) => (cellOf(key)?.isStruck === true ? '' : textOf(cellOf(key)));
  const unit = unlessStruck('unit');
  const has = (key: PriceColumnKey) => head.columns.includes(key);
  const vat = (): VatRate | null => (!has('vat') ? null : isNone('vat') ? 'none' : figure('vat', 0, ['%']));
  return {
    ...place,
    number: readPrintedFigure(textOf(cellOf('number')), 0, head.language, ['.']) ?? 0,
    title,
    note,
    unit,
    quantityMilli: figure('quantity', 3, [unit]),
    priceMinor: figure('price', 2, moneySigns(head.currency)),
    discountBp: !has('discount') || isNone('discount') ? 0 : figure('discount', 2, ['%']),
    vatRate: vat(),
    sum: unlessStruck('sum'),
  };
}

/** What a row over several columns says, known by our printed words. */
type Spanning =
  | { readonly kind: 'total' }
  | { readonly kind: 'discount'; readonly bp: number }
  | { readonly kind: 'vat'; readonly rate: VatRate };

/** The percent behind a printed word: «Скидка 5 %» for what prints «Скидка 0 %»; null = another word. */
function percentAfter(label: string, zero: string, places: number, language: Language): number | null {
  const prefix = plainWords(zero)
    .replace(plainWords(formatPercent(0, language)), '')
    .toLowerCase();
  const text = plainWords(label).toLowerCase();
  return text.startsWith(prefix)
    ? readPrintedFigure(text.slice(prefix.length), places, language, ['%'])
    : null;
}

function spanningOf(label: string, language: Language): Spanning | null {
  const paper = words[language];
  const folded = foldText(label);
  const plain = [paper.total, paper.totalWithoutVat, paper.toPay, priceWords[language].discountedWithoutVat];
  if (plain.some((text) => foldText(text) === folded)) return { kind: 'total' };
  if (foldText(paper.noVat) === folded) return { kind: 'vat', rate: 'none' };
  const rate =
    percentAfter(label, paper.includingVat(0), 0, language) ?? percentAfter(label, paper.vat(0), 0, language);
  if (rate !== null && rate >= 0 && rate <= largest.vat) return { kind: 'vat', rate };
  const zero = priceWords[language].totalDiscount(formatPercent(0, language));
  const bp = percentAfter(label, zero, 2, language);
  return bp !== null && bp >= 0 && bp <= largest.discount ? { kind: 'discount', bp } : null;
}

/** What a heading over the whole width says of the lines below it; null = it is none of ours. */
function standingBelow(heading: string, language: Language): ReturnedStanding | null {
  const { options, variants } = priceWords[language];
  const folded = foldText(heading);
  if (folded === foldText(options)) return 'option';
  const prefix = foldText(variants(0, '')).replace(/0$/, '');
  const [digits = ''] = folded.startsWith(prefix) ? (/^\d+/.exec(folded.slice(prefix.length)) ?? []) : [];
  return digits === '' ? null : { insteadOf: Number(digits) };
}

/** A line whose name is struck out, or whose cells were emptied: somebody took it out. */
function isTakenOut(head: PriceHead, cells: readonly PrintedCell[]): boolean {
  const at = head.columns.indexOf('title');
  return (
    cells[at]?.isStruck === true ||
    cells.every((cell, index) => head.columns[index] === 'number' || isEmpty(cell))
  );
}

function readRows(head: PriceHead, rows: PrintedPrices['rows']): Omit<ReturnedPrices, 'inWords' | 'head'> {
  const { language, columns } = head;
  const lines: ReturnedLine[] = [];
  const groups: ReturnedSum[] = [];
  const totals: ReturnedSum[] = [];
  const formulas: string[] = [];
  const rates: VatRate[] = [];
  let totalDiscountBp = 0;
  let group = '';
  let standing: ReturnedStanding = 'counted';
  for (const cells of rows) {
    const [first, last] = cells;
    const label = plainWords(textOf(first));
    const strange = (): Unreadable =>
      new Unreadable({
        reason: 'strangeRow',
        text: cells.map((cell) => plainWords(textOf(cell))).join(' | '),
      });
    if (cells.every(isEmpty)) continue;
    if (cells.length === columns.length && cells.every(({ span }) => span === 1)) {
      if (isTakenOut(head, cells)) continue;
      lines.push(readLine(head, cells, { group, standing }));
      for (const [at, cell] of cells.entries())
        if (cell.hasFormula && columns[at] !== 'sum') formulas.push(plainWords(textOf(cell)));
    } else if (cells.length === 1 && first?.span === columns.length) {
      const below = standingBelow(label, language);
      if (below === null) throw strange();
      [standing, group] = [below, ''];
    } else if (cells.length === 2 && first?.span === columns.length - 1 && last?.span === 1) {
      const said = spanningOf(label, language);
      const sum = { label, amount: textOf(last) };
      if (first.isStruck) throw strange();
      if (said === null && (totals.length > 0 || label === '')) throw strange();
      if (said === null) {
        group = textOf(first);
        groups.push(sum);
        continue;
      }
      totals.push(sum);
      if (said.kind === 'vat') rates.push(said.rate);
      if (said.kind === 'discount') totalDiscountBp = said.bp;
    } else throw strange();
  }
  if (!columns.includes('vat') && rates.length > 1)
    throw new Unreadable({ reason: 'missingColumn', column: 'vat' });
  return {
    lines,
    groups,
    totals,
    totalDiscountBp: totals.length === 0 ? null : totalDiscountBp,
    // Only lines in the total are taxed there.
    vatRate: lines.some((line) => line.standing === 'counted') ? (rates[0] ?? null) : null,
    formulas,
  };
}

/**
 * Reads a price table of ours as it came back in a Word file: by our own printed words and never by a guess, since
 * money depends on it. What cannot be understood is told, with the place. GLOSSARY: вернувшаяся таблица цен.
 */
export function readReturnedPrices(
  printed: PrintedPrices,
):
  | { readonly ok: true; readonly prices: ReturnedPrices }
  | { readonly ok: false; readonly problem: ReturnedProblem } {
  if (printed.obstacle !== null) return { ok: false, problem: { reason: printed.obstacle } };
  const [head, ...rows] = printed.rows;
  const titles = (head ?? []).map((cell) => textOf(cell));
  const read = readPriceHead(titles);
  if (!read.ok)
    return {
      ok: false,
      problem:
        'other' in read
          ? { reason: 'otherColumn', text: plainWords(read.other) }
          : { reason: 'missingColumn', column: read.missing },
    };
  try {
    return { ok: true, prices: { head: read.head, inWords: printed.inWords, ...readRows(read.head, rows) } };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}
