/**
 * Damerau–Levenshtein distance (a letter put in, left out, changed, or two neighbours swapped), at most `most`: anything
 * farther answers `most + 1`. With `prefix` the second text may go on after the first one: «рамаш» is one edit away
 * from the beginning of «ромашка».
 */
export function editDistance(one: string, other: string, most: number, prefix = false): number {
  const a = [...one];
  const b = [...other];
  if (a.length - b.length > most || (!prefix && b.length - a.length > most)) return most + 1;
  const width = prefix ? Math.min(b.length, a.length + most) : b.length;
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_value, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= width; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? most) + 1,
        (next[column - 1] ?? most) + 1,
        (last[column - 1] ?? most) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? most) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = next;
  }
  const distance = prefix ? Math.min(...last) : (last[width] ?? most + 1);
  return Math.min(distance, most + 1);
}

/** How many edits a word may be away and still be taken for mistyped: none below four letters, one, two from eight on. */
export function editsAllowed(word: string): number {
  const length = [...word].length;
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
