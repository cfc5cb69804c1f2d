import { randomUUID } from 'node:crypto';
import { ReferenceId } from '../../../shared/domain/ids.ts';
import { Reference, ReferenceDraft } from '../../../shared/domain/reference.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { columns, fromRow, markDeleted, markRestored, refuseUnsaved, toParams } from './rows.ts';

const fields = columns(Object.keys(ReferenceDraft.shape));
// How often a referee was named is counted from what was sent; a save of the card does not set it.
const saved = columns(Object.keys(ReferenceDraft.omit({ usedCount: true }).shape));

/** All references, by company. `usedCount` is how many sent proposals name the referee, editions counted once. */
export function listReferences(db: ReadableDb): Reference[] {
  return db
    .prepare(/* sql */ `
      SELECT id, revision, ${saved.names}, usedCount + (
          SELECT count(DISTINCT p.number) FROM reference_uses use JOIN proposals p ON p.id = use.proposalId
          WHERE use.referenceId = project_references.id AND p.status <> 'draft' AND p.deletedAtMs IS NULL
        ) AS usedCount
      FROM project_references WHERE deletedAtMs IS NULL ORDER BY companyName, year DESC, id`)
    .all()
    .map((row) => Reference.parse(fromRow(row, ['consentFor'])));
}

/** `id` is given only by the example. */
export function createReference(
  db: WritableDb,
  draft: ReferenceDraft,
  id: ReferenceId = ReferenceId.parse(randomUUID()),
): { id: ReferenceId; revision: number } {
  db.prepare(/* sql */ `
    INSERT INTO project_references (id, revision, ${fields.names}) VALUES (:id, 1, ${fields.params})`).run({
    ...toParams(draft),
    id,
  });
  return { id, revision: 1 };
}

/** Answers the new revision. Throws notFound or staleRevision. */
export function saveReference(
  db: WritableDb,
  id: ReferenceId,
  baseRevision: number,
  draft: ReferenceDraft,
): number {
  const { usedCount: _counted, ...rest } = draft;
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE project_references SET ${saved.sets}, revision = revision + 1
      WHERE id = :id AND revision = :baseRevision AND deletedAtMs IS NULL`)
    .run({ ...toParams(rest), id, baseRevision });
  if (changes === 0) refuseUnsaved(db, 'project_references', id, baseRevision);
  return baseRevision + 1;
}

export function deleteReference(db: WritableDb, id: ReferenceId, nowMs: number): void {
  markDeleted(db, 'project_references', id, nowMs);
}

export function restoreReference(db: WritableDb, id: ReferenceId): void {
  markRestored(db, 'project_references', id);
}
