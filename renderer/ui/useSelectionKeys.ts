import { useEffect, useRef } from 'react';
import type { Selection } from './useSelection.ts';

/**
 * The keys of a list whose rows can be ticked: X or space ticks the chosen row, Shift with an arrow goes on ticking,
 * Ctrl+A ticks all, Esc none. Nothing happens while something is typed or a dialog is open.
 */
export function useSelectionKeys<Id extends string>(
  selection: Selection<Id>,
  order: readonly Id[],
  chosen: Id | null,
  choose: (id: Id) => void,
  enabled = true,
): void {
  // The listener is set once; what it works on is of the last drawing.
  const latest = useRef({ selection, order, chosen, choose });
  useEffect(() => {
    latest.current = { selection, order, chosen, choose };
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const now = latest.current;
      const { target } = event;
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
      const isTick = target instanceof HTMLInputElement && target.type === 'checkbox';
      const on = (what: string): boolean => target instanceof Element && target.closest(what) !== null;
      if (!isTick && on('input, textarea, [contenteditable="true"], [role="menu"]')) return;
      if (event.key === 'Escape' && now.selection.ids.size > 0) {
        event.preventDefault();
        now.selection.clear();
      } else if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        now.selection.set(now.order);
      } else if (
        (!isTick && on('button, a')) ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        now.chosen === null
      ) {
        // A press of a button is not a tick.
        return;
      } else if (event.code === 'KeyX' || (event.key === ' ' && !isTick)) {
        event.preventDefault();
        if (event.shiftKey) now.selection.extendTo(now.chosen, now.order);
        else now.selection.toggle(now.chosen);
      } else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        const at = now.order.indexOf(now.chosen) + (event.key === 'ArrowDown' ? 1 : -1);
        const next = now.order[at];
        if (!now.selection.ids.has(now.chosen)) now.selection.toggle(now.chosen);
        if (next === undefined) return;
        now.choose(next);
        now.selection.extendTo(next, now.order);
      }
    };
    // Before the page's own keys: Shift with an arrow is also an arrow.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [enabled]);
}
