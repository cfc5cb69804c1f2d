import { useEffect, useRef } from 'react';

/**
 * Hears the keys of the window. The listener is set once; what it does is of the last drawing. With `first` it hears
 * them before those of the page.
 */
export function useWindowKeys(
  onKeyDown: (event: KeyboardEvent) => void,
  { enabled = true, first = false }: { readonly enabled?: boolean; readonly first?: boolean } = {},
): void {
  const latest = useRef(onKeyDown);
  useEffect(() => {
    latest.current = onKeyDown;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const hear = (event: KeyboardEvent): void => latest.current(event);
    window.addEventListener('keydown', hear, { capture: first });
    return () => window.removeEventListener('keydown', hear, { capture: first });
  }, [enabled, first]);
}
