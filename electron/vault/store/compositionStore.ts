import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import { Composition } from '../../../shared/domain/recomposeProposal.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const Row = z.object({ body: z.instanceof(Uint8Array) }).optional();

/** Keeps what the program composed, valid from this revision of the proposal on. */
export function keepComposition(
  db: WritableDb,
  id: ProposalId,
  revision: number,
  composition: Composition,
): void {
  db.prepare(/* sql */ `
    INSERT INTO proposal_compositions (proposalId, revision, body) VALUES (:id, :revision, :body)
    ON CONFLICT (proposalId, revision) DO UPDATE SET body = :body`).run({
    id,
    revision,
    body: deflateSync(JSON.stringify(composition)),
  });
}

/** What the program had composed for this revision; without any all that stands there is the user's own. */
export function readComposition(db: ReadableDb, id: ProposalId, revision: number): Composition {
  const row = Row.parse(
    db
      .prepare(/* sql */ `
        SELECT body FROM proposal_compositions WHERE proposalId = :id AND revision <= :revision
        ORDER BY revision DESC LIMIT 1`)
      .get({ id, revision }),
  );
  return row === undefined
    ? { root: { type: 'doc', content: [] }, droppedBlockIds: [], droppedSectionIds: [] }
    : Composition.parse(JSON.parse(inflateSync(row.body).toString('utf8')));
}

/** Takes over the composition of a revision, of this proposal or of the edition before. */
export function copyComposition(
  db: WritableDb,
  from: { readonly id: ProposalId; readonly revision: number },
  to: { readonly id: ProposalId; readonly revision: number },
): void {
  db.prepare(/* sql */ `
    INSERT INTO proposal_compositions (proposalId, revision, body)
    SELECT :id, :revision, body FROM proposal_compositions
    WHERE proposalId = :fromId AND revision <= :fromRevision ORDER BY revision DESC LIMIT 1
    ON CONFLICT (proposalId, revision) DO UPDATE SET body = excluded.body`).run({
    id: to.id,
    revision: to.revision,
    fromId: from.id,
    fromRevision: from.revision,
  });
}
