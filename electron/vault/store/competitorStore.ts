import { randomUUID } from 'node:crypto';
import { Competitor, CompetitorDraft } from '../../../shared/domain/competitor.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { CompetitorId } from '../../../shared/domain/ids.ts';
import { refreshSummary } from './accountSummary.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import {
  accountIdOf,
  columns,
  markDeleted,
  markRestored,
  refuseUnsaved,
  requireLiveAccount,
  toParams,
} from './rows.ts';

const fields = columns(Object.keys(CompetitorDraft.shape));

/** Competitors at a client, the largest share first. */
export function listCompetitors(db: ReadableDb, accountId: AccountId): Competitor[] {
  return db
    .prepare(/* sql */ `
      SELECT id, revision, ${fields.names} FROM competitors
      WHERE accountId = :accountId AND deletedAtMs IS NULL ORDER BY sharePercent DESC NULLS LAST, name`)
    .all({ accountId })
    .map((row) => Competitor.parse(row));
}

/** Throws notFound or accountDeleted; `id` is given only by the example. */
export function createCompetitor(
  db: WritableDb,
  draft: CompetitorDraft,
  id: CompetitorId = CompetitorId.parse(randomUUID()),
): { id: CompetitorId; revision: number } {
  requireLiveAccount(db, draft.accountId);
  db.prepare(/* sql */ `
    INSERT INTO competitors (id, revision, ${fields.names}) VALUES (:id, 1, ${fields.params})`).run({
    ...toParams(draft),
    id,
  });
  refreshSummary(db, draft.accountId);
  return { id, revision: 1 };
}

/** Answers the new revision. Throws notFound or staleRevision. */
export function saveCompetitor(
  db: WritableDb,
  id: CompetitorId,
  baseRevision: number,
  draft: CompetitorDraft,
): number {
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE competitors SET ${fields.sets}, revision = revision + 1
      WHERE id = :id AND accountId = :accountId AND revision = :baseRevision AND deletedAtMs IS NULL`)
    .run({ ...toParams(draft), id, baseRevision });
  if (changes === 0) refuseUnsaved(db, 'competitors', id, baseRevision);
  refreshSummary(db, draft.accountId);
  return baseRevision + 1;
}

export function deleteCompetitor(db: WritableDb, id: CompetitorId, nowMs: number): void {
  markDeleted(db, 'competitors', id, nowMs);
  refreshSummary(db, accountIdOf(db, 'competitors', id));
}

export function restoreCompetitor(db: WritableDb, id: CompetitorId): void {
  markRestored(db, 'competitors', id);
  refreshSummary(db, accountIdOf(db, 'competitors', id));
}
