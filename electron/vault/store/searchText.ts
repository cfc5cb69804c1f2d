import * as snowball from 'snowball-stemmers';
import type { StemmerPackage } from 'snowball-stemmers';
import { foldText } from '../../../shared/domain/foldText.ts';

// See the note in snowball-stemmers.d.ts: the functions stand here or on the default export.
const { newStemmer } =
  'newStemmer' in snowball ? snowball : (snowball as { default: StemmerPackage }).default;

const russian = newStemmer('russian');
const english = newStemmer('english');

/** Words of a folded text: runs of letters and digits. Nothing else reaches a query, so no typed text is FTS syntax. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What Snowball leaves apart: verbs in -ировать and their nouns («гальванизируем», «гальванизация»), and the fleeting
 * vowel of the genitive plural («поставок» → «поставк», «станок» → «станк»), and of «Павел» → «Павла».
 */
function joinRussianForms(stem: string): string {
  if (stem.length > 6) {
    const verb = stem.replace(/(?<=из)(?:ированн?|ирова|ировк|ируем|ируют|ирующ|иру|иров|ир|ац|аци)$/u, '');
    if (verb !== stem) return verb;
  }
  return stem.length > 4
    ? stem
        .replace(/(?<=[^аеиоуыэюя])[ое]к$/u, 'к')
        .replace(/(?<=[^аеиоуыэюя])ец$/u, 'ц')
        .replace(/(?<=[^аеиоуыэюя])ел$/u, 'л')
    : stem;
}

/** What Snowball takes for the ending of a verb in a short noun or name: «аудит», «Семён». */
const verbEnding = /(?:ит|ет|ат|ят|ут|ют|ен|ел|ил|ал|ол)$/u;

/**
 * Stemmed until nothing changes, as «Семёнова» → «Семёнов» → «Семён». Three letters are left alone («ООО» is no word with
 * an ending), and no verb's ending is taken from a word that would keep three: «аудита» and «аудит» stay «аудит».
 */
function russianStem(word: string): string {
  if (word.length <= 3) return word;
  const stem = russian.stem(word);
  if (stem === word || (stem.length <= 3 && verbEnding.test(word))) return word;
  return russianStem(stem);
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

/** Words that stand in every text and tell nothing of it; in a name they count. */
const silent = new Set(
  (
    'а бы в во да для до же за и из или к ко ли на не ни но о об от по под при с со то у это как что ' +
    'a an and as at by for from in is of on or the to with'
  ).split(' '),
);

/** Whether a folded word tells nothing: «и», «для», «the». */
export function isSilentWord(word: string): boolean {
  return silent.has(word);
}
