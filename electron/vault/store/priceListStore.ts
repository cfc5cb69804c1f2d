import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { PriceListItemId } from '../../../shared/domain/ids.ts';
import { PriceListDraft, PriceListItem } from '../../../shared/domain/priceListItem.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { columns, fromRow, markDeleted, refuseUnsaved, toParams } from './rows.ts';

const fields = columns([...Object.keys(PriceListDraft.shape), 'searchKey']);
const own = columns(Object.keys(PriceListDraft.shape));
const json = ['vatRate'];
const shownAtMost = 300;

const paramsOf = (draft: PriceListDraft) => ({
  ...toParams(draft),
  // A rate is JSON text because it is a number or the word `none`.
  vatRate: JSON.stringify(draft.vatRate),
  searchKey: foldText(`${draft.article} ${draft.name} ${draft.group}`),
});

const Count = z.object({ count: z.int() });
const like = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/**
 * Items whose article, name or group hold every typed word, by group and name; the first three hundred. `found` counts
 * them all, `total` the whole list.
 */
export function searchPriceList(
  db: ReadableDb,
  query: string,
): { items: PriceListItem[]; found: number; total: number } {
  const words = foldText(query).split(' ').filter(Boolean).slice(0, 8);
  const conditions = words.map((_word, at) => String.raw`AND searchKey LIKE :word${at} ESCAPE '\'`).join(' ');
  const params = Object.fromEntries(words.map((word, at) => [`word${at}`, like(word)]));
  const from = /* sql */ `FROM price_items WHERE deletedAtMs IS NULL ${conditions}`;
  const rows = db
    .prepare(/* sql */ `
      SELECT id, revision, ${own.names} ${from} ORDER BY "group", name, id LIMIT ${shownAtMost}`)
    .all(params);
  const { count: found } = Count.parse(db.prepare(/* sql */ `SELECT count(*) AS count ${from}`).get(params));
  const total = Count.parse(
    db.prepare(/* sql */ `SELECT count(*) AS count FROM price_items WHERE deletedAtMs IS NULL`).get(),
  ).count;
  return { items: rows.map((row) => PriceListItem.parse(fromRow(row, json))), found, total };
}

/** Every item that is not deleted: an import compares a file with them. */
export function listPriceItems(db: ReadableDb): PriceListItem[] {
  return db
    .prepare(/* sql */ `SELECT id, revision, ${own.names} FROM price_items WHERE deletedAtMs IS NULL`)
    .all()
    .map((row) => PriceListItem.parse(fromRow(row, json)));
}

const Taken = z.object({ name: z.string() }).optional();

function refuseTakenArticle(db: ReadableDb, draft: PriceListDraft, id: string): void {
  if (draft.article === '') return;
  const other = Taken.parse(
    db
      .prepare(/* sql */ `
        SELECT name FROM price_items WHERE article = :article AND id <> :id AND deletedAtMs IS NULL`)
      .get({ article: draft.article, id }),
  );
  if (other !== undefined) throw new AppError('articleTaken', 'an item has this article');
}

/** Throws articleTaken. */
export function createPriceItem(
  db: WritableDb,
  draft: PriceListDraft,
): { id: PriceListItemId; revision: number } {
  const id = PriceListItemId.parse(randomUUID());
  refuseTakenArticle(db, draft, id);
  db.prepare(/* sql */ `
    INSERT INTO price_items (id, revision, ${fields.names}) VALUES (:id, 1, ${fields.params})`).run({
    ...paramsOf(draft),
    id,
  });
  return { id, revision: 1 };
}

/** Answers the new revision. Throws articleTaken, notFound or staleRevision. */
export function savePriceItem(
  db: WritableDb,
  id: PriceListItemId,
  baseRevision: number,
  draft: PriceListDraft,
): number {
  refuseTakenArticle(db, draft, id);
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE price_items SET ${fields.sets}, revision = revision + 1
      WHERE id = :id AND revision = :baseRevision AND deletedAtMs IS NULL`)
    .run({ ...paramsOf(draft), id, baseRevision });
  if (changes === 0) refuseUnsaved(db, 'price_items', id, baseRevision);
  return baseRevision + 1;
}

export function deletePriceItem(db: WritableDb, id: PriceListItemId, nowMs: number): void {
  markDeleted(db, 'price_items', id, nowMs);
}

/** Brings a deleted item back. Throws notFound; articleTaken when another item has its article by now. */
export function restorePriceItem(db: WritableDb, id: PriceListItemId): void {
  const row = db
    .prepare(/* sql */ `SELECT id, revision, ${own.names} FROM price_items WHERE id = :id`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such item');
  refuseTakenArticle(db, PriceListItem.parse(fromRow(row, json)), id);
  db.prepare(/* sql */ `UPDATE price_items SET deletedAtMs = NULL WHERE id = :id`).run({ id });
}
