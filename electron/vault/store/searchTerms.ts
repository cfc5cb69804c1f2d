import { soundKeys } from '../../../shared/domain/soundKey.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import type { ReadableDb } from './openDatabase.ts';
import { isSilentWord, stemOf, wordsOf } from './searchText.ts';
import {
  completions,
  isKnown,
  isLongNumber,
  mostCompletions,
  nameMark,
  nearStems,
  soundMark,
} from './searchWords.ts';

/** A word that was typed, in the forms in which it is looked for. */
export type Sought = {
  readonly word: string;
  readonly stem: string;
  /** Stems that a mistyped word may have meant; empty while it is taken as it stands. */
  readonly near: readonly string[];
};

const mostWords = 12;
const legalForms = new Set('ооо оао зао пао нао ао ип гуп фгуп муп llc ltd inc gmbh'.split(' '));

/** The words of a typed text; silent ones and legal forms only where nothing else was typed. */
export function soughtIn(text: string): Sought[] {
  const words = wordsOf(foldText(text)).slice(0, mostWords);
  const telling = words.filter((word) => !isSilentWord(word) && !legalForms.has(word));
  return (telling.length === 0 ? words : telling).map((word) => ({ word, stem: stemOf(word), near: [] }));
}

const quoted = (term: string): string => `"${term}"`;
const anyOf = (terms: readonly string[]): string | null =>
  terms.length === 0 ? null : terms.length === 1 ? (terms[0] ?? null) : `(${terms.join(' OR ')})`;

/** The prefix index of the schema holds beginnings of this length. */
const isIndexedBeginning = (term: string): boolean => term.length === 3;

/**
 * Terms beginning so, as a part of a query. Longer beginnings are looked up in the vocabulary, since the full-text index
 * would merge the lists of all of them; where too many begin so, it has to. null = nothing begins so.
 */
function beginning(db: ReadableDb, term: string): string[] {
  if (isIndexedBeginning(term)) return completions(db, term, 1).length === 0 ? [] : [`${quoted(term)}*`];
  const words = completions(db, term);
  return words.length > mostCompletions ? [`${quoted(term)}*`] : words.map(quoted);
}

/** Shorter stems begin too many words. */
const shortestStemBeginning = 4;

/** Words of names that are forms of a stem. */
function formsOf(db: ReadableDb, stem: string): string[] {
  const words = completions(db, nameMark + stem);
  if (words.length > mostCompletions) return beginning(db, nameMark + stem);
  return words.filter((word) => stemOf(word.slice(nameMark.length)) === stem).map(quoted);
}

/**
 * The query for things in whose names every word stands, whole or begun, in any form. A single letter beside other
 * words is left to the ranking. null = nothing can match.
 */
export function nameQuery(db: ReadableDb, sought: readonly Sought[]): string | null {
  const long = sought.filter(({ word }) => word.length > 1);
  const parts: string[] = [];
  for (const { word, stem, near } of long) {
    const terms =
      near.length > 0
        ? near.flatMap((term) => formsOf(db, term))
        : [...beginning(db, nameMark + word), ...(stem === word ? [] : formsOf(db, stem))];
    const part = anyOf([...new Set(terms)]);
    if (part === null) return null;
    parts.push(part);
  }
  return parts.length === 0 ? null : parts.join(' AND ');
}

/** The query for things whose names sound so: the other alphabet, another spelling. null = nothing can match. */
export function soundQuery(db: ReadableDb, sought: readonly Sought[]): string | null {
  const parts: string[] = [];
  for (const { word } of sought) {
    if (word.length < 2) continue;
    const keys = soundKeys(word);
    if (keys.some((key) => key.length < 2)) return null;
    // A number has no sound.
    const starts = /^\d/.test(word) ? [nameMark + word] : keys.map((key) => soundMark + key);
    const part = anyOf(starts.flatMap((start) => beginning(db, start)));
    if (part === null) return null;
    parts.push(part);
  }
  return parts.length === 0 ? null : parts.join(' AND ');
}

/** Terms that begin with two letters; where there are more than can be asked one by one, names alone answer. */
function rareBeginning(db: ReadableDb, term: string): string[] {
  const words = completions(db, term);
  return words.length > mostCompletions ? [] : words.map(quoted);
}

/** Terms of texts that a word is a form of, or the beginning of where it may be half typed. */
function textTerms(db: ReadableDb, word: string, stem: string, isHalf: boolean): string[] {
  // What no text says need not be looked for in each kind; the vocabulary leaves out long numbers.
  const whole = isLongNumber(stem) || isKnown(db, stem) ? [quoted(stem)] : [];
  if (!isHalf) return whole;
  const begun = word.length >= 3 ? beginning(db, word) : word.length === 2 ? rareBeginning(db, word) : [];
  // «Поставо» begins no stem; with what looks like an ending taken off it begins that of «поставок».
  const isCut = begun.length === 0 && stem !== word && stem.length >= shortestStemBeginning;
  return [...whole, ...(isCut ? beginning(db, stem) : begun)];
}

/** The query for things whose words hold every word typed, in any form; the last one may be half typed. */
export function textQuery(
  db: ReadableDb,
  sought: readonly Sought[],
  without: readonly string[],
): string | null {
  const parts: string[] = [];
  for (const [at, { word, stem, near }] of sought.entries()) {
    const isLast = at === sought.length - 1;
    // What was only begun hides nothing of what the other words found.
    if (isLast && at > 0 && word.length < 3 && !/^\d+$/.test(word)) continue;
    const terms = near.length > 0 ? near.map(quoted) : textTerms(db, word, stem, isLast);
    const part = anyOf([...new Set(terms)]);
    if (part === null) return null;
    parts.push(part);
  }
  if (parts.length === 0) return null;
  const excluded = without.flatMap((word) => wordsOf(foldText(word))).map((word) => quoted(stemOf(word)));
  const wanted = parts.join(' AND ');
  return excluded.length === 0 ? wanted : `(${wanted}) NOT (${excluded.join(' OR ')})`;
}

/**
 * Pieces of three letters that hold every letter of a text: what has them all may hold the text and is asked itself.
 * Pieces that overlap would be as many lists more to go through. Empty below three letters.
 */
export function pieceQuery(folded: string): string {
  const letters = [...folded];
  const last = letters.length - 3;
  if (last < 0) return '';
  const starts = Array.from({ length: Math.ceil(last / 3) + 1 }, (_, at) => Math.min(at * 3, last));
  const pieces = new Set(starts.map((at) => letters.slice(at, at + 3).join('')));
  return [...pieces].map((piece) => quoted(piece.replaceAll('"', '""'))).join(' AND ');
}

/**
 * Digits that were typed as a number in any punctuation, as the index keeps them: «8 (921) 555-12» looks for 792155512
 * and, since it may be the middle of another number, for 892155512. Empty where something else was typed.
 */
export function digitsIn(text: string): string[] {
  if (!/^[\s\d()+.,/–—−-]*$/.test(text)) return [];
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length < 3) return [];
  return digits.startsWith('8') && digits.length > 3 ? [`7${digits.slice(1)}`, digits] : [digits];
}

/** The words with what each may have meant, where it is mistyped; null where nothing near it is known. */
export function mended(db: ReadableDb, sought: readonly Sought[]): Sought[] | null {
  let changed = false;
  const result = sought.map((one, at) => {
    const known = completions(db, one.stem).length > 0 || completions(db, one.word).length > 0;
    if (known && sought.length > 1) return one;
    const near = nearStems(db, one, at === sought.length - 1);
    if (near.length === 0) return one;
    changed = true;
    return { ...one, near: known ? [one.stem, ...near] : near };
  });
  return changed ? result : null;
}
