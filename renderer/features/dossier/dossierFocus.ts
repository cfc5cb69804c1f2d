import { useEffect } from 'react';
import { create } from 'zustand';
import type { DossierFocus } from './questions.ts';

const useFocus = create<{ readonly focus: DossierFocus | null }>(() => ({ focus: null }));

/** Asks the dossier to open a part or a person as soon as its tab is there. */
export function askFocus(focus: DossierFocus | null): void {
  useFocus.setState({ focus });
}

/** Runs `take` for a wish that is waiting; `take` returns true when it was fulfilled, and the wish is forgotten. */
export function useTakenFocus(take: (focus: DossierFocus) => boolean): void {
  const { focus } = useFocus();
  useEffect(() => {
    if (focus !== null && take(focus)) useFocus.setState({ focus: null });
  });
}
