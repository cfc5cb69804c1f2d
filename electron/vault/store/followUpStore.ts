import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { FollowUpKind } from '../../../shared/domain/followUp.ts';
import { FollowUp, FollowUpDraft } from '../../../shared/domain/followUp.ts';
import type { AccountId, ProposalId } from '../../../shared/domain/ids.ts';
import { FollowUpId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { columns, requireLiveAccount, requireOfAccount, toParams } from './rows.ts';

const fields = columns(Object.keys(FollowUpDraft.shape));

/** Follow-ups of a client, or of all; open ones first, by their day. */
export function listFollowUps(db: ReadableDb, accountId: AccountId | null): FollowUp[] {
  return db
    .prepare(/* sql */ `
      SELECT id, ${fields.names} FROM follow_ups
      WHERE deletedAtMs IS NULL AND (:accountId IS NULL OR accountId = :accountId)
        AND accountId IN (SELECT id FROM accounts
          WHERE deletedAtMs IS NULL AND (archivedAtMs IS NULL OR :accountId IS NOT NULL))
      ORDER BY doneOn IS NOT NULL, dueOn, createdAtMs, id`)
    .all({ accountId })
    .map((row) => FollowUp.parse(row));
}

/** Throws notFound or accountDeleted; `id` is given only by the example. */
export function createFollowUp(
  db: WritableDb,
  draft: FollowUpDraft,
  nowMs: number,
  id: FollowUpId = FollowUpId.parse(randomUUID()),
): { id: FollowUpId } {
  requireLiveAccount(db, draft.accountId);
  if (draft.proposalId !== null) requireOfAccount(db, 'proposals', draft.accountId, [draft.proposalId]);
  if (draft.personId !== null) requireOfAccount(db, 'people', draft.accountId, [draft.personId]);
  db.prepare(/* sql */ `
    INSERT INTO follow_ups (id, createdAtMs, ${fields.names}) VALUES (:id, :nowMs, ${fields.params})`).run({
    ...toParams(draft),
    id,
    nowMs,
  });
  return { id };
}

/** Throws notFound. */
export function setFollowUpDone(db: WritableDb, id: FollowUpId, doneOn: CalendarDate | null): void {
  const { changes } = db
    .prepare(/* sql */ `UPDATE follow_ups SET doneOn = :doneOn WHERE id = :id AND deletedAtMs IS NULL`)
    .run({ id, doneOn });
  if (changes === 0) throw new AppError('notFound', 'no such follow-up');
}

/** Whether a proposal's follow-up was planned and something of it is still open. */
export function hasFollowUps(db: ReadableDb, proposalId: ProposalId): boolean {
  const row = db
    .prepare(/* sql */ `
      SELECT 1 FROM follow_ups
      WHERE proposalId = :proposalId AND kind <> 'custom' AND doneOn IS NULL AND deletedAtMs IS NULL`)
    .get({ proposalId });
  return row !== undefined;
}

/** Takes the open steps of a proposal away that were planned by mistake. */
export function dropOpenSteps(db: WritableDb, proposalId: ProposalId, nowMs: number): void {
  db.prepare(/* sql */ `
    UPDATE follow_ups SET deletedAtMs = :nowMs
    WHERE proposalId = :proposalId AND kind <> 'custom' AND doneOn IS NULL AND deletedAtMs IS NULL`).run({
    proposalId,
    nowMs,
  });
}

/** Marks open follow-ups of a proposal done. */
export function closeFollowUps(
  db: WritableDb,
  proposalId: ProposalId,
  kinds: readonly FollowUpKind[],
  doneOn: CalendarDate,
): void {
  db.prepare(/* sql */ `
    UPDATE follow_ups SET doneOn = :doneOn
    WHERE proposalId = :proposalId AND doneOn IS NULL AND deletedAtMs IS NULL
      AND kind IN (SELECT value FROM json_each(:kinds))`).run({
    proposalId,
    doneOn,
    kinds: JSON.stringify(kinds),
  });
}
