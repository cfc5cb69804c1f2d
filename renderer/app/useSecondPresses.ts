import { useEffect, useLayoutEffect, useRef } from 'react';
import { placeKey, usePlace } from './place.ts';

/** What a press meant: the button it fell on, by its words. */
const buttonAt = (event: MouseEvent): string | null => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  return button === null ? null : (button.getAttribute('aria-label') ?? button.textContent);
};

/**
 * Keeps the second press of a double click from what the first one opened: whoever opens a client as a file is opened
 * would mark text, or press what happens to lie there. The same button pressed again («back», a section) still counts.
 */
export function useSecondPresses(): void {
  const place = placeKey(usePlace());
  const here = useRef(place);
  useLayoutEffect(() => {
    here.current = place;
  }, [place]);
  useEffect(() => {
    let first: { readonly place: string; readonly button: string | null } | null = null;
    const onPress = (event: MouseEvent) => {
      if (event.detail <= 1) {
        if (event.type === 'mousedown') first = { place: here.current, button: buttonAt(event) };
        return;
      }
      if (first === null || first.place === here.current) return;
      if (first.button !== null && first.button === buttonAt(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('mousedown', onPress, true);
    window.addEventListener('click', onPress, true);
    return () => {
      window.removeEventListener('mousedown', onPress, true);
      window.removeEventListener('click', onPress, true);
    };
  }, []);
}
