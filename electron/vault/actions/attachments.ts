import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  attachmentPartBytes,
  freeFileName,
  largestAttachmentBytes,
  safeFileName,
} from '../../../shared/domain/attachment.ts';
import type { AddedAttachment, AttachmentPlace } from '../../../shared/domain/attachment.ts';
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ErrorCode } from '../../../shared/ipc/reply.ts';
import type { AttachmentFiles, IncomingFile } from '../store/attachmentFiles.ts';
import { insertAttachment, readAttachment, sameAttachment } from '../store/attachmentStore.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { requireLiveAccount } from '../store/rows.ts';
import { refuseVaultFolder } from './refuseVaultFolder.ts';
import { writeWhole } from './exportProposal.ts';

/** What is needed of the open vault besides its rows. */
type VaultTools = {
  readonly attachments: AttachmentFiles;
  readonly vaultFolder: string;
  nowMs(): number;
};
/** Saves once, when the file lies on the disk. */
type SaveRow = (work: (db: WritableDb) => void) => void;

const limitMb = Math.round(largestAttachmentBytes / 1024 / 1024);
const tooLarge = () => new AppError('attachmentTooLarge', 'over the limit', { limitMb });

/** More files at once than this come in only by mistake. */
const mostIncoming = 8;

/**
 * Begins a file that comes in parts. Throws attachmentTooLarge, notFound, accountDeleted, diskFull or readOnlyFolder.
 */
export async function beginAttachment(
  db: ReadableDb,
  input: { readonly place: AttachmentPlace; readonly name: string; readonly sizeBytes: number },
  files: AttachmentFiles,
): Promise<AttachmentId> {
  if (input.sizeBytes > largestAttachmentBytes) throw tooLarge();
  requireLiveAccount(db, input.place.accountId);
  if (files.incoming.size >= mostIncoming) throw new AppError('unavailable', 'too many files at once');
  return (await files.begin(safeFileName(input.name))).id;
}

/** Throws notFound where no such file is coming in. */
export function incomingFile(files: AttachmentFiles, id: AttachmentId): IncomingFile {
  const file = files.incoming.get(id);
  if (file === undefined) throw new AppError('notFound', 'no such incoming file');
  return file;
}

/**
 * Keeps a file that came in wholly: first its bytes at their place, then the row. The same bytes at the same place a
 * second time are dropped, and the known file is answered.
 */
export async function keepAttachment(
  db: ReadableDb,
  file: IncomingFile,
  { place, name }: { readonly place: AttachmentPlace; readonly name: string },
  tools: VaultTools,
  save: SaveRow,
): Promise<AddedAttachment> {
  const facts = await file.keep();
  try {
    const same = sameAttachment(db, place, facts);
    if (same !== null) {
      await file.discard();
      return { ...same, outcome: 'known' };
    }
    const draft = { ...place, name: safeFileName(name), note: '' };
    save((writable) => insertAttachment(writable, file.id, draft, facts, tools.nowMs()));
    return { id: file.id, name: draft.name, outcome: 'added' };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/**
 * Adds a file of the disk. Throws attachmentTooLarge, attachmentUnreadable (also for a folder), notFound,
 * accountDeleted or diskFull.
 */
export async function addAttachmentFile(
  db: ReadableDb,
  { place, path }: { readonly place: AttachmentPlace; readonly path: string },
  tools: VaultTools,
  save: SaveRow,
): Promise<AddedAttachment> {
  requireLiveAccount(db, place.accountId);
  const unreadable = () => new AppError('attachmentUnreadable', 'cannot be read');
  const source = await open(path, 'r').catch(() => {
    throw unreadable();
  });
  try {
    const stat = await source.stat();
    if (!stat.isFile()) throw unreadable();
    if (stat.size > largestAttachmentBytes) throw tooLarge();
    const name = basename(path);
    const file = await tools.attachments.begin(name);
    const buffer = Buffer.allocUnsafe(attachmentPartBytes);
    try {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- the parts of one file follow one another
        const { bytesRead } = await source.read(buffer, 0, buffer.length).catch(() => {
          throw unreadable();
        });
        if (bytesRead === 0) break;
        // oxlint-disable-next-line no-await-in-loop -- as above
        await file.append(buffer.subarray(0, bytesRead));
      }
    } catch (error) {
      await file.discard();
      throw error;
    }
    return await keepAttachment(db, file, { place, name }, tools, save);
  } finally {
    await source.close();
  }
}

/** A kept file from its first byte to its last, as it was added. Throws attachmentMissing or attachmentDamaged. */
export async function* attachmentBytes(
  files: AttachmentFiles,
  file: { readonly id: AttachmentId; readonly sizeBytes: number },
): AsyncGenerator<Buffer> {
  const reader = await files.open(file);
  try {
    // oxlint-disable-next-line no-await-in-loop -- one part in memory at a time
    for (let part = 0; part < reader.parts; part += 1) yield await reader.read(part);
  } finally {
    await reader.close();
  }
}

/** Writes a kept file to the disk, wholly or not at all. */
export async function writeAttachment(
  db: ReadableDb,
  { id, path }: { readonly id: AttachmentId; readonly path: string },
  tools: VaultTools,
): Promise<void> {
  await refuseVaultFolder(path, tools.vaultFolder);
  await writeWhole(path, attachmentBytes(tools.attachments, readAttachment(db, id)));
}

/** Writes kept files into a folder, each under a name that is free there. */
export async function writeAttachments(
  db: ReadableDb,
  { ids, folder }: { readonly ids: readonly AttachmentId[]; readonly folder: string },
  tools: VaultTools,
): Promise<{ written: number; refused: { name: string; code: ErrorCode }[] }> {
  await refuseVaultFolder(folder, tools.vaultFolder);
  const present = await readdir(folder).catch(() => {
    throw new AppError('folderMissing', 'the folder cannot be listed');
  });
  const taken = new Set(present.map((name) => name.toLowerCase()));
  const refused: { name: string; code: ErrorCode }[] = [];
  let written = 0;
  for (const id of ids) {
    const file = readAttachment(db, id);
    const name = freeFileName(file.name, taken);
    try {
      // oxlint-disable-next-line no-await-in-loop -- one file at a time keeps memory and the disk quiet
      await writeWhole(join(folder, name), attachmentBytes(tools.attachments, file));
      taken.add(name.toLowerCase());
      written += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'attachmentDamaged' && error.code !== 'attachmentMissing') throw error;
      refused.push({ name: file.name, code: error.code });
    }
  }
  return { written, refused };
}
