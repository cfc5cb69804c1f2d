import { foldText } from '../domain/foldText.ts';
import { alikeFrom, likeness } from '../domain/likeness.ts';
import { plainWords } from './printedFigure.ts';

/** What a line of a price table is known by. */
export type KnownLine = {
  readonly standing: 'counted' | 'option' | 'variant';
  /** Its printed number; 0 = none. */
  readonly number: number;
  readonly group: string;
  readonly title: string;
  readonly quantityMilli: number;
  readonly priceMinor: number;
};

const folded = (text: string): string => foldText(plainWords(text));

/**
 * Which of our lines each returned line is, both in the order they are printed in; null = none, a new one. By the name,
 * first within the same group; then, between neighbours that are known, by a name much alike, and last by the number
 * together with one of the figures: somebody wrote a new name over an old one.
 */
export function matchReturnedLines(
  ours: readonly KnownLine[],
  theirs: readonly KnownLine[],
): readonly (number | null)[] {
  const matched: (number | null)[] = theirs.map(() => null);
  const free = new Set(ours.keys());
  const takeByKey = (keyOf: (line: KnownLine) => string): void => {
    const places = new Map<string, number[]>();
    for (const at of free) {
      const line = ours[at];
      if (line === undefined || folded(line.title) === '') continue;
      const key = keyOf(line);
      places.set(key, [...(places.get(key) ?? []), at]);
    }
    theirs.forEach((line, at) => {
      if (matched[at] !== null) return;
      const place = places.get(keyOf(line))?.shift();
      if (place === undefined) return;
      matched[at] = place;
      free.delete(place);
    });
  };
  takeByKey(({ standing, group, title }) => [standing, folded(group), folded(title)].join('\n'));
  takeByKey(({ title }) => folded(title));

  /** Our free lines between those of the known neighbours. */
  const between = (at: number): number[] => {
    const before = matched.slice(0, at).findLast((place) => place !== null) ?? -1;
    const after = matched.slice(at + 1).find((place) => place !== null) ?? ours.length;
    return [...free].filter((place) => place > before && place < after);
  };
  const takeBest = (worthOf: (one: KnownLine, other: KnownLine) => number): void => {
    theirs.forEach((line, at) => {
      if (matched[at] !== null || free.size === 0) return;
      let [best, most] = [-1, 0];
      for (const place of between(at)) {
        const other = ours[place];
        const worth = other === undefined ? 0 : worthOf(line, other);
        if (worth > most) [best, most] = [place, worth];
      }
      if (best === -1) return;
      matched[at] = best;
      free.delete(best);
    });
  };
  takeBest((one, other) => {
    const worth = likeness(folded(one.title), folded(other.title));
    return worth >= alikeFrom ? worth : 0;
  });
  takeBest((one, other) =>
    one.standing === other.standing &&
    one.number === other.number &&
    (one.quantityMilli === other.quantityMilli || one.priceMinor === other.priceMinor)
      ? 1
      : 0,
  );
  return matched;
}
