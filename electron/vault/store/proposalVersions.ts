import { z } from 'zod';
import { readDocument } from '../../../shared/document/upgradeDocument.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import { versionEveryMs, versionsToDrop } from '../../../shared/domain/versionThinning.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { keepProposalRevision, listProposalRevisions } from './proposalRevisionStore.ts';
import { readProposalHead } from './proposalStore.ts';

const LastRow = z.object({ savedAtMs: z.int().nullable() });

function lastKeptAtMs(db: ReadableDb, id: ProposalId): number | null {
  const row = db
    .prepare(/* sql */ `SELECT max(savedAtMs) AS savedAtMs FROM proposal_revisions WHERE proposalId = :id`)
    .get({ id });
  return LastRow.parse(row).savedAtMs;
}

const WrittenRow = z.object({ revision: z.int(), savedAtMs: z.int(), document: z.string() });

/**
 * Keeps the document as it was last written whole, before something newer is written over it, unless a version of the
 * last ten minutes is there. So a day's work begins with keeping where the day before ended. Versions that are one too
 * many are dropped by the same occasion. Throws notFound.
 */
export function keepEarlier(db: WritableDb, id: ProposalId, nowMs: number): void {
  const last = lastKeptAtMs(db, id);
  // A clock that was set back must not stop the keeping.
  if (last !== null && Math.abs(nowMs - last) < versionEveryMs) return;
  const head = readProposalHead(db, id);
  const row = db
    .prepare(/* sql */ `
      SELECT p.revision, p.savedAtMs, d.document
      FROM proposals p JOIN proposal_documents d ON d.proposalId = p.id WHERE p.id = :id`)
    .get({ id });
  const { document, ...state } = WrittenRow.parse(row);
  const written = { ...head, ...state, document: readDocument(JSON.parse(document)) };
  keepProposalRevision(db, written, '', state.savedAtMs);
  const drop = db.prepare(
    /* sql */ `DELETE FROM proposal_revisions WHERE proposalId = :id AND revision = :revision`,
  );
  for (const revision of versionsToDrop(listProposalRevisions(db, id), nowMs)) drop.run({ id, revision });
}
