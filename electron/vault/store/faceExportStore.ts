import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import type { PersonId, ProposalId } from '../../../shared/domain/ids.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import type { WrittenFile } from './sentCopyStore.ts';

const Row = z.object({ fileName: z.string(), bytes: z.instanceof(Uint8Array) }).optional();

/** Remembers a reader's copy that was written last, at a revision of the proposal. */
export function keepFaceExport(
  db: WritableDb,
  of: { readonly id: ProposalId; readonly personId: PersonId; readonly revision: number },
  file: WrittenFile,
): void {
  db.prepare(/* sql */ `
    INSERT INTO face_exports (proposalId, personId, revision, fileName, bytes)
    VALUES (:id, :personId, :revision, :fileName, :bytes)
    ON CONFLICT (proposalId, personId) DO UPDATE SET revision = :revision, fileName = :fileName, bytes = :bytes`).run(
    {
      id: of.id,
      personId: of.personId,
      revision: of.revision,
      fileName: file.fileName,
      bytes: deflateSync(file.bytes),
    },
  );
}

/** The copy written at this revision; null when the proposal changed since, or it was never exported. */
export function readFaceExport(
  db: ReadableDb,
  id: ProposalId,
  personId: PersonId,
  revision: number,
): WrittenFile | null {
  const row = Row.parse(
    db
      .prepare(/* sql */ `
        SELECT fileName, bytes FROM face_exports
        WHERE proposalId = :id AND personId = :personId AND revision = :revision`)
      .get({ id, personId, revision }),
  );
  return row === undefined ? null : { fileName: row.fileName, bytes: inflateSync(row.bytes) };
}
