import { powerMonitor } from 'electron';
import type { Desk } from './desk.ts';
import { preferences } from './preferences.ts';

/** Locks on sleep, on the system's own lock and after idle minutes. The system counts idle time, not the clock. */
export function startAutoLock(desk: Desk): void {
  const lock = (): void => void desk.lock();
  powerMonitor.on('suspend', lock);
  // Not on Linux: there the idle time alone decides.
  powerMonitor.on('lock-screen', lock);

  const look = (): void => {
    const limit = preferences().lockAfterMinutes * 60;
    const idle = limit === 0 || !desk.isOpen() ? 0 : powerMonitor.getSystemIdleTime();
    if (limit > 0 && idle >= limit) lock();
    // Looks again when the limit could be reached at the earliest, and at least every half minute: it may be changed.
    const seconds = limit === 0 ? 30 : Math.min(30, Math.max(1, limit - idle));
    setTimeout(look, seconds * 1000);
  };
  look();
}
