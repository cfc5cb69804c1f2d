import { notifyDone, notifyUndo } from '../ui/notifyUndo.tsx';
import { call, notifyError, queryClient } from './desk.ts';
import { translate } from './i18n.ts';

/** Everything the window remembers of the vault is out of date: work on many rows touches lists of every kind. */
export async function invalidateAll(): Promise<void> {
  await queryClient.invalidateQueries();
}

/** Takes a deed back and says how it went. */
export async function undoDeed(deedId: string): Promise<void> {
  try {
    const { kept } = await call('bulk.undo', { deedId });
    await invalidateAll();
    notifyDone(kept === 0 ? translate('bulk:undone') : translate('bulk:undoneKept', { count: kept }));
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** Says what was done to many and offers to take it back. */
export function notifyDeed(text: string, deedId: string | null): void {
  if (deedId === null) notifyDone(translate('bulk:nothing'));
  else notifyUndo(text, () => void undoDeed(deedId));
}
