import { editsAllowed } from '../../../shared/domain/editDistance.ts';
import type { TextMarks } from '../../../shared/domain/searchHit.ts';
import { soundKey, soundKeys } from '../../../shared/domain/soundKey.ts';
import { stemOf, wordsOf } from './searchText.ts';
import type { Sought } from './searchTerms.ts';

/** One way to read what was typed: as it stands, in the other layout, by its sound, or mended. */
export type Reading = {
  readonly folded: string;
  readonly sought: readonly Sought[];
  /** Forms of a typed number; empty where words were typed. */
  readonly digits: readonly string[];
  readonly way: 'asTyped' | 'sound' | 'mended';
};

/** How well a name fits, the best first; a text's words come after every name. */
export const tiers = {
  exact: 0,
  begins: 1,
  words: 2,
  forms: 3,
  inside: 4,
  sound: 5,
  text: 6,
  mended: 7,
} as const;

const matchesForm = (word: string, { word: typed, stem, near }: Sought): boolean => {
  const own = stemOf(word);
  if (near.length > 0) return near.includes(own);
  return word.startsWith(typed) || own === stem || (stem.length >= 4 && own.startsWith(stem));
};

/** How well names (folded, a line each) and digits fit a reading; null where only the text can. */
export function nameTier(name: string, digits: string, reading: Reading): number | null {
  const { folded, sought, way } = reading;
  const found = reading.digits.length > 0 ? digitsTier(digits, reading.digits) : null;
  if (found !== null) return found;
  if (folded === '' || name === '') return null;
  const lines = name.split('\n');
  if (way === 'asTyped') {
    if (lines.includes(folded)) return tiers.exact;
    if (lines.some((line) => line.startsWith(folded))) return tiers.begins;
  }
  for (const line of lines) {
    const words = wordsOf(line);
    const all = (fits: (word: string, one: Sought) => boolean): boolean =>
      sought.length > 0 && sought.every((one) => words.some((word) => fits(word, one)));
    if (way === 'mended') {
      if (all(matchesForm)) return tiers.mended;
    } else if (way === 'sound') {
      if (all((word, one) => soundsLike(word, soundKeys(one.word)))) return tiers.sound;
    } else {
      // Said without its legal form, a name is still the whole name.
      if (words.join(' ') === sought.map(({ word }) => word).join(' ')) return tiers.exact;
      if (all((word, { word: typed }) => word.startsWith(typed))) return tiers.words;
      const initials = words.map((word) => word[0] ?? '').join('');
      if (words.length > 1 && sought.length === 1 && initials === sought[0]?.word) return tiers.words;
      if (all(matchesForm)) return tiers.forms;
      if (folded.length >= 3 && line.includes(folded)) return tiers.inside;
    }
  }
  return null;
}

function digitsTier(digits: string, forms: readonly string[]): number | null {
  const lines = digits.split('\n');
  if (forms.some((form) => lines.includes(form))) return tiers.exact;
  if (forms.some((form) => lines.some((line) => line.startsWith(form)))) return tiers.begins;
  return forms.some((form) => digits.includes(form)) ? tiers.inside : null;
}

function soundsLike(word: string, keys: readonly string[]): boolean {
  const sound = soundKey(word);
  return keys.some((key) => sound.startsWith(key));
}

const fitsSound = (folded: string, { word }: Sought): boolean =>
  soundsLike(
    folded,
    soundKeys(word).filter((key) => key.length > 1),
  );

/** Folded letter by letter, so that places in it are places in the text. */
function foldedInPlace(text: string): string {
  const folded = text.toLowerCase().replaceAll('ё', 'е');
  return folded.length === text.length ? folded : text;
}

const anyWord = /[\p{L}\p{N}]+/gu;
const wordPatterns = new WeakMap<Reading, RegExp>();

/** Words that may be what was sought. A form of a word begins as the word does: most words of a long text do not. */
function wordsLike(reading: Reading): RegExp {
  if (reading.way === 'sound') return anyWord;
  const known = wordPatterns.get(reading);
  if (known !== undefined) return known;
  const terms = reading.sought.flatMap(({ word, stem, near }) => [word, stem, ...near]);
  // Letters and digits alone: nothing in them means anything to a pattern.
  const beginnings = [...new Set(terms.map((term) => term.slice(0, 2)))];
  const pattern =
    beginnings.length === 0
      ? anyWord
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginnings.join('|')})[\\p{L}\\p{N}]*`, 'gu');
  wordPatterns.set(reading, pattern);
  return pattern;
}

/** Where what was sought stands in a text, and how many of the words that were typed stand there. */
export type Said = { readonly marks: TextMarks; readonly words: number };

/** What a text says of what was sought: whole words in another form are marked, of a longer word its typed part. */
export function saidIn(text: string, reading: Reading): Said {
  const { sought, way } = reading;
  const marks: TextMarks = [];
  const words = new Set<Sought>();
  for (const match of foldedInPlace(text).matchAll(wordsLike(reading))) {
    const [word] = match;
    const one = sought.find((typed) => (way === 'sound' ? fitsSound(word, typed) : matchesForm(word, typed)));
    if (one === undefined) continue;
    const typed = one.near.length === 0 && word.startsWith(one.word) ? one.word.length : word.length;
    marks.push([match.index, match.index + typed]);
    words.add(one);
  }
  return { marks, words: words.size };
}

/** Where a piece that was typed stands inside a text, whatever the case. */
export function pieceMarks(text: string, folded: string): TextMarks {
  if (folded.length < 3) return [];
  const at = foldedInPlace(text).indexOf(folded);
  return at < 0 ? [] : [[at, at + folded.length]];
}

/** Where the digits that were typed stand in a number, its punctuation among them. */
export function digitMarks(number: string, forms: readonly string[]): TextMarks {
  const places = [...number.matchAll(/\d/g)].map(({ index }) => index);
  const digits = number.replaceAll(/\D/g, '');
  for (const form of forms) {
    // «8 921» was typed, «+7 921» stands there.
    const at = digits.indexOf(form);
    const from = places[at];
    const to = places[at + form.length - 1];
    if (at >= 0 && from !== undefined && to !== undefined) return [[from, to + 1]];
  }
  return [];
}

/** Whether a mistyped reading is worth trying: something long enough to be mended was typed. */
export const isMendable = (sought: readonly Sought[]): boolean =>
  sought.some(({ stem }) => editsAllowed(stem) > 0);
