/** Runs of three letters of a text, its edges among them, each once. */
export function letterRuns(text: string): readonly string[] {
  const padded = `  ${text} `;
  return [...new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))];
}

/** Alike enough that a person should look: shared runs of three letters, twice their number over both sums. */
export const alikeFrom = 0.55;

/** How alike two texts are, from 0 to 1; they are compared as they are given, so fold them first. */
export function likeness(one: string, other: string): number {
  const [runs, others] = [letterRuns(one), new Set(letterRuns(other))];
  const shared = runs.filter((run) => others.has(run)).length;
  return (2 * shared) / (runs.length + others.size);
}
