import { randomUUID } from 'node:crypto';
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

/** A delivery stays with its account. Throws notFound. */
export function saveDelivery(db: WritableDb, id: DeliveryId, draft: DeliveryDraft): void {
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE deliveries SET ${fields.sets} WHERE id = :id AND accountId = :accountId AND deletedAtMs IS NULL`)
    .run({ ...toParams(draft), id });
  if (changes === 0) throw new AppError('notFound', 'no such delivery');
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
