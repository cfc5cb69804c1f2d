import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../../shared/ipc/reply.ts';
import { writeAtomically } from '../store/atomicWrite.ts';

const Failures = z.strictObject({ count: z.int().min(0).max(1_000_000), lastAtMs: z.int() });

export type AttemptClock = {
  /** UTC milliseconds; may jump. */
  nowMs(): number;
  /** Milliseconds that only grow. */
  monotonicMs(): number;
};

/** Waiting after so many wrong passwords in a row: none up to four, then 2, 4, 8, 16 and 30 seconds. */
function waitMs(count: number): number {
  return count < 5 ? 0 : Math.min(30_000, 2000 * 2 ** (count - 5));
}

/** Slows guessing at the lock screen. It lasts over a restart: the count lies in a small file beside the header. */
export type Attempts = {
  /** How long to wait before the next try. */
  retryAfterMs(): number;
  /** Throws tooManyAttempts with `seconds`. */
  refuseTooMany(): void;
  countFailure(): void;
  forget(): void;
};

export function openAttempts(path: string, clock: AttemptClock): Attempts {
  let count = 0;
  let openAtMs = 0;
  try {
    const failures = Failures.parse(JSON.parse(readFileSync(path, 'utf8')));
    count = failures.count;
    // A clock set back must not lengthen the wait, nor one set forward shorten it below zero.
    const passedMs = Math.max(0, clock.nowMs() - failures.lastAtMs);
    openAtMs = clock.monotonicMs() + Math.max(0, waitMs(count) - passedMs);
  } catch {
    // No file, no failures; a damaged one is worth no more than that.
  }
  const retryAfterMs = () => Math.max(0, Math.ceil(openAtMs - clock.monotonicMs()));
  return {
    retryAfterMs,
    refuseTooMany() {
      const left = retryAfterMs();
      if (left > 0) throw new AppError('tooManyAttempts', 'wait', { seconds: Math.ceil(left / 1000) });
    },
    countFailure() {
      count += 1;
      openAtMs = clock.monotonicMs() + waitMs(count);
      try {
        writeAtomically(path, JSON.stringify({ count, lastAtMs: clock.nowMs() }));
      } catch {
        // A read-only folder must not turn a wrong password into another error.
      }
    },
    forget() {
      if (count === 0) return;
      count = 0;
      openAtMs = 0;
      rmSync(path, { force: true });
    },
  };
}
