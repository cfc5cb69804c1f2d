import { useEffect, useState } from 'react';
import { deskErrorOf } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';

export type FileRead<Value> =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly value: Value }
  /** `words` say what the vault said: the file is damaged or missing. */
  | { readonly state: 'failed'; readonly words: string };

/** Reads while the file is on the screen. `read` answers null when it was ended; `release` gives back what it made. */
export function useFileRead<Value>(
  read: (signal: AbortSignal) => Promise<Value | null>,
  release: (value: Value) => void,
): FileRead<Value> {
  const [result, setResult] = useState<FileRead<Value>>({ state: 'reading' });
  useEffect(() => {
    const control = new AbortController();
    let made: Value | null = null;
    void (async () => {
      try {
        const value = await read(control.signal);
        if (value === null) return;
        if (control.signal.aborted) release(value);
        else {
          made = value;
          setResult({ state: 'read', value });
        }
      } catch (thrown) {
        if (control.signal.aborted) return;
        const { title, text } = errorWords(deskErrorOf(thrown));
        setResult({ state: 'failed', words: `${title}. ${text}` });
      }
    })();
    return () => {
      control.abort();
      if (made !== null) release(made);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- one file for the life of the part: another one has another key
  }, []);
  return result;
}
