import { useEffect, useState } from 'react';

const tickMs = 250;

/** Whole seconds left of a wait, and the function that starts one (milliseconds). Counts by the clock, not by ticks. */
export function useCountdown(initialMs: number): readonly [number, (waitMs: number) => void] {
  const [endsAtMs, setEndsAtMs] = useState(() => Date.now() + initialMs);
  const [nowMs, setNowMs] = useState(() => Date.now());
  const waiting = endsAtMs > nowMs;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [waiting]);
  const start = (waitMs: number) => {
    const now = Date.now();
    setNowMs(now);
    setEndsAtMs(now + waitMs);
  };
  return [Math.max(0, Math.ceil((endsAtMs - nowMs) / 1000)), start];
}
