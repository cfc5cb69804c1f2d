import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { Place } from './place.ts';

/** Below this width the rail folds by itself, so that 1280 has the content width of 1440. */
export const foldBelowPx = 1360;

const useFoldChoice = create<{ readonly folded: boolean }>(() => ({ folded: false }));

/** Whether the rail is folded, and whether the user may change that here. */
export function railState(input: {
  readonly chosen: boolean;
  readonly widthPx: number;
  readonly at: Place['at'];
}): {
  readonly folded: boolean;
  readonly canToggle: boolean;
} {
  const canToggle = input.widthPx >= foldBelowPx && input.at !== 'proposal';
  return { folded: !canToggle || input.chosen, canToggle };
}

/** {@link railState} of the window now. */
export function useRail(at: Place['at']): ReturnType<typeof railState> {
  const chosen = useFoldChoice((state) => state.folded);
  const [widthPx, setWidthPx] = useState(window.innerWidth);
  useEffect(() => {
    const measure = () => setWidthPx(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return railState({ chosen, widthPx, at });
}

/** Folds or unfolds the rail by hand. */
export function toggleRail(): void {
  useFoldChoice.setState(({ folded }) => ({ folded: !folded }));
}

/** Narrower than the smallest window is when its text is enlarged: a laptop's screen at 120 %. */
const narrowBelowPx = 1160;

/** Whether tables leave out what can be done without. */
export function useNarrow(): boolean {
  return useMediaQuery(`(width < ${narrowBelowPx}px)`, false, { getInitialValueInEffect: false });
}
