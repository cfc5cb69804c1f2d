import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JobPhase, JobProgress } from '../../../shared/ipc/jobProgress.ts';
import { AppError } from '../../../shared/ipc/reply.ts';

// Jobs that run now, by the id the window gave them, and whether they were asked to stop.
const running = new Map<string, { stopped: boolean }>();
/** Oftener a progress bar does not move for the eye. */
const tellEveryMs = 60;

/** Long work that can be watched and stopped. */
export type Job = {
  /** Throws `cancelled` when the user has stopped the work. */
  check(): void;
  /** Says how far the phase is, 0–1. */
  tell(phase: JobPhase, share: number): void;
  /** Runs a piece of work in small turns, between which other calls are answered. Throws `cancelled`. */
  run<Result>(phase: JobPhase, total: number, work: Generator<number, Result>): Promise<Result>;
};

/** Runs work that the window can watch under `jobId` and stop by {@link stopJob}. */
export async function withJob<Result>(
  jobId: string,
  tell: (progress: JobProgress) => void,
  work: (job: Job) => Promise<Result>,
): Promise<Result> {
  const state = { stopped: false };
  running.set(jobId, state);
  let lastTold = 0;
  const job: Job = {
    check() {
      if (state.stopped) throw new AppError('cancelled', 'the work was stopped');
    },
    tell(phase, share) {
      const now = performance.now();
      if (now - lastTold < tellEveryMs) return;
      lastTold = now;
      tell({ jobId, phase, share });
    },
    async run(phase, total, pieces) {
      let turn = performance.now();
      for (;;) {
        const next = pieces.next();
        if (next.done === true) return next.value;
        if (performance.now() - turn < 15) continue;
        job.tell(phase, next.value / Math.max(1, total));
        // oxlint-disable-next-line no-await-in-loop -- the others' turn between pieces of work
        await nextTurn();
        job.check();
        turn = performance.now();
      }
    },
  };
  try {
    return await work(job);
  } finally {
    running.delete(jobId);
  }
}

/** Asks a job to stop; false = there is no such job any more. */
export function stopJob(jobId: string): boolean {
  const state = running.get(jobId);
  if (state !== undefined) state.stopped = true;
  return state !== undefined;
}
