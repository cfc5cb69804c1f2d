import { Session } from 'node:inspector';

/** Nothing was asked for so long: nobody waits while memory is sorted. */
const quietMs = 1000;
/** What V8 may keep for the next burst of work before it is asked back. */
const worthBytes = 16 * 1024 * 1024;

/**
 * Gives memory back to the system after a burst of work (a vault opened, a long document exported): V8 itself keeps
 * what the burst took for as long as little else happens, which here is most of the day.
 * @returns to be called after every piece of work
 */
export function givingBackMemory(): () => void {
  let timer: NodeJS.Timeout | null = null;
  let kept = 0;
  const rest = (): void => {
    timer = null;
    if (process.memoryUsage().heapTotal - kept < worthBytes) return;
    // The inspector of this process itself, without a port: the one door to a full collection that needs no flag.
    const inspector = new Session();
    inspector.connect();
    inspector.post('HeapProfiler.collectGarbage', () => {
      kept = process.memoryUsage().heapTotal;
      // Parting inside the callback would leave this process deaf for ever.
      setImmediate(() => inspector.disconnect());
    });
  };
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(rest, quietMs).unref();
  };
}
