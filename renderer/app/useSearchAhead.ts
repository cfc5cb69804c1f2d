import { useEffect, useRef, type RefObject } from 'react';
import type { InputOf, WindowCall } from '../../shared/ipc/contract.ts';
import { askAhead, call } from './desk.ts';

/** After a key, before what comes next is thought of: the list of this key is drawn first. */
const pauseMs = 30;
/** What was thought of and not typed is forgotten so soon. */
const guessKeptMs = 15_000;
/** Longer than a pause between two keys nothing is guessed: a large vault shall not work for what nobody types. */
const guessingMs = 400;

/** What a field will hold when the letter that is being typed has been laid out in it; null where that is not known yet. */
function aboutToHold(
  { selectionStart, selectionEnd, value }: HTMLInputElement,
  event: InputEvent,
): string | null {
  // What is deleted, pasted or composed is known with the change alone.
  if (event.inputType !== 'insertText' || event.isComposing || event.data === null) return null;
  if (selectionStart === null || selectionEnd === null) return null;
  return value.slice(0, selectionStart) + event.data + value.slice(selectionEnd);
}

/**
 * Asks the vault for what a search field will find, before what shows it is drawn: for what is typed, with the letter
 * itself; and while nobody types, one by one for what the letters that may come next would find, so that the list of the
 * next key is there with its letter. `inputOf` says what is asked of a typed text; null = nothing.
 */
export function useSearchAhead<Name extends WindowCall>(
  field: RefObject<HTMLInputElement | null>,
  name: Name,
  inputOf: (typed: string) => InputOf<Name> | null,
): void {
  const latest = useRef(inputOf);
  useEffect(() => {
    latest.current = inputOf;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turnNow = 0;
    const ask = async (typed: string, keptMs?: number): Promise<void> => {
      const input = latest.current(typed);
      if (input !== null) await askAhead(name, input, keptMs);
    };
    const think = async (typed: string, turn: number): Promise<void> => {
      const endMs = performance.now() + guessingMs;
      const { letters } = await call('search.lettersNext', { query: typed });
      for (const letter of letters) {
        if (turn !== turnNow || performance.now() > endMs) return;
        await ask(typed + letter, guessKeptMs);
      }
    };
    const stop = (): void => {
      turnNow += 1;
      clearTimeout(timer);
    };
    const hear = (event: Event): void => {
      const { current } = field;
      if (current === null || event.target !== current) return;
      const isBefore = event instanceof InputEvent && event.type === 'beforeinput';
      const typed = isBefore ? aboutToHold(current, event) : current.value;
      if (typed !== null && event.type !== 'focusin') void ask(typed);
      if (isBefore) return;
      stop();
      const turn = turnNow;
      // What a guess could not read is asked again when it is typed, and then said.
      timer = setTimeout(() => void think(current.value, turn).catch(() => undefined), pauseMs);
    };
    // Of the document, for the field of a dialog comes and goes; on its way down, for the way up draws first.
    const ways = ['beforeinput', 'input', 'focusin'] as const;
    for (const way of ways) document.addEventListener(way, hear, { capture: true });
    document.addEventListener('focusout', stop);
    return () => {
      stop();
      for (const way of ways) document.removeEventListener(way, hear, { capture: true });
      document.removeEventListener('focusout', stop);
    };
  }, [field, name]);
}
