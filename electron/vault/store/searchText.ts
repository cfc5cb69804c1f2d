import * as snowball from 'snowball-stemmers';
import type { StemmerPackage } from 'snowball-stemmers';

// See the note in snowball-stemmers.d.ts: the functions stand here or on the default export.
const { newStemmer } =
  'newStemmer' in snowball ? snowball : (snowball as { default: StemmerPackage }).default;

const russian = newStemmer('russian');
const english = newStemmer('english');

/**
 * Lower case, «ё» as «е», one space between words, no control characters. SQLite's own tokenizers fold case but keep
 * «ё» apart, so both the index and the query go through here.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** Words of a folded text: runs of letters and digits. Nothing else reaches a query, so no typed text is FTS syntax. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What Snowball leaves apart: verbs in -ировать and their nouns («гальванизируем», «гальванизация»), and the fleeting
 * vowel of the genitive plural («поставок» → «поставк», «станок» → «станк»).
 */
function joinRussianForms(stem: string): string {
  if (stem.length > 6) {
    const verb = stem.replace(/(?<=из)(?:ированн?|ирова|ировк|ируем|ируют|ирующ|иру|иров|ир|ац|аци)$/u, '');
    if (verb !== stem) return verb;
  }
  return stem.length > 4
    ? stem.replace(/(?<=[^аеиоуыэюя])[ое]к$/u, 'к').replace(/(?<=[^аеиоуыэюя])ец$/u, 'ц')
    : stem;
}

/**
 * Stemmed until nothing changes: «аудита» → «аудит» → «ауд», where «аудит» goes at once, taken for a verb in -ит.
 * Three letters are left alone: «ООО» is no word with an ending.
 */
function russianStem(word: string): string {
  if (word.length <= 3) return word;
  const stem = russian.stem(word);
  return stem === word ? stem : russianStem(stem);
}

function computeStem(word: string): string {
  if (/^[а-я]+$/u.test(word)) return joinRussianForms(russianStem(word));
  return /^[a-z]+$/.test(word) ? english.stem(word) : word;
}

// Texts repeat their words: the cache makes indexing an order of magnitude faster. It holds words, so it is bounded.
const cacheLimit = 50_000;
const stems = new Map<string, string>();

/** The stem of a folded word; a word of another script or with digits is its own stem. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = computeStem(word);
  if (stems.size >= cacheLimit) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** Text as the stem index keeps it: the stems of all its words, each once. */
export function stemmedText(parts: readonly string[]): string {
  return [...new Set(parts.flatMap((part) => wordsOf(foldText(part)).map(stemOf)))].join(' ');
}

/** Names as the trigram index keeps them; a line each, so that no piece spans two names. */
export function foldedNames(parts: readonly string[]): string {
  return parts
    .map(foldText)
    .filter((part) => part !== '')
    .join('\n');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * The query of the stem index: all words, the last one also as the beginning of a word, for it may be half typed.
 * Empty when the typed text has no word.
 */
export function stemQuery(typed: string): string {
  const words = wordsOf(foldText(typed)).slice(0, 12);
  return words
    .map((word, at) => {
      const stem = stemOf(word);
      if (at < words.length - 1) return quoted(stem);
      // The beginning of a very short stem would be the beginning of anything.
      return `(${quoted(stem)}${stem.length < 4 ? '' : '*'} OR ${quoted(word)}*)`;
    })
    .join(' AND ');
}

/** The query of the trigram index: the typed text as it is, anywhere in a name; empty below three characters. */
export function nameQuery(typed: string): string {
  const folded = foldText(typed);
  return [...folded].length < 3 ? '' : quoted(folded);
}
