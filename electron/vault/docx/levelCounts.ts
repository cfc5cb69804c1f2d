/** A numbered paragraph's place in the lists of a file. */
export type NumberedPlace = {
  /** Of the definition that its list is one of: lists of one count on together. */
  readonly definition: string;
  readonly numId: string;
  /** From 0. */
  readonly level: number;
  /** What a level of this list begins with. */
  readonly startOf: (level: number) => number;
  /** Whether the list says for this level that its first paragraph begins anew (`w:startOverride`). */
  readonly beginsAnew: boolean;
};

/** Counts numbered paragraphs as they pass by in order. */
export type LevelCounts = {
  /** The numbers of the next paragraph: of the first level, and of each down to its own. */
  next(place: NumberedPlace): readonly number[];
};

/**
 * Counts as Word does: lists of one definition together; the first use of an override begins anew (ECMA-376 part 1,
 * §17.9.27); a level begins anew after any above it (the default of `w:lvlRestart`). A level that was not there yet
 * when a deeper one comes stands at its start and counts as used: «1.1» before any «1.» is followed by «2.». The
 * standard does not say so; LibreOffice counts so, and docx4j, which follows Word.
 */
export function countLevels(): LevelCounts {
  const counts = new Map<string, readonly number[]>();
  const begun = new Set<string>();
  return {
    next({ definition, numId, level, startOf, beginsAnew }) {
      const numbers = (counts.get(definition) ?? []).slice(0, level + 1);
      while (numbers.length < level) numbers.push(startOf(numbers.length));
      const use = `${numId} ${level}`;
      const last = beginsAnew && !begun.has(use) ? undefined : numbers[level];
      begun.add(use);
      numbers[level] = last === undefined ? startOf(level) : last + 1;
      counts.set(definition, numbers);
      return numbers;
    },
  };
}
