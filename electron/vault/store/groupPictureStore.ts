import { z } from 'zod';
import { Picture } from '../../../shared/domain/company.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { requireLiveAccount } from './rows.ts';

const Row = z.object({ picture: z.string() }).optional();

/** The map of a client's group as it was put into the meeting sheet; null = it was not. */
export function readGroupPicture(db: ReadableDb, accountId: AccountId): Picture | null {
  const row = Row.parse(
    db
      .prepare(/* sql */ `SELECT picture FROM group_pictures WHERE accountId = :accountId`)
      .get({ accountId }),
  );
  return row === undefined ? null : Picture.parse(JSON.parse(row.picture));
}

/** Keeps a picture over the one before; null takes it away. Throws notFound or accountDeleted. */
export function keepGroupPicture(
  db: WritableDb,
  accountId: AccountId,
  picture: Picture | null,
  nowMs: number,
): void {
  requireLiveAccount(db, accountId);
  if (picture === null) {
    db.prepare(/* sql */ `DELETE FROM group_pictures WHERE accountId = :accountId`).run({ accountId });
    return;
  }
  db.prepare(/* sql */ `
    INSERT INTO group_pictures (accountId, savedAtMs, picture) VALUES (:accountId, :nowMs, :picture)
    ON CONFLICT (accountId) DO UPDATE SET savedAtMs = :nowMs, picture = :picture`).run({
    accountId,
    nowMs,
    picture: JSON.stringify(picture),
  });
}
