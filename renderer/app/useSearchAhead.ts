import { useEffect, useRef, type RefObject } from 'react';
import type { InputOf, WindowCall } from '../../shared/ipc/contract.ts';
import { useTypedAhead } from '../ui/useTypedAhead.ts';
import { askAhead, call } from './desk.ts';

/** After a key, before what comes next is thought of: the list of this key is drawn first. */
const pauseMs = 30;
/** What was thought of and not typed is forgotten so soon. */
const guessKeptMs = 15_000;
/** Longer than a pause between two keys nothing is guessed: a large vault shall not work for what nobody types. */
const guessingMs = 400;

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
  const ask = (typed: string, keptMs?: number): Promise<void> => {
    const input = inputOf(typed);
    return input === null ? Promise.resolve() : askAhead(name, input, keptMs);
  };
  useTypedAhead(field, (typed) => void ask(typed));

  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turnNow = 0;
    const think = async (typed: string, turn: number): Promise<void> => {
      const endMs = performance.now() + guessingMs;
      const { letters } = await call('search.lettersNext', { query: typed });
      for (const letter of letters) {
        if (turn !== turnNow || performance.now() > endMs) return;
        await latest.current(typed + letter, guessKeptMs);
      }
    };
    const hear = ({ target }: Event): void => {
      if (!(target instanceof HTMLInputElement) || target !== field.current) return;
      turnNow += 1;
      const turn = turnNow;
      clearTimeout(timer);
      // What a guess could not read is asked again when it is typed, and then said.
      timer = setTimeout(() => void think(target.value, turn).catch(() => undefined), pauseMs);
    };
    const stop = (): void => {
      turnNow += 1;
      clearTimeout(timer);
    };
    const ways = ['focusin', 'input'] as const;
    for (const way of ways) document.addEventListener(way, hear);
    document.addEventListener('focusout', stop);
    return () => {
      stop();
      for (const way of ways) document.removeEventListener(way, hear);
      document.removeEventListener('focusout', stop);
    };
  }, [field]);
}
