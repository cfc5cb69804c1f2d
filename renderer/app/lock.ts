import { call, notifyError } from './desk.ts';
import { flushAll } from './flush.ts';

let locking = false;

/** Saves what is on its way and locks; the shell then ends this window. */
export async function lockVault(): Promise<void> {
  if (locking) return;
  locking = true;
  // A field that saves itself when it is left is left now.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  try {
    await flushAll();
    await call('shell.lock', {});
  } catch (thrown) {
    notifyError(thrown);
  } finally {
    locking = false;
  }
}
