import { z } from 'zod';
import { DocumentStep } from '../../../shared/document/steps.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

/**
 * The proposal's revision: the one it was last written whole with, and one more for every row of its journal. So a
 * key press moves the revision without touching the row that lists are read from. For a query over `proposals`.
 */
export const revisionNow = /* sql */ `
  proposals.revision + (SELECT count(*) FROM proposal_steps s WHERE s.proposalId = proposals.id)`;
/** When the proposal was last changed, typing included. For a query over `proposals`. */
export const savedNow = /* sql */ `
  max(proposals.savedAtMs,
    coalesce((SELECT max(s.savedAtMs) FROM proposal_steps s WHERE s.proposalId = proposals.id), 0))`;

/** A row is read back as it was checked before it was written. */
const StepsRow = z.object({
  steps: z.string().transform((json) => z.array(DocumentStep).parse(JSON.parse(json))),
});

/** What was typed since the document was last written whole, in its order. */
export function listSteps(db: ReadableDb, id: ProposalId): DocumentStep[] {
  return db
    .prepare(/* sql */ `SELECT steps FROM proposal_steps WHERE proposalId = :id ORDER BY revision`)
    .all({ id })
    .flatMap((row) => StepsRow.parse(row).steps);
}

/** Whether this very row was written already: its acknowledgement may have been lost on the way. */
export function hasSteps(db: ReadableDb, id: ProposalId, revision: number, steps: string): boolean {
  const row = db
    .prepare(/* sql */ `
      SELECT 1 FROM proposal_steps
      WHERE proposalId = :id AND revision = :revision AND steps = :steps
        AND revision = (SELECT max(revision) FROM proposal_steps WHERE proposalId = :id)`)
    .get({ id, revision, steps });
  return row !== undefined;
}

/** `steps` is their JSON. */
export function insertSteps(
  db: WritableDb,
  id: ProposalId,
  revision: number,
  steps: string,
  nowMs: number,
): void {
  db.prepare(/* sql */ `
    INSERT INTO proposal_steps (proposalId, revision, savedAtMs, steps) VALUES (:id, :revision, :nowMs, :steps)`).run(
    { id, revision, nowMs, steps },
  );
}

export function dropSteps(db: WritableDb, id: ProposalId): void {
  db.prepare(/* sql */ `DELETE FROM proposal_steps WHERE proposalId = :id`).run({ id });
}

const Owner = z.object({ proposalId: z.string() });

/** Proposals whose journal is not folded in, deleted ones left out; `limit` at most. */
export function listProposalsWithSteps(db: ReadableDb, limit: number): string[] {
  return db
    .prepare(/* sql */ `
      SELECT DISTINCT s.proposalId FROM proposal_steps s JOIN proposals p ON p.id = s.proposalId
      WHERE p.deletedAtMs IS NULL LIMIT :limit`)
    .all({ limit })
    .map((row) => Owner.parse(row).proposalId);
}
