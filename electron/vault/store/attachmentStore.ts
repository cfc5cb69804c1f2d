import { z } from 'zod';
import {
  Attachment,
  AttachmentDraft,
  AttachmentFacts,
  renamedFile,
} from '../../../shared/domain/attachment.ts';
import type { AttachmentPlace } from '../../../shared/domain/attachment.ts';
import { AttachmentId } from '../../../shared/domain/ids.ts';
import type { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import {
  columns,
  markDeleted,
  markRestored,
  refuseUnsaved,
  requireLiveAccount,
  requireOfAccount,
  toParams,
} from './rows.ts';

const draftFields = columns(Object.keys(AttachmentDraft.shape));
const allFields = columns([...Object.keys(AttachmentDraft.shape), ...Object.keys(AttachmentFacts.shape)]);
const selected = `id, revision, addedAtMs, deletedAtMs, ${allFields.names}`;

/** Files of a client, the newest first; deleted ones too, marked as such. */
export function listAttachments(db: ReadableDb, accountId: AccountId): Attachment[] {
  return db
    .prepare(/* sql */ `
      SELECT ${selected} FROM attachments WHERE accountId = :accountId ORDER BY addedAtMs DESC, id`)
    .all({ accountId })
    .map((row) => Attachment.parse(row));
}

/** One file, deleted or not. Throws notFound. */
export function readAttachment(db: ReadableDb, id: AttachmentId): Attachment {
  const row = db.prepare(/* sql */ `SELECT ${selected} FROM attachments WHERE id = :id`).get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such attachment');
  return Attachment.parse(row);
}

/** Throws notFound unless event, person, tender and proposal are the account's own. */
function requirePlace(db: ReadableDb, place: AttachmentPlace): void {
  const { accountId } = place;
  requireOfAccount(db, 'account_events', accountId, place.eventId === null ? [] : [place.eventId]);
  requireOfAccount(db, 'people', accountId, place.personId === null ? [] : [place.personId]);
  requireOfAccount(db, 'tenders', accountId, place.tenderId === null ? [] : [place.tenderId]);
  requireOfAccount(db, 'proposals', accountId, place.proposalId === null ? [] : [place.proposalId]);
}

/** A file with the same bytes that stands at the same place already; null = none. */
export function sameAttachment(
  db: ReadableDb,
  place: AttachmentPlace,
  facts: Pick<AttachmentFacts, 'sha256' | 'sizeBytes'>,
): { readonly id: AttachmentId; readonly name: string } | null {
  const row = db
    .prepare(/* sql */ `
      SELECT id, name FROM attachments
      WHERE accountId = :accountId AND sha256 = :sha256 AND sizeBytes = :sizeBytes AND deletedAtMs IS NULL
        AND eventId IS :eventId AND personId IS :personId AND tenderId IS :tenderId AND proposalId IS :proposalId`)
    .get({ ...toParams(place), sha256: facts.sha256, sizeBytes: facts.sizeBytes });
  return row === undefined ? null : z.object({ id: AttachmentId, name: z.string() }).parse(row);
}

/** Adds the row of a file that lies on the disk already. Throws notFound or accountDeleted. */
export function insertAttachment(
  db: WritableDb,
  id: AttachmentId,
  draft: AttachmentDraft,
  facts: AttachmentFacts,
  nowMs: number,
): void {
  requireLiveAccount(db, draft.accountId);
  requirePlace(db, draft);
  db.prepare(/* sql */ `
    INSERT INTO attachments (id, revision, addedAtMs, ${allFields.names}) VALUES (:id, 1, :nowMs, ${allFields.params})`).run(
    { ...toParams(draft), ...toParams(facts), id, nowMs },
  );
}

/** Changes name, note and place; the extension stays. Answers the new revision. Throws notFound or staleRevision. */
export function saveAttachment(
  db: WritableDb,
  id: AttachmentId,
  baseRevision: number,
  draft: AttachmentDraft,
): number {
  const before = readAttachment(db, id);
  requirePlace(db, draft);
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE attachments SET ${draftFields.sets}, revision = revision + 1
      WHERE id = :id AND accountId = :accountId AND revision = :baseRevision AND deletedAtMs IS NULL`)
    .run({ ...toParams({ ...draft, name: renamedFile(before.name, draft.name) }), id, baseRevision });
  if (changes === 0) refuseUnsaved(db, 'attachments', id, baseRevision);
  return baseRevision + 1;
}

export function deleteAttachment(db: WritableDb, id: AttachmentId, nowMs: number): void {
  markDeleted(db, 'attachments', id, nowMs);
}

export function restoreAttachment(db: WritableDb, id: AttachmentId): void {
  markRestored(db, 'attachments', id);
}

const Ids = z.array(z.object({ id: AttachmentId }));

/** Ids of every file that a row speaks of, deleted ones included. */
export function attachmentIds(db: ReadableDb): readonly AttachmentId[] {
  return Ids.parse(db.prepare(/* sql */ `SELECT id FROM attachments`).all()).map(({ id }) => id);
}

/**
 * Drops the rows of all files that belong to a person, for the person's erasure. The caller hands the answer to
 * `AttachmentFiles.erase` after the commit: that removes the bytes for good, also for backups that still name them
 * (such a file then reads as missing after a restore). Files of the client that only mention the person stay.
 */
export function eraseAttachmentsOf(db: WritableDb, personId: PersonId): readonly AttachmentId[] {
  const ids = Ids.parse(
    db.prepare(/* sql */ `SELECT id FROM attachments WHERE personId = :personId`).all({ personId }),
  ).map(({ id }) => id);
  db.prepare(/* sql */ `DELETE FROM attachments WHERE personId = :personId`).run({ personId });
  return ids;
}
