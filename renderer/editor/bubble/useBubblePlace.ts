import { useMemo } from 'react';

/** Puts a bubble outside of the zoomed page, following the desk as it scrolls and never leaving it. The same object as long as the desk is. */
export function useBubblePlace(desk: HTMLElement, placement: 'top' | 'top-end' | 'right-start') {
  return useMemo(
    () => ({
      appendTo: () => desk.parentElement ?? desk,
      options: {
        placement,
        offset: 8,
        scrollTarget: desk,
        hide: { boundary: desk },
        shift: { boundary: desk, padding: 4, crossAxis: true },
      },
    }),
    [desk, placement],
  );
}
