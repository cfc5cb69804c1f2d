import { Session } from 'node:inspector';

/** Nothing was asked for so long: nobody waits while memory is sorted. */
const quietMs = 1000;

function heldBytes(): number {
  const { heapTotal, external } = process.memoryUsage();
  return heapTotal + external;
}

/**
 * Gives memory back to the system after a burst of work (the first screen, a vault opened, a long document exported):
 * V8 itself keeps what the burst took for as long as little else happens, which here is most of the day.
 * @param worthBytes what V8 may keep for the next burst before it is asked back
 * @param before gives back what V8 does not hold
 * @returns does a piece of work; memory is given back when none was done for a while
 */
export function givingBackMemory(
  worthBytes: number,
  before: () => void = () => undefined,
): <T>(work: () => Promise<T>) => Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let working = 0;
  let kept = 0;
  const rest = (): void => {
    if (heldBytes() - kept < worthBytes) return;
    before();
    // The inspector of this process itself, without a port: the one door to a full collection that needs no flag.
    const inspector = new Session();
    inspector.connect();
    inspector.post('HeapProfiler.collectGarbage', () => {
      kept = heldBytes();
      // Parting inside the callback would leave this process deaf for ever.
      setImmediate(() => inspector.disconnect());
    });
  };
  return async (work) => {
    clearTimeout(timer);
    working += 1;
    try {
      return await work();
    } finally {
      working -= 1;
      if (working === 0) timer = setTimeout(rest, quietMs).unref();
    }
  };
}
