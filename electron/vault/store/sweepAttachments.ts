import type { AttachmentId } from '../../../shared/domain/ids.ts';
import type { AttachmentFiles } from './attachmentFiles.ts';
import { attachmentIds } from './attachmentStore.ts';
import { listBackups, readBackup } from './backups.ts';
import type { ReadableDb } from './openDatabase.ts';

/**
 * Removes files that nothing speaks of: neither a row of the vault nor one of any kept backup. Such are left by a
 * program that ended between file and row, by rows dropped for good, and by backups that the ring let go. Backups are
 * opened only where there is such a file; one that cannot be read might need everything, and then nothing is removed. The
 * same holds for a database that a restore set aside: it is left as it was found, unopened.
 */
export function sweepAttachments(
  db: ReadableDb,
  files: AttachmentFiles,
  backups: { readonly folder: string; readonly pageKey: Buffer; readonly setAside: boolean },
): void {
  const known = new Set(attachmentIds(db));
  let unneeded = files.stored().filter((id) => !known.has(id) && !files.incoming.has(id));
  if (backups.setAside) return;
  for (const backup of listBackups(backups.folder)) {
    if (unneeded.length === 0) return;
    let needed: ReadonlySet<AttachmentId>;
    try {
      needed = readBackup(
        backup.path,
        backups.pageKey,
        (copy) => new Set(hasTable(copy) ? attachmentIds(copy) : []),
      );
    } catch {
      return;
    }
    unneeded = unneeded.filter((id) => !needed.has(id));
  }
  files.erase(unneeded);
}

/** A backup made before there were attachments. */
function hasTable(db: ReadableDb): boolean {
  const found = db
    .prepare(/* sql */ `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'attachments'`)
    .get();
  return found !== undefined;
}
