/** A stretch of the old text and what stands there now. */
export type TextChange = { readonly from: number; readonly to: number; readonly text: string };

/** How far apart two texts may run before they are taken to be different to their end. */
const farthest = 24;
/** So many equal units in a row mean that the texts are together again. */
const together = 4;

/**
 * The small changes that turn one text into another, from left to right. Made for texts that differ in single
 * characters (quotes, dashes, spaces), in time linear to their length.
 */
export function textChanges(before: string, after: string): TextChange[] {
  const changes: TextChange[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    if (before[left] === after[right] && left < before.length) {
      left += 1;
      right += 1;
      continue;
    }
    const [skipLeft, skipRight] = meetingOf(before, after, left, right);
    changes.push({ from: left, to: left + skipLeft, text: after.slice(right, right + skipRight) });
    left += skipLeft;
    right += skipRight;
  }
  return changes;
}

/** The fewest units to leave out on both sides until the texts run together again. */
function meetingOf(before: string, after: string, left: number, right: number): readonly [number, number] {
  const restLeft = before.length - left;
  const restRight = after.length - right;
  for (let distance = 1; distance <= farthest; distance += 1)
    for (let skipLeft = Math.min(distance, restLeft); skipLeft >= 0; skipLeft -= 1) {
      const skipRight = distance - skipLeft;
      if (skipRight > restRight) continue;
      const nextLeft = before.slice(left + skipLeft, left + skipLeft + together);
      const nextRight = after.slice(right + skipRight, right + skipRight + together);
      const bothEnd = skipLeft === restLeft && skipRight === restRight;
      if (bothEnd || (nextLeft === nextRight && nextLeft !== '')) return [skipLeft, skipRight];
    }
  return [restLeft, restRight];
}
