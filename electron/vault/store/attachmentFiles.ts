import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { attachmentPartBytes, largestAttachmentBytes } from '../../../shared/domain/attachment.ts';
import type { AttachmentFacts } from '../../../shared/domain/attachment.ts';
import { AttachmentId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { syncFolder } from './atomicWrite.ts';
import { kindOfFile } from './fileKind.ts';
import { createSealedFile, openSealedFile } from './sealedFile.ts';
import type { SealedReader } from './sealedFile.ts';
import { namingFailures } from './storeFailure.ts';

/** A file on its way in: sealed on the disk already, but not yet kept. */
export type IncomingFile = {
  readonly id: AttachmentId;
  /** Throws attachmentTooLarge as soon as the content is over the limit, or diskFull; the file is gone then. */
  append(bytes: Uint8Array): Promise<void>;
  /** Flushes all and puts the file at its place: after this its row may be written. */
  keep(): Promise<AttachmentFacts>;
  /** Flushes nothing and leaves nothing; the same after `keep` where the row could not be written. */
  discard(): Promise<void>;
};

/** The sealed files of one open vault. Rows speak of them; this knows no rows. */
export type AttachmentFiles = {
  /** Begins a file; `name` helps only to tell texts apart. Throws diskFull or readOnlyFolder. */
  begin(name: string): Promise<IncomingFile>;
  /** Throws attachmentMissing or attachmentDamaged. The caller closes. */
  open(file: { readonly id: AttachmentId; readonly sizeBytes: number }): Promise<SealedReader>;
  /** Removes the bytes at once and for good, whatever a backup says of them. An absent file is no failure. */
  erase(ids: readonly AttachmentId[]): void;
  /** Ids of all files that lie in the folder. */
  stored(): readonly AttachmentId[];
  /** Files that come in over several calls, by their id. */
  readonly incoming: Map<AttachmentId, IncomingFile>;
};

const mostTailBytes = 128 * 1024;
const unfinished = '.part';

/** The files of a vault under `folder`; unfinished ones of an ended program are removed. */
export function openAttachmentFiles(folder: string, key: Buffer): AttachmentFiles {
  const pathOf = (id: AttachmentId): string => join(folder, z.uuid().parse(id));
  const incoming = new Map<AttachmentId, IncomingFile>();
  const names = (): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);
  for (const name of names()) {
    if (!name.endsWith(unfinished)) continue;
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // It stays until a folder that can be written to opens.
    }
  }

  return {
    incoming,
    async begin(name) {
      const id = AttachmentId.parse(randomUUID());
      namingFailures(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
      const temporary = `${pathOf(id)}${unfinished}`;
      const writer = await createSealedFile(temporary, key, id);
      const hash = createHash('sha256');
      let head = Buffer.alloc(0);
      let tail = Buffer.alloc(0);
      let sizeBytes = 0;
      let open = true;
      const file: IncomingFile = {
        id,
        async append(bytes) {
          sizeBytes += bytes.length;
          try {
            if (sizeBytes > largestAttachmentBytes)
              throw new AppError('attachmentTooLarge', 'over the limit');
            await writer.append(bytes);
          } catch (error) {
            await file.discard();
            throw error;
          }
          hash.update(bytes);
          if (head.length < attachmentPartBytes)
            head = Buffer.concat([head, bytes.subarray(0, attachmentPartBytes - head.length)]);
          tail = Buffer.concat([tail, bytes]).subarray(-mostTailBytes);
        },
        async keep() {
          incoming.delete(id);
          open = false;
          try {
            await writer.finish();
            namingFailures(() => {
              renameSync(temporary, pathOf(id));
              syncFolder(folder);
            });
          } catch (error) {
            rmSync(temporary, { force: true });
            throw error;
          }
          return { ...kindOfFile(head, tail, name), sizeBytes, sha256: hash.digest('hex') };
        },
        async discard() {
          incoming.delete(id);
          if (open) {
            open = false;
            await writer.abandon();
          }
          for (const path of [temporary, pathOf(id)]) rmSync(path, { force: true });
        },
      };
      incoming.set(id, file);
      return file;
    },
    open: ({ id, sizeBytes }) => openSealedFile(pathOf(id), key, { id, sizeBytes }),
    erase(ids) {
      if (ids.length === 0) return;
      for (const id of ids) namingFailures(() => rmSync(pathOf(id), { force: true }));
      if (existsSync(folder)) namingFailures(() => syncFolder(folder));
    },
    stored: () =>
      names().flatMap((name) => {
        const id = AttachmentId.safeParse(name);
        return id.success ? [id.data] : [];
      }),
  };
}
