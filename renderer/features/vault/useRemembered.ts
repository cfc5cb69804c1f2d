import { useEffect, useEffectEvent, useState } from 'react';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { call } from '../../app/call.ts';

export type Remembered = OutputOf<'shell.remembered'>;

/** What a shell that cannot answer remembers. */
const nothing: Remembered = { isPossible: false, opensByItself: false, vaults: [] };

/**
 * What this computer remembers; null until the shell has answered.
 * @param isAwaited the screen cannot be used without it; else it is asked when the first screen is done
 * @param turn asks again when it changes
 */
export function useRemembered(
  isAwaited: boolean,
  turn: number,
  onAnswer: (answer: Remembered) => void,
): Remembered | null {
  const [known, setKnown] = useState<Remembered | null>(null);
  const hear = useEffectEvent(onAnswer);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const answer = await call('shell.remembered', {}).catch(() => nothing);
      if (gone) return;
      setKnown(answer);
      hear(answer);
    };
    const idle = isAwaited ? null : requestIdleCallback(() => void ask(), { timeout: 500 });
    if (isAwaited) void ask();
    return () => {
      gone = true;
      if (idle !== null) cancelIdleCallback(idle);
    };
  }, [isAwaited, turn]);
  return known;
}
