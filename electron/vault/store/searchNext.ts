import { foldText } from '../../../shared/domain/foldText.ts';
import type { ReadableDb } from './openDatabase.ts';
import { wordsOf } from './searchText.ts';
import { nameMark } from './searchWords.ts';

/** So many of the words that begin so are counted: that a letter is common is enough to know. */
const mostCounted = 300;
/** A word of a name is what is typed into a search, a word of a text less often. */
const nameWeight = 4;
const mostWordLength = 24;

type NextWord = { readonly word: string };
type Counted = { readonly words: number };

/** How many terms of the vocabulary go on with which letter after `beginning`: one look at the index for each letter. */
function lettersAfter(db: ReadableDb, beginning: string): Map<string, number> {
  const firstFrom = db.prepare(/* sql */ `
    SELECT word FROM search_words WHERE word >= :from AND word < :beyond ORDER BY word LIMIT 1`);
  const count = db.prepare(/* sql */ `
    SELECT count(*) AS words FROM (
      SELECT 1 FROM search_words WHERE word >= :from AND word < :beyond LIMIT ${mostCounted})`);
  const beyond = `${beginning}\u{10FFFF}`;
  const letters = new Map<string, number>();
  for (let from = `${beginning}\u{0021}`; ;) {
    // A STRICT table whose every column is checked by the schema.
    const next = firstFrom.get({ from, beyond }) as NextWord | undefined;
    if (next === undefined) return letters;
    const [letter = ''] = next.word.slice(beginning.length);
    const past = `${beginning}${letter}\u{10FFFF}`;
    const { words } = count.get({ from: beginning + letter, beyond: past }) as Counted;
    letters.set(letter, words);
    from = past;
  }
}

/**
 * Letters and digits that may be typed next into a search, those that most words of the vault go on with first, at most
 * `limit`. Guessed from the last word alone; none where it is over.
 */
export function lettersNext(db: ReadableDb, typed: string, limit: number): string[] {
  const last = wordsOf(foldText(typed)).at(-1) ?? '';
  if (/\s$/.test(typed) || last.length > mostWordLength) return [];
  const weights = new Map<string, number>();
  for (const [beginning, weight] of [
    [nameMark + last, nameWeight],
    [last, 1],
  ] as const)
    for (const [letter, words] of lettersAfter(db, beginning))
      if (/[\p{L}\p{N}]/u.test(letter)) weights.set(letter, (weights.get(letter) ?? 0) + words * weight);
  return [...weights]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([letter]) => letter);
}
