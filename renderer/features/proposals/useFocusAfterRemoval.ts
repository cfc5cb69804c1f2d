import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Keeps the focus in a list whose row was removed by its own button: it goes to the button that took the place of the
 * removed one, or to the last. Answers what is to be told the place before the row goes.
 */
export function useFocusAfterRemoval(
  rows: unknown,
  buttons: () => readonly (HTMLElement | null | undefined)[],
): (at: number) => void {
  const removedAt = useRef<number | null>(null);
  const follow = useEffectEvent(() => {
    if (removedAt.current === null) return;
    const all = buttons();
    (all[removedAt.current] ?? all.at(-1))?.focus();
    removedAt.current = null;
  });
  useEffect(() => follow(), [rows]);
  return (at) => {
    removedAt.current = at;
  };
}
