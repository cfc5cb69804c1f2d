import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import type { ProposalDocument } from '../../../shared/document/nodes.ts';
import { readDocument } from '../../../shared/document/upgradeDocument.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { ProposalHeader } from '../../../shared/domain/proposal.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const KeptRow = z.object({ revision: z.int(), label: z.string(), savedAtMs: z.int() });

/** Kept copies of a proposal, the newest first. */
export function listProposalRevisions(db: ReadableDb, id: ProposalId): z.infer<typeof KeptRow>[] {
  return db
    .prepare(/* sql */ `
      SELECT revision, label, savedAtMs FROM proposal_revisions WHERE proposalId = :id ORDER BY revision DESC`)
    .all({ id })
    .map((row) => KeptRow.parse(row));
}

/** Keeps the proposal as it stands, under its revision; keeping the same revision again renames the copy, unless the label is empty. */
export function keepProposalRevision(db: WritableDb, proposal: Proposal, label: string, nowMs: number): void {
  db.prepare(/* sql */ `
    INSERT INTO proposal_revisions (proposalId, revision, label, savedAtMs, header, body)
    VALUES (:id, :revision, :label, :nowMs, :header, :body)
    ON CONFLICT (proposalId, revision) DO UPDATE SET label = CASE WHEN :label = '' THEN label ELSE :label END`).run(
    {
      id: proposal.id,
      revision: proposal.revision,
      label,
      nowMs,
      header: JSON.stringify(ProposalHeader.parse(proposal)),
      body: deflateSync(JSON.stringify(proposal.document)),
    },
  );
}

/** Names a kept copy anew. Throws notFound. */
export function nameProposalRevision(db: WritableDb, id: ProposalId, revision: number, label: string): void {
  const { changes } = db
    .prepare(
      /* sql */ `UPDATE proposal_revisions SET label = :label WHERE proposalId = :id AND revision = :revision`,
    )
    .run({ id, revision, label });
  if (changes === 0) throw new AppError('notFound', 'no such kept revision');
}

const KeptBody = z.object({ header: z.string(), body: z.instanceof(Uint8Array) });

/** A kept copy. Throws notFound. */
export function readProposalRevision(
  db: ReadableDb,
  id: ProposalId,
  revision: number,
): { header: ProposalHeader; document: ProposalDocument } {
  const row = db
    .prepare(
      /* sql */ `SELECT header, body FROM proposal_revisions WHERE proposalId = :id AND revision = :revision`,
    )
    .get({ id, revision });
  if (row === undefined) throw new AppError('notFound', 'no such kept revision');
  const kept = KeptBody.parse(row);
  return {
    header: ProposalHeader.parse(JSON.parse(kept.header)),
    document: readDocument(JSON.parse(inflateSync(kept.body).toString('utf8'))),
  };
}
