import { z } from 'zod';
import { editDistance, editsAllowed } from '../../../shared/domain/editDistance.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { termTables } from './searchTables.ts';
import { stemOf } from './searchText.ts';

// Private-use characters, which no typed word has: a term of a name is told from the same word in a text by them.
/** Before a word that stands in a name. */
export const nameMark = '\uE000';
/** Before the sound of such a word. */
export const soundMark = '\uE001';

const Word = z.object({ word: z.string() });
const NumberedWord = Word.extend({ wordId: z.int() });

/** The shortest word that is taken for mistyped; shorter ones need no place among the neighbours. */
const shortestMended = 4;
const isMendable = (word: string): boolean => word.length >= shortestMended && /^\p{L}+$/u.test(word);
/** With its ends marked, so that two four-letter words one letter apart still have a piece in common. */
const framed = (word: string): string => `<${word}>`;

/** A name's word without its mark; a sound is nothing to mend. */
const bareOf = (term: string): string => (term.startsWith(nameMark) ? term.slice(nameMark.length) : term);

/** Remembers terms that the index now has. */
export function keepWords(db: WritableDb, terms: Iterable<string>): void {
  // Without RETURNING: it would make a temporary table for every word.
  const put = db.prepare(/* sql */ `
    INSERT INTO search_words (word) VALUES (:word) ON CONFLICT (word) DO NOTHING`);
  const putNear = db.prepare(/* sql */ `
    INSERT INTO search_near (rowid, word) VALUES (last_insert_rowid(), :word)`);
  for (const word of terms)
    if (put.run({ word }).changes > 0 && isMendable(bareOf(word)))
      putNear.run({ word: framed(bareOf(word)) });
}

/** More completions than this are one look into the prefix index instead. */
export const mostCompletions = 40;

/** Terms that begin so, at most `limit`, by default {@link mostCompletions} + 1. */
export function completions(db: ReadableDb, beginning: string, limit = mostCompletions + 1): string[] {
  const rows = db
    .prepare(/* sql */ `
      SELECT word FROM search_words WHERE word >= :beginning AND word < :beyond LIMIT :limit`)
    .all({ beginning, beyond: `${beginning}\u{10FFFF}`, limit });
  // A STRICT table: checking forty rows one by one would be a quarter of what a key press costs.
  return (rows as z.infer<typeof Word>[]).map(({ word }) => word);
}

/** Whether anything was ever indexed under a term. */
export function isKnown(db: ReadableDb, term: string): boolean {
  return (
    db.prepare(/* sql */ `SELECT wordId FROM search_words WHERE word = :term`).get({ term }) !== undefined
  );
}

/** Long numbers are found by their digits; as words they would only make the vocabulary longer. */
export const isLongNumber = (word: string): boolean => /^\d{5,}$/.test(word);

const mostNeighbours = 8000;
const mostMended = 6;

/**
 * Stems that a mistyped word may have meant, the nearest first: one edit away, two for a long one. A half-typed word is
 * compared with beginnings, if its first letter is right.
 */
export function nearStems(
  db: ReadableDb,
  { word: typed, stem }: { readonly word: string; readonly stem: string },
  halfTyped: boolean,
): string[] {
  if (editsAllowed(typed) === 0 || !isMendable(stem)) return [];
  const edge = framed(typed);
  const letters = [...(halfTyped ? edge.slice(0, -1) : edge)];
  const pieces = new Set(letters.slice(2).map((_letter, at) => letters.slice(at, at + 3).join('')));
  const query = [...pieces].map((piece) => `"${piece}"`).join(' OR ');
  const first = stem[0];
  const near = db
    .prepare(/* sql */ `
      SELECT w.word FROM search_near n JOIN search_words w ON w.wordId = n.rowid
      WHERE search_near MATCH :query LIMIT ${mostNeighbours}`)
    .all({ query })
    .flatMap((row) => {
      const term = Word.parse(row).word;
      const word = bareOf(term);
      // A name is compared as it is written, a word of a text by its stem: what stands there is a stem.
      const isName = word !== term;
      const own = isName ? typed : stem;
      const most = editsAllowed(own);
      const whole = editDistance(own, word, most);
      const begun =
        halfTyped && whole > most && word[0] === first
          ? editDistance(typed, word, editsAllowed(typed), true) + 0.5
          : Infinity;
      const distance = Math.min(
        whole > most ? Infinity : whole,
        begun > editsAllowed(typed) + 0.5 ? Infinity : begun,
      );
      if (distance === Infinity || (distance === 0 && !isName)) return [];
      // Of two as near the longer agrees in more letters.
      return [
        {
          stem: isName ? stemOf(word) : word,
          far: distance - (word[0] === first ? 0.2 : 0) - word.length * 0.05,
        },
      ];
    })
    .toSorted((a, b) => a.far - b.far);
  return [...new Set(near.map((one) => one.stem))].slice(0, mostMended);
}

/** Forgets terms that nothing found any more: after a person was erased, no word of theirs may stay. */
export function sweepWords(db: WritableDb): void {
  for (const table of termTables) db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
  const words = db.prepare(/* sql */ `SELECT wordId, word FROM search_words`).all();
  const isUsed = (word: string): boolean =>
    termTables.some(
      (table) =>
        db
          .prepare(`SELECT 1 FROM ${table} WHERE ${table} MATCH :query LIMIT 1`)
          .get({ query: `"${word}"` }) !== undefined,
    );
  db.exec(/* sql */ `INSERT INTO search_near (search_near) VALUES ('delete-all')`);
  const putNear = db.prepare(/* sql */ `INSERT INTO search_near (rowid, word) VALUES (:wordId, :word)`);
  for (const row of words) {
    const { wordId, word } = NumberedWord.parse(row);
    if (!isUsed(word))
      db.prepare(/* sql */ `DELETE FROM search_words WHERE wordId = :wordId`).run({ wordId });
    else if (isMendable(bareOf(word))) putNear.run({ wordId, word: framed(bareOf(word)) });
  }
}
