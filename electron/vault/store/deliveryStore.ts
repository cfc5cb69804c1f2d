import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Delivery, DeliveryDraft } from '../../../shared/domain/delivery.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { DeliveryId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { refreshSummary } from './accountSummary.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { accountIdOf, columns, markDeleted, markRestored, requireLiveAccount, toParams } from './rows.ts';

const fields = columns(Object.keys(DeliveryDraft.shape));

/** Deliveries to a client, the newest first. */
export function listDeliveries(db: ReadableDb, accountId: AccountId): Delivery[] {
  return db
    .prepare(/* sql */ `
      SELECT id, ${fields.names} FROM deliveries
      WHERE accountId = :accountId AND deletedAtMs IS NULL ORDER BY deliveredOn DESC, id`)
    .all({ accountId })
    .map((row) => Delivery.parse(row));
}

/** Adds a delivery without counting the summary anew, for many in one go. Throws notFound or accountDeleted. */
export function insertDelivery(
  db: WritableDb,
  draft: DeliveryDraft,
  id: DeliveryId = DeliveryId.parse(randomUUID()),
): { id: DeliveryId } {
  requireLiveAccount(db, draft.accountId);
  db.prepare(/* sql */ `INSERT INTO deliveries (id, ${fields.names}) VALUES (:id, ${fields.params})`).run({
    ...toParams(draft),
    id,
  });
  return { id };
}

/** Throws notFound or accountDeleted. */
export function createDelivery(db: WritableDb, draft: DeliveryDraft): { id: DeliveryId } {
  const made = insertDelivery(db, draft);
  refreshSummary(db, draft.accountId);
  return made;
}

/**
 * Adds a great many deliveries of one import, to accounts that are known to live, without counting summaries anew. In
 * the order of the indexes, so that each of their pages is written once.
 */
export function insertDeliveries(db: WritableDb, drafts: readonly DeliveryDraft[], importId: number): void {
  const insert = db.prepare(/* sql */ `
    INSERT INTO deliveries (id, importId, ${fields.names}) VALUES (:id, :importId, ${fields.params})`);
  const ids = drafts.map(() => randomUUID()).toSorted();
  const order = (draft: DeliveryDraft): string => `${draft.accountId} ${draft.deliveredOn}`;
  const sorted = drafts
    .map((draft) => ({ draft, place: order(draft) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0));
  for (const [at, { draft }] of sorted.entries()) insert.run({ ...draft, importId, id: ids[at] ?? null });
}

/** Saves a delivery without counting the summary anew. Answers its revision. Throws notFound. */
export function updateDelivery(db: WritableDb, id: DeliveryId, draft: DeliveryDraft): number {
  const row = db
    .prepare(/* sql */ `
      UPDATE deliveries SET ${fields.sets}, revision = revision + 1
      WHERE id = :id AND accountId = :accountId AND deletedAtMs IS NULL RETURNING revision`)
    .get({ ...toParams(draft), id });
  if (row === undefined) throw new AppError('notFound', 'no such delivery');
  return z.object({ revision: z.int() }).parse(row).revision;
}

/** A delivery stays with its account. Throws notFound. */
export function saveDelivery(db: WritableDb, id: DeliveryId, draft: DeliveryDraft): void {
  updateDelivery(db, id, draft);
  refreshSummary(db, draft.accountId);
}

export function deleteDelivery(db: WritableDb, id: DeliveryId, nowMs: number): void {
  markDeleted(db, 'deliveries', id, nowMs);
  refreshSummary(db, accountIdOf(db, 'deliveries', id));
}

export function restoreDelivery(db: WritableDb, id: DeliveryId): void {
  markRestored(db, 'deliveries', id);
  refreshSummary(db, accountIdOf(db, 'deliveries', id));
}
