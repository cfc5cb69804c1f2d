import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Block, Template } from '../../../shared/domain/template.ts';
import { rebuildSummaries } from '../store/accountSummary.ts';
import { readSetting, replaceShipped, saveSetting } from '../store/libraryStore.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { foldAllSteps, hasUnfolded } from '../store/proposalJournal.ts';
import { rebuildLibraryStems } from '../store/libraryStems.ts';
import { hasUnsettledSearch, rebuildSearch } from '../store/searchIndex.ts';
import { keepTrashDay, needsTrashDay } from '../store/purgeTrash.ts';

/** Raise when folding, stemming or what is searched changes: vaults then build their index anew. */
const searchVersion = '4';
/** Raise when a rule behind `account_summaries` changes: rhythm, completeness. */
const summaryVersion = '2';

type Shipped = {
  readonly version: string;
  readonly files: readonly { readonly folder: string; readonly json: string }[];
};

function readShipped(resourcesDir: string): Shipped {
  const hash = createHash('sha256');
  const files = ['templates', 'blocks'].flatMap((folder) => {
    const path = join(resourcesDir, folder);
    if (!existsSync(path)) return [];
    const names = readdirSync(path)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
    return names.map((name) => {
      const json = readFileSync(join(path, name), 'utf8');
      hash.update(`${folder}/${name}\n${json}\n`);
      return { folder, json };
    });
  });
  return { version: hash.digest('hex'), files };
}

/** A file holds one template or block, or a list of them. */
function itemsOf(shipped: Shipped, folder: string): unknown[] {
  return shipped.files
    .filter((file) => file.folder === folder)
    .flatMap(({ json }): unknown => JSON.parse(json));
}

/** Whether {@link prepareVault} has something to do: most openings change nothing and need no save. */
export function needsPreparing(db: ReadableDb, resourcesDir: string, nowMs: number): boolean {
  return (
    readSetting(db, 'shippedLibrary') !== readShipped(resourcesDir).version ||
    readSetting(db, 'searchVersion') !== searchVersion ||
    readSetting(db, 'summaryVersion') !== summaryVersion ||
    hasUnfolded(db) ||
    needsTrashDay(db, nowMs) ||
    hasUnsettledSearch(db)
  );
}

/**
 * Brings a vault in step with this program after it was made or opened: the shipped templates and blocks, the search
 * index, the summaries, what was typed when the program was ended, and the trash. Runs inside one save. Throws a
 * ZodError when a shipped file is not in the schema.
 */
export function prepareVault(db: WritableDb, resourcesDir: string, nowMs: number): void {
  const shipped = readShipped(resourcesDir);
  if (readSetting(db, 'shippedLibrary') !== shipped.version) {
    const templates = itemsOf(shipped, 'templates').map((item) => Template.parse(item));
    const blocks = itemsOf(shipped, 'blocks').map((item) => Block.parse(item));
    replaceShipped(db, templates, blocks, nowMs);
    saveSetting(db, 'shippedLibrary', shipped.version);
  }
  if (readSetting(db, 'searchVersion') !== searchVersion) {
    rebuildLibraryStems(db);
    rebuildSearch(db);
    saveSetting(db, 'searchVersion', searchVersion);
  }
  if (readSetting(db, 'summaryVersion') !== summaryVersion) {
    rebuildSummaries(db);
    saveSetting(db, 'summaryVersion', summaryVersion);
  }
  foldAllSteps(db);
  if (needsTrashDay(db, nowMs)) keepTrashDay(db, nowMs);
}
