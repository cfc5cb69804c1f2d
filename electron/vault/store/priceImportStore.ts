import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { PriceListItemId } from '../../../shared/domain/ids.ts';
import { PriceListDraft } from '../../../shared/domain/priceListItem.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { deletePriceItem, savePriceItem } from './priceListStore.ts';

/** What an import did to one item; `before` null = it added the item. */
export type ImportChange = {
  readonly id: PriceListItemId;
  readonly before: PriceListDraft | null;
  readonly revision: number;
};

/** Writes down an import and how every item stood before it. Answers its id. */
export function keepImport(
  db: WritableDb,
  fileName: string,
  changes: readonly ImportChange[],
  nowMs: number,
): string {
  const id = randomUUID();
  const added = changes.filter(({ before }) => before === null).length;
  db.prepare(/* sql */ `
    INSERT INTO price_imports (id, importedAtMs, fileName, added, changed)
    VALUES (:id, :nowMs, :fileName, :added, :changed)`).run({
    id,
    nowMs,
    fileName,
    added,
    changed: changes.length - added,
  });
  const keep = db.prepare(/* sql */ `
    INSERT INTO price_import_changes (importId, itemId, before, revision)
    VALUES (:id, :itemId, :before, :revision)`);
  for (const { id: itemId, before, revision } of changes)
    keep.run({ id, itemId, before: before === null ? null : JSON.stringify(before), revision });
  return id;
}

const LastImport = z
  .object({
    id: z.string(),
    importedAtMs: z.int(),
    fileName: z.string(),
    added: z.int(),
    changed: z.int(),
  })
  .optional();

/** The last import, unless it was taken back; null = none. */
export function lastImport(db: ReadableDb): NonNullable<z.infer<typeof LastImport>> | null {
  const row = db
    .prepare(/* sql */ `
      SELECT id, importedAtMs, fileName, added, changed FROM price_imports
      WHERE undoneAtMs IS NULL ORDER BY importedAtMs DESC, rowid DESC LIMIT 1`)
    .get();
  return LastImport.parse(row) ?? null;
}

const Change = z.object({
  itemId: PriceListItemId,
  before: z.string().nullable(),
  revision: z.int(),
  now: z.int(),
  deletedAtMs: z.int().nullable(),
});

/**
 * Takes a whole import back: what it added goes, what it changed stands as before. Items that were changed since stay
 * as they are and are counted as `kept`. Throws notFound when there is no such import or it was taken back already.
 */
export function undoImport(db: WritableDb, id: string, nowMs: number): { restored: number; kept: number } {
  const { changes: marked } = db
    .prepare(/* sql */ `UPDATE price_imports SET undoneAtMs = :nowMs WHERE id = :id AND undoneAtMs IS NULL`)
    .run({ id, nowMs });
  if (marked === 0) throw new AppError('notFound', 'no such import');
  const rows = db
    .prepare(/* sql */ `
      SELECT c.itemId, c.before, c.revision, i.revision AS now, i.deletedAtMs
      FROM price_import_changes c JOIN price_items i ON i.id = c.itemId WHERE c.importId = :id`)
    .all({ id })
    .map((row) => Change.parse(row));
  let kept = 0;
  const untouched = rows.filter(({ revision, now, deletedAtMs }) => revision === now && deletedAtMs === null);
  kept = rows.length - untouched.length;
  // What was added goes first: its article may be the one that a changed item gets back.
  for (const { itemId, before } of untouched) if (before === null) deletePriceItem(db, itemId, nowMs);
  for (const { itemId, before, now } of untouched)
    if (before !== null) savePriceItem(db, itemId, now, PriceListDraft.parse(JSON.parse(before)));
  return { restored: untouched.length, kept };
}
