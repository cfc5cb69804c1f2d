import { z } from 'zod';
import type { ProposalDocument } from '../../../shared/document/nodes.ts';
import { findAll } from '../../../shared/document/walk.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { ReferenceUse } from '../../../shared/domain/reference.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const Id = z.object({ id: z.string() });
type Uses = { readonly table: 'block_uses' | 'reference_uses'; readonly column: 'blockId' | 'referenceId' };
const blocks: Uses = { table: 'block_uses', column: 'blockId' };
const references: Uses = { table: 'reference_uses', column: 'referenceId' };

function putUses(db: WritableDb, { table, column }: Uses, proposalId: string, present: Set<string>): void {
  const before = new Set(
    db
      .prepare(/* sql */ `SELECT ${column} AS id FROM ${table} WHERE proposalId = :proposalId`)
      .all({ proposalId })
      .map((row) => Id.parse(row).id),
  );
  for (const id of [...before].filter((known) => !present.has(known)))
    db.prepare(/* sql */ `DELETE FROM ${table} WHERE ${column} = :id AND proposalId = :proposalId`).run({
      id,
      proposalId,
    });
  for (const id of [...present].filter((found) => !before.has(found)))
    db.prepare(/* sql */ `INSERT INTO ${table} (${column}, proposalId) VALUES (:id, :proposalId)`).run({
      id,
      proposalId,
    });
}

/** Notes which blocks and referees a document holds; most saves change nothing here. */
export function noteUses(db: WritableDb, proposalId: string, { root }: ProposalDocument): void {
  const argued = findAll(root, 'argument').map(({ attrs }) => attrs.blockId);
  putUses(db, blocks, proposalId, new Set(argued));
  const named = findAll(root, 'references').flatMap(({ attrs }) => attrs.referenceIds);
  putUses(db, references, proposalId, new Set(named));
}

/** How often each referee was named in what was sent, in all and since a day; editions of one number count once. */
export function listReferenceUses(db: ReadableDb, since: CalendarDate): ReferenceUse[] {
  return db
    .prepare(/* sql */ `
      SELECT use.referenceId, count(DISTINCT p.number) AS sentCount, max(p.sentOn) AS lastSentOn,
        count(DISTINCT CASE WHEN p.sentOn >= :since THEN p.number END) AS recentCount
      FROM reference_uses use JOIN proposals p ON p.id = use.proposalId
      WHERE p.deletedAtMs IS NULL AND p.status <> 'draft' GROUP BY use.referenceId`)
    .all({ since })
    .map((row) => ReferenceUse.parse(row));
}
