import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobProgress } from '../../../../shared/ipc/jobProgress.ts';
import { call, deskErrorOf, notifyError, onWindowEvent } from '../../../app/desk.ts';

/** Long work of the vault as the window sees it. */
export type JobView = {
  /** Null = nothing runs. */
  readonly progress:
    | (Pick<JobProgress, 'share'> & { readonly phase: JobProgress['phase'] | 'waiting' | 'stopping' })
    | null;
  /**
   * Starts work under a new id; what ran before is stopped. Undefined = stopped, or failed and said so. Work that was
   * already done when it was stopped is given to `takeBack`, since its last piece cannot be interrupted; `onStopped`
   * hears when nothing of the work is left.
   */
  run<Value>(
    work: (jobId: string) => Promise<Value>,
    takeBack?: (value: Value) => Promise<unknown>,
    onStopped?: () => void,
  ): Promise<Value | undefined>;
  /** Asks for an end; what runs is over when `progress` is null. */
  stop(): void;
};

type Running = { readonly jobId: string; stopped: boolean };

/** Runs one piece of long work at a time and follows how far it is. */
export function useJob(): JobView {
  const [progress, setProgress] = useState<JobView['progress']>(null);
  const running = useRef<Running | null>(null);
  useEffect(
    () =>
      onWindowEvent('job.progress', ({ jobId, phase, share }) => {
        const now = running.current;
        if (now?.jobId === jobId && !now.stopped) setProgress({ phase, share });
      }),
    [],
  );
  const stop = useCallback(() => {
    const now = running.current;
    if (now === null || now.stopped) return;
    now.stopped = true;
    setProgress((before) => (before === null ? null : { ...before, phase: 'stopping' }));
    call('imports.stop', { jobId: now.jobId }).catch(() => undefined);
  }, []);
  // A dialog that closes leaves nothing running.
  useEffect(() => stop, [stop]);
  const run = useCallback(
    async <Value>(
      work: (jobId: string) => Promise<Value>,
      takeBack?: (value: Value) => Promise<unknown>,
      onStopped?: () => void,
    ): Promise<Value | undefined> => {
      stop();
      const mine: Running = { jobId: crypto.randomUUID(), stopped: false };
      running.current = mine;
      setProgress({ phase: 'waiting', share: 0 });
      try {
        const value = await work(mine.jobId);
        if (!mine.stopped) return value;
        await takeBack?.(value);
        onStopped?.();
        return undefined;
      } catch (thrown) {
        if (deskErrorOf(thrown).code !== 'cancelled') notifyError(thrown);
        else if (mine.stopped) onStopped?.();
        return undefined;
      } finally {
        if (running.current === mine) {
          running.current = null;
          setProgress(null);
        }
      }
    },
    [stop],
  );
  return { progress, run, stop };
}
