import type { Selection } from './useSelection.ts';
import { useWindowKeys } from './useWindowKeys.ts';

/** What the keys of a list do with its ticks. `chosen` is the row that the arrows have come to. */
export type TickKeys = {
  readonly hasTicks: boolean;
  readonly hasChosen: boolean;
  /** Ticks or unticks the chosen row. */
  toggle(): void;
  /** Ticks from the last tick to the chosen row. */
  extend(): void;
  /** Goes one row on and ticks both. */
  step(by: 1 | -1): void;
  all(): void;
  clear(): void;
};

/**
 * The keys of a list whose rows can be ticked: X or space ticks the chosen row, Shift with an arrow goes on ticking,
 * Ctrl+A ticks all, Esc none. Nothing happens while something is typed or a dialog is open.
 */
export function useTickKeys(keys: TickKeys, enabled = true): void {
  useWindowKeys(
    (event) => {
      const { target } = event;
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
      const isTick = target instanceof HTMLInputElement && target.type === 'checkbox';
      const on = (what: string): boolean => target instanceof Element && target.closest(what) !== null;
      if (!isTick && on('input, textarea, [contenteditable="true"], [role="menu"]')) return;
      if (event.key === 'Escape' && keys.hasTicks) {
        event.preventDefault();
        keys.clear();
      } else if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        keys.all();
      } else if (
        (!isTick && on('button, a')) ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        !keys.hasChosen
      ) {
        // A press of a button is not a tick.
        return;
      } else if (event.code === 'KeyX' || (event.key === ' ' && !isTick)) {
        event.preventDefault();
        if (event.shiftKey) keys.extend();
        else keys.toggle();
      } else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        keys.step(event.key === 'ArrowDown' ? 1 : -1);
      }
    },
    // Before the page's own keys: Shift with an arrow is also an arrow.
    { enabled, first: true },
  );
}

/** {@link useTickKeys} of a list that is here as a whole: `order` is how it is shown. */
export function useSelectionKeys<Id extends string>(
  selection: Selection<Id>,
  order: readonly Id[],
  chosen: Id | null,
  choose: (id: Id) => void,
  enabled = true,
): void {
  useTickKeys(
    {
      hasTicks: selection.ids.size > 0,
      hasChosen: chosen !== null,
      toggle: () => {
        if (chosen !== null) selection.toggle(chosen);
      },
      extend: () => {
        if (chosen !== null) selection.extendTo(chosen, order);
      },
      step: (by) => {
        if (chosen === null) return;
        const next = order[order.indexOf(chosen) + by];
        if (!selection.ids.has(chosen)) selection.toggle(chosen);
        if (next === undefined) return;
        choose(next);
        selection.extendTo(next, order);
      },
      all: () => selection.set(order),
      clear: selection.clear,
    },
    enabled,
  );
}
