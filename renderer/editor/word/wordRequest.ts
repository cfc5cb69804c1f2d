import { createStore, useStore } from 'zustand';
import { chooseWordFile, readDroppedWord, type ChosenWordFile } from './chooseWordFile.ts';

/** A Word file that waits for the user's word, and where it would go; `at` null = at the caret. */
type WordRequest = { readonly chosen: ChosenWordFile; readonly at: number | null };

const wordRequest = createStore<{ readonly request: WordRequest | null; readonly reading: boolean }>()(
  () => ({
    request: null,
    reading: false,
  }),
);

/** The file that waits to be put into the open proposal; null = none. */
export function useWordRequest(): WordRequest | null {
  return useStore(wordRequest, ({ request }) => request);
}

async function waitFor(reading: Promise<ChosenWordFile | null>, at: number | null): Promise<void> {
  if (wordRequest.getState().reading) return;
  wordRequest.setState({ reading: true });
  try {
    const chosen = await reading;
    if (chosen !== null) wordRequest.setState({ request: { chosen, at } });
  } finally {
    wordRequest.setState({ reading: false });
  }
}

/** Asks for a Word file to put into the open proposal at the caret. */
export function askForWordFile(): void {
  if (!wordRequest.getState().reading) void waitFor(chooseWordFile(), null);
}

/** Takes a Word file that was dropped on the page at a place of the document. */
export function takeDroppedWord(dropped: File, at: number | null): void {
  void waitFor(readDroppedWord(dropped), at);
}

/** The file was taken or left. */
export function endWordRequest(): void {
  wordRequest.setState({ request: null });
}
