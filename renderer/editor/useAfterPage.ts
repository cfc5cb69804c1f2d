import { useDeferredValue } from 'react';

/**
 * False when a component is drawn for the first time, true in the drawing right after: what stands beside the page
 * waits until the page itself is there, and is then drawn in pieces that let typing through.
 */
export function useAfterPage(): boolean {
  return useDeferredValue(true, false);
}
