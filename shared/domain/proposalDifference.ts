import { z } from 'zod';
import { Currency } from './money.ts';
import type { PriceTable } from './priceTable.ts';
import { priceTotals } from './priceTotals.ts';

/** A paragraph as it stands in both editions, only in the earlier or only in the later one. */
export const TextChange = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
export type TextChange = z.infer<typeof TextChange>;

/** A price line of one edition: the price is per unit after the discount, the sum with VAT. */
export const PriceLineState = z.object({
  quantityMilli: z.int(),
  unit: z.string(),
  priceMinor: z.int(),
  grossMinor: z.int(),
});
export type PriceLineState = z.infer<typeof PriceLineState>;

/** A line of the price table that is not the same in both editions; null = it is not there. */
export const PriceChange = z.object({
  title: z.string(),
  before: PriceLineState.nullable(),
  after: PriceLineState.nullable(),
});
export type PriceChange = z.infer<typeof PriceChange>;

const Total = z.object({ grossMinor: z.int(), currency: Currency });

export const PriceDifference = z.object({
  changes: z.array(PriceChange),
  /** null = this edition has no price table. */
  totalBefore: Total.nullable(),
  totalAfter: Total.nullable(),
});
export type PriceDifference = z.infer<typeof PriceDifference>;

/** Above this many comparisons two texts are told apart only as wholes: their common part is not searched. */
const comparisonsLimit = 9_000_000;

/**
 * What changed between two texts, by whole paragraphs: the longest common subsequence stays, the rest is removed or
 * added, a removed paragraph before the one that stands in its place. Joining what is not `added` gives `before`, what
 * is not `removed` gives `after`.
 */
export function textDifference(before: readonly string[], after: readonly string[]): TextChange[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  const as = (kind: TextChange['kind'], texts: readonly string[]): TextChange[] =>
    texts.map((text) => ({ kind, text }));
  return [
    ...as('same', before.slice(0, start)),
    ...middleDifference(before.slice(start, before.length - tail), after.slice(start, after.length - tail)),
    ...as('same', before.slice(before.length - tail)),
  ];
}

function middleDifference(before: readonly string[], after: readonly string[]): TextChange[] {
  const changes: TextChange[] = [];
  const width = after.length + 1;
  const isTooLong = before.length * after.length > comparisonsLimit;
  // common[i, j] = length of the longest common subsequence of before from i and after from j.
  const common = new Uint32Array(isTooLong ? 0 : (before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  if (!isTooLong)
    for (let i = before.length - 1; i >= 0; i -= 1)
      for (let j = after.length - 1; j >= 0; j -= 1)
        common[i * width + j] =
          before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const fresh = after[j];
    if (old !== undefined && old === fresh && !isTooLong) {
      changes.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'removed', text: old });
      i += 1;
    } else if (fresh !== undefined) {
      changes.push({ kind: 'added', text: fresh });
      j += 1;
    }
  }
  return changes;
}

/** Words, spaces, and what is neither. */
const piecesOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu) ?? [];

/**
 * What changed inside a reworded paragraph, by words: joining what is not `added` gives `before`, what is not `removed`
 * gives `after`. A space between two changes belongs to both, so that a phrase is one change.
 */
export function wordDifference(before: string, after: string): TextChange[] {
  const pieces = textDifference(piecesOf(before), piecesOf(after));
  const joined: TextChange[] = [];
  let run = { removed: '', added: '' };
  const close = (): void => {
    for (const kind of ['removed', 'added'] as const)
      if (run[kind] !== '') joined.push({ kind, text: run[kind] });
    run = { removed: '', added: '' };
  };
  pieces.forEach(({ kind, text }, at) => {
    if (kind !== 'same') {
      run[kind] += text;
      return;
    }
    const next = pieces[at + 1];
    const isBetween = run.removed + run.added !== '' && next !== undefined && next.kind !== 'same';
    if (isBetween && text.trim() === '') {
      run.removed += text;
      run.added += text;
      return;
    }
    close();
    const last = joined.at(-1);
    if (last?.kind === 'same') joined[joined.length - 1] = { kind, text: last.text + text };
    else joined.push({ kind, text });
  });
  close();
  return joined;
}

type Line = PriceLineState & { readonly id: string; readonly title: string };

function linesOf(table: PriceTable | null): Line[] {
  if (table === null) return [];
  const { lines } = priceTotals(table);
  return table.items.map((item, index) => ({
    id: item.id,
    title: item.title.trim(),
    quantityMilli: item.quantityMilli,
    unit: item.unit,
    priceMinor: lines[index]?.discountedPriceMinor ?? 0,
    grossMinor: lines[index]?.grossMinor ?? 0,
  }));
}

const stateOf = ({ quantityMilli, unit, priceMinor, grossMinor }: Line): PriceLineState => ({
  quantityMilli,
  unit,
  priceMinor,
  grossMinor,
});

const isSame = (a: Line, b: Line): boolean =>
  a.title === b.title &&
  a.unit === b.unit &&
  a.quantityMilli === b.quantityMilli &&
  a.priceMinor === b.priceMinor &&
  a.grossMinor === b.grossMinor;

function totalOf(table: PriceTable | null): z.infer<typeof Total> | null {
  if (table === null) return null;
  const { grossMinor, isTooLarge } = priceTotals(table);
  return isTooLarge ? null : { grossMinor, currency: table.currency };
}

/**
 * What changed between two price tables, by lines: a line keeps its id from edition to edition; one that was typed anew
 * is known by its title. Changed and added lines stand in the order of the later table, removed ones come last.
 * The sums are with VAT, so a new rate is a change too.
 */
export function priceDifference(before: PriceTable | null, after: PriceTable | null): PriceDifference {
  const olds = linesOf(before);
  const left = new Map(olds.map((line, index) => [index, line]));
  const take = (fits: (line: Line) => boolean): Line | null => {
    for (const [index, line] of left)
      if (fits(line)) {
        left.delete(index);
        return line;
      }
    return null;
  };
  const fresh = linesOf(after);
  // Ids first, all of them: a title must not take a line that an id still knows.
  const byId = fresh.map((line) => take(({ id }) => id === line.id));
  const isOtherMoney = before !== null && after !== null && before.currency !== after.currency;
  const changes = fresh.flatMap((line, index): PriceChange[] => {
    const old = byId[index] ?? take(({ title }) => title !== '' && title === line.title);
    if (old !== null && isSame(old, line) && !isOtherMoney) return [];
    return [
      {
        title: line.title === '' ? (old?.title ?? '') : line.title,
        before: old === null ? null : stateOf(old),
        after: stateOf(line),
      },
    ];
  });
  const removed = [...left.values()].map((line) => ({
    title: line.title,
    before: stateOf(line),
    after: null,
  }));
  return { changes: [...changes, ...removed], totalBefore: totalOf(before), totalAfter: totalOf(after) };
}
