import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobProgress } from '../../../../shared/ipc/jobProgress.ts';
import { call, deskErrorOf, notifyError, onWindowEvent } from '../../../app/desk.ts';

/** Long work of the vault as the window sees it. */
export type JobView = {
  /** Null = nothing runs. */
  readonly progress:
    | (Pick<JobProgress, 'share'> & { readonly phase: JobProgress['phase'] | 'waiting' })
    | null;
  /** Starts work under a new id; what ran before is stopped. Undefined = stopped, or failed and said so. */
  run<Value>(work: (jobId: string) => Promise<Value>): Promise<Value | undefined>;
  stop(): void;
};

/** Runs one piece of long work at a time and follows how far it is. */
export function useJob(): JobView {
  const [progress, setProgress] = useState<JobView['progress']>(null);
  const running = useRef<string | null>(null);
  useEffect(
    () =>
      onWindowEvent('job.progress', ({ jobId, phase, share }) => {
        if (jobId === running.current) setProgress({ phase, share });
      }),
    [],
  );
  const stop = useCallback(() => {
    const jobId = running.current;
    running.current = null;
    setProgress(null);
    if (jobId !== null) call('imports.stop', { jobId }).catch(() => undefined);
  }, []);
  // A dialog that closes leaves nothing running.
  useEffect(() => stop, [stop]);
  const run = useCallback(
    async <Value>(work: (jobId: string) => Promise<Value>): Promise<Value | undefined> => {
      stop();
      const jobId = crypto.randomUUID();
      running.current = jobId;
      setProgress({ phase: 'waiting', share: 0 });
      try {
        const value = await work(jobId);
        return running.current === jobId ? value : undefined;
      } catch (thrown) {
        if (running.current === jobId && deskErrorOf(thrown).code !== 'cancelled') notifyError(thrown);
        return undefined;
      } finally {
        if (running.current === jobId) {
          running.current = null;
          setProgress(null);
        }
      }
    },
    [stop],
  );
  return { progress, run, stop };
}
