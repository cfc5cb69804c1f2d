import { create } from 'zustand';

/** What the page says about the last change. */
export type SavedState = { readonly phase: 'quiet' | 'saving' | 'saved' | 'failed' };

export const useSavedState = create<SavedState>(() => ({ phase: 'quiet' }));

const shownMs = 4000;
let timer: ReturnType<typeof setTimeout> | undefined;

function say(phase: SavedState['phase']): void {
  clearTimeout(timer);
  useSavedState.setState({ phase });
  if (phase === 'saved') timer = setTimeout(() => useSavedState.setState({ phase: 'quiet' }), shownMs);
}

/** Runs a save and says how it went beside the page's name. Rethrows a failure. */
export async function sayingSaved<Value>(save: () => Promise<Value>): Promise<Value> {
  say('saving');
  try {
    const value = await save();
    say('saved');
    return value;
  } catch (thrown) {
    say('failed');
    throw thrown;
  }
}
