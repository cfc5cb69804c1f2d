/** After so many frames in which it did not move, an element stands where it will stay. */
const stillFrames = 4;
/** A document of any length is laid out around the place by then. */
const mostFrames = 60;
const byUser = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls to an element of the page and stays with it until it stands still. Blocks far from the screen have guessed
 * heights until they are laid out (`content-visibility` in page.css): the first jump lands nearby and each of the next
 * ones nearer. A user who scrolls or types meanwhile is not held.
 * @param elementNow the element as it is now; null when it is gone
 */
export function bringIntoSight(elementNow: () => Element | null, block: 'start' | 'center'): void {
  let isLeft = false;
  const leave = () => {
    isLeft = true;
    for (const kind of byUser) removeEventListener(kind, leave, true);
  };
  let [still, top] = [0, Number.NaN];
  const jump = (left: number) => {
    const element = isLeft ? null : elementNow();
    element?.scrollIntoView({ block, inline: 'nearest', behavior: 'auto' });
    const before = top;
    top = element?.getBoundingClientRect().top ?? top;
    still = Math.abs(top - before) < 1 ? still + 1 : 0;
    if (element && left > 1 && still < stillFrames) requestAnimationFrame(() => jump(left - 1));
    else leave();
  };
  jump(mostFrames);
  // The press that asked for the place is over.
  if (!isLeft) for (const kind of byUser) addEventListener(kind, leave, true);
}
