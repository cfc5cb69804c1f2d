import { useEffect } from 'react';
import { usePlace } from './place.ts';

/** After this long on a screen its own parts are drawn and its data are there. */
const settledMs = 1000;

/**
 * Gives the memory of a burst back when it is over: the workspace's first screen stands, a proposal was left. The page
 * keeps it otherwise until something else fills it.
 */
export function useGivingBackMemory(): void {
  const heavy = usePlace().at === 'proposal';
  useEffect(() => {
    if (heavy) return undefined;
    let idle = 0;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => window.kamerton.giveBackMemory());
    }, settledMs);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [heavy]);
}
