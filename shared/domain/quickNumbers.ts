import { dearestGiftMinor } from './accountEvent.ts';

/** A price said in a line, in kopecks, and the piece of the line it takes. */
export type SaidPrice = { readonly amountMinor: number; readonly from: number; readonly to: number };

const roubles =
  /(?<![\p{L}\d.,])(?:(?:за|на|for|at) )?(\d{1,3}(?: \d{3})+|\d{1,8})(?:[.,](\d{1,2}))? ?(тыс(?:\.|яч[аи]?)?|k)? ?(?:₽|р(?:\.|(?!\p{L}))|руб(?:\.|л(?:ей|я|ь))?(?!\p{L})|rub(?:les?)?(?!\p{L})|roubles?(?!\p{L}))/iu;
const ofFive = /(?<![\d.,])([1-5]) ?(?:из|of|out of|\/) ?(?:5|пяти|five)(?![\d\p{L}])/iu;

/**
 * The first price in roubles that a line names, in kopecks: «2500 р.», «4 500 руб», «2,5 тыс. ₽». null where there is
 * none; a number without its currency is none, nor is one larger than a gift may cost.
 */
export function saidPrice(line: string): SaidPrice | null {
  const match = roubles.exec(line);
  if (match === null) return null;
  const [written, whole = '', parts = '', thousands] = match;
  const minor = Number(whole.replaceAll(' ', '')) * 100 + Number(parts.padEnd(2, '0'));
  const amountMinor = thousands === undefined ? minor : minor * 1000;
  if (amountMinor > dearestGiftMinor) return null;
  return { amountMinor, from: match.index, to: match.index + written.length };
}

/** The first mark out of five that a line names: «4 из 5», "5/5". null where there is none. */
export function saidMark(line: string): number | null {
  const match = ofFive.exec(line);
  return match === null ? null : Number(match[1]);
}
