/** Saves what is still on its way to the vault. Must not reject for a save that the user was already told about. */
export type Flush = () => Promise<void>;

const pending = new Set<Flush>();

/** Registers work to finish before the vault locks; returns the function that takes it away. */
export function registerFlush(flush: Flush): () => void {
  pending.add(flush);
  return () => pending.delete(flush);
}

/** Finishes all registered work. One that fails does not keep the others, nor the lock, from happening. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...pending].map((flush) => flush()));
}
