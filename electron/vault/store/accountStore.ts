import { randomUUID } from 'node:crypto';
import { Account, AccountDraft, type NewAccountDraft } from '../../../shared/domain/account.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { refuseCycle } from './accountFamily.ts';
import { refreshSummary } from './accountSummary.ts';
import { vaultCurrency } from './deliverySums.ts';
import { keepFieldChanges } from './fieldNoteStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import {
  columns,
  fromRow,
  markDeleted,
  markRestored,
  refuseUnsaved,
  requireAccount,
  requireLiveAccount,
  toParams,
} from './rows.ts';

const fields = columns(Object.keys(AccountDraft.shape));
const jsonColumns = ['types', 'criteria', 'threeP', 'profile', 'details', 'requisites'];

/** A client company. Throws notFound for a missing or deleted one. */
export function readAccount(db: ReadableDb, id: AccountId): Account {
  const row = db
    .prepare(/* sql */ `
      SELECT id, revision, createdAtMs, savedAtMs, ${fields.names} FROM accounts WHERE id = :id AND deletedAtMs IS NULL`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such account');
  return Account.parse(fromRow(row, jsonColumns));
}

/** Adds a client; `id` is given only by the example, whose ids follow from its keys. */
export function createAccount(
  db: WritableDb,
  draft: NewAccountDraft,
  nowMs: number,
  id: AccountId = AccountId.parse(randomUUID()),
): { id: AccountId; revision: number } {
  if (draft.parentAccountId !== null) requireLiveAccount(db, draft.parentAccountId);
  const currency = draft.currency ?? vaultCurrency(db);
  db.prepare(/* sql */ `
    INSERT INTO accounts (id, revision, createdAtMs, savedAtMs, ${fields.names})
    VALUES (:id, 1, :nowMs, :nowMs, ${fields.params})`).run({
    ...toParams({ ...draft, currency }),
    id,
    nowMs,
  });
  refreshSummary(db, id);
  return { id, revision: 1 };
}

/**
 * Answers the new revision. With `putsBack` the facts that change come back from before, with how they were known then.
 * Throws notFound or staleRevision; notFound also for a parent that is not there.
 */
export function saveAccount(
  db: WritableDb,
  id: AccountId,
  baseRevision: number,
  draft: AccountDraft,
  nowMs: number,
  putsBack = false,
): number {
  if (draft.parentAccountId !== null) {
    requireAccount(db, draft.parentAccountId);
    refuseCycle(db, id, draft.parentAccountId);
  }
  const before = readAccount(db, id);
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE accounts SET ${fields.sets}, revision = revision + 1, savedAtMs = :nowMs
      WHERE id = :id AND revision = :baseRevision AND deletedAtMs IS NULL`)
    .run({ ...toParams(draft), id, baseRevision, nowMs });
  if (changes === 0) refuseUnsaved(db, 'accounts', id, baseRevision);
  keepFieldChanges(db, id, before, draft, nowMs, putsBack);
  refreshSummary(db, id);
  return baseRevision + 1;
}

/** Marks the account deleted. What belongs to it stays and is hidden with it; its proposals stay readable. */
export function deleteAccount(db: WritableDb, id: AccountId, nowMs: number): void {
  markDeleted(db, 'accounts', id, nowMs);
}

/** Brings the account back with all that belongs to it. */
export function restoreAccount(db: WritableDb, id: AccountId): void {
  markRestored(db, 'accounts', id);
  refreshSummary(db, id);
}
