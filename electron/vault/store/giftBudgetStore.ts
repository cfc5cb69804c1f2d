import { GiftBudget } from '../../../shared/domain/giftBudget.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { requireAccount, requireLiveAccount } from './rows.ts';

/** Throws notFound. */
export function readGiftBudget(db: ReadableDb, accountId: AccountId): GiftBudget {
  requireAccount(db, accountId);
  const row = db
    .prepare(/* sql */ `SELECT accountId, yearMinor FROM gift_budgets WHERE accountId = :accountId`)
    .get({ accountId });
  return row === undefined ? { accountId, yearMinor: null } : GiftBudget.parse(row);
}

/** A limit of null takes it away. Throws notFound or accountDeleted. */
export function saveGiftBudget(db: WritableDb, { accountId, yearMinor }: GiftBudget): void {
  requireLiveAccount(db, accountId);
  db.prepare(/* sql */ `DELETE FROM gift_budgets WHERE accountId = :accountId`).run({ accountId });
  if (yearMinor === null) return;
  db.prepare(/* sql */ `INSERT INTO gift_budgets (accountId, yearMinor) VALUES (:accountId, :yearMinor)`).run(
    {
      accountId,
      yearMinor,
    },
  );
}
