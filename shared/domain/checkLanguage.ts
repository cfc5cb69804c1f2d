import type { PrintedPlace } from '../document/printedPlaces.ts';
import type { Finding } from './finding.ts';
import type { Language } from './language.ts';

/** Two foreign words may be a brand and its model; three in a row are a sentence. */
const stretchLength = 3;
const mostFindings = 20;

const latinStretch = /[A-Za-z][A-Za-z'’-]+(?:[ \u00A0\n,]+[A-Za-z][A-Za-z'’-]+)*/g;
const cyrillicStretch = /[А-Яа-яЁё][А-Яа-яЁё-]*(?:[ \u00A0\n,]+[А-Яа-яЁё][А-Яа-яЁё-]*)*/g;
const addresses = /(?:https?:\/\/|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+\b/g;

const wordsOf = (text: string): string[] => text.match(/[\p{L}'’-]+/gu) ?? [];

/** Short words of English prose: a brand has none. */
const prose = new Set(
  'the a an of to in on at by for with from and or is are we you our your this that it will be can'.split(
    ' ',
  ),
);

/**
 * Stretches in another language than the proposal's: three Latin words in a row in a Russian paper (or fewer that read
 * as prose), any Cyrillic word in an English one. Names, brands and units that `known` holds are left out.
 */
export function checkLanguage(
  places: readonly PrintedPlace[],
  language: Language,
  known: readonly string[],
): Finding[] {
  const familiar = new Set(known.flatMap(wordsOf).map((word) => word.toLowerCase()));
  const isFamiliar = (word: string): boolean => familiar.has(word.toLowerCase());
  const findings: Finding[] = [];
  for (const { kind, text, sectionId } of places) {
    if (
      kind === 'link' ||
      kind === 'field' ||
      kind === 'letterhead' ||
      kind === 'team' ||
      kind === 'references'
    )
      continue;
    const plain = text.replace(addresses, (address) => ' '.repeat(address.length));
    const shape = language === 'ru' ? latinStretch : cyrillicStretch;
    for (const [stretch] of plain.matchAll(shape)) {
      const foreign = wordsOf(stretch).filter((word) => !isFamiliar(word));
      const reads = foreign.filter((word) => prose.has(word)).length;
      const isMix =
        language === 'ru'
          ? foreign.length >= stretchLength || (foreign.length === 2 && reads > 0)
          : foreign.length > 0;
      if (!isMix || findings.length >= mostFindings) continue;
      const quote = stretch.slice(0, 120);
      findings.push({
        kind: 'otherLanguage',
        severity: 'warn',
        sectionId,
        quote,
        place: kind,
        params: { words: quote },
      });
    }
  }
  return findings;
}
