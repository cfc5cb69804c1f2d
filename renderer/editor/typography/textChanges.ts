/** A stretch of the old text and what stands there now. */
export type TextChange = { readonly from: number; readonly to: number; readonly text: string };

/** How far apart two texts may run before they are taken to be different to their end. */
const farthest = 24;
/** So many like characters in a row mean that the texts are together again. */
const together = 4;
const reach = farthest + together;

const kinds: readonly (readonly [RegExp, string])[] = [
  [/["«»„“”]/g, '"'],
  [/['‘’]/g, "'"],
  [/[-–—]/g, '-'],
  [/[\u00a0\u202f]/g, ' '],
];

/** A text with characters that typography puts for one another made alike; its length stays. */
function alike(text: string): string {
  return kinds.reduce((result, [find, put]) => result.replace(find, put), text);
}

/**
 * The small changes that turn one text into another, from left to right: a quote, dash or space that was changed is a
 * change of that character alone, so that what stands beside it keeps its marks. Time is linear to the length.
 */
export function textChanges(before: string, after: string): TextChange[] {
  const [old, now] = [alike(before), alike(after)];
  const changes: TextChange[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    if (left < before.length && old[left] === now[right]) {
      if (before[left] !== after[right])
        changes.push({ from: left, to: left + 1, text: after.charAt(right) });
      left += 1;
      right += 1;
      continue;
    }
    const [skipLeft, skipRight] = meetingOf(
      old.slice(left, left + reach),
      now.slice(right, right + reach),
      old.length - left,
      now.length - right,
    );
    changes.push({ from: left, to: left + skipLeft, text: after.slice(right, right + skipRight) });
    left += skipLeft;
    right += skipRight;
  }
  return changes;
}

/** The fewest characters to leave out on both sides until the texts run together again. */
function meetingOf(old: string, now: string, restOld: number, restNow: number): readonly [number, number] {
  for (let distance = 1; distance <= farthest; distance += 1)
    for (let skipOld = Math.min(distance, restOld); skipOld >= 0; skipOld -= 1) {
      const skipNow = distance - skipOld;
      if (skipNow > restNow) continue;
      const next = old.slice(skipOld, skipOld + together);
      const bothEnd = skipOld === restOld && skipNow === restNow;
      if (bothEnd || (next !== '' && next === now.slice(skipNow, skipNow + together)))
        return [skipOld, skipNow];
    }
  return [restOld, restNow];
}
