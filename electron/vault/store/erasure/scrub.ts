import { readSetting, saveSetting } from '../libraryStore.ts';
import type { ReadableDb, WritableDb } from '../openDatabase.ts';
import { forgetInSearch } from '../searchIndex.ts';

// An erasure is finished only when neither the file's free space, nor the search index, nor the copies hold anything of
// it. That cannot be done within its transaction, so it is asked for here and done after it; a program that ended in
// between does it when the vault opens next.

const setting = 'scrubWanted';

/** `file` = the open file alone, `copies` = also all copies of the vault. */
export type ScrubScope = 'file' | 'copies';

/** What was asked and not done yet; null = nothing. */
export function scrubWanted(db: ReadableDb): ScrubScope | null {
  const wanted = readSetting(db, setting);
  return wanted === 'file' || wanted === 'copies' ? wanted : null;
}

/** Asks for a scrub, in the transaction of the erasure; the wider scope stays asked for. */
export function askScrub(db: WritableDb, scope: ScrubScope): void {
  if (scrubWanted(db) !== 'copies') saveSetting(db, setting, scope);
}

/** Says that what was asked is done. */
export function dropScrub(db: WritableDb): void {
  db.prepare(/* sql */ `DELETE FROM settings WHERE name = :setting`).run({ setting });
}

/** Rewrites the search: what was taken out of it leaves its old pages and its vocabulary only then. */
export function rewriteIndexes(db: WritableDb): void {
  forgetInSearch(db);
}
