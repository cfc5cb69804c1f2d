import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FidelityReport } from '../../../shared/document/fidelity.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import { AppError, type ErrorCode } from '../../../shared/ipc/reply.ts';
import { compareDocx } from '../docx/compareDocx.ts';
import { readDocx } from '../docx/readDocx.ts';
import { writeProposal, type ProposalSource, type WritingOptions } from '../docx/writeProposal.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { readProposalContext } from '../store/proposalContext.ts';
import { readProposal } from '../store/proposalStore.ts';
import type { WrittenFile } from '../store/sentCopyStore.ts';

const diskCodes: Readonly<Record<string, ErrorCode>> = {
  EACCES: 'readOnlyFolder',
  EPERM: 'readOnlyFolder',
  EROFS: 'readOnlyFolder',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  EBUSY: 'fileBusy',
  ETXTBSY: 'fileBusy',
  ENOENT: 'folderMissing',
  ENOTDIR: 'folderMissing',
  EISDIR: 'readOnlyFolder',
};

/** Names a failure of the disk by what the user can do about it; a path is confidential and stays out. */
function diskFailure(error: unknown, replaced: boolean): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  // Windows denies replacing a file that Word holds open with the same codes as a folder without permission.
  const busy =
    replaced && process.platform === 'win32' && (error.code === 'EPERM' || error.code === 'EACCES');
  const code = busy ? 'fileBusy' : diskCodes[error.code];
  return code === undefined ? error : new AppError(code, `export failed with ${error.code}`);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** The whole file or none: a file beside the target, flushed, then put in its place. Throws as {@link writeProposalFile}. */
export async function writeWhole(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  let replacing = false;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    replacing = await isFile(path);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw diskFailure(error, replacing);
  }
}

/**
 * Writes a proposal to a DOCX file, reads the file back from the disk and compares it with the proposal. An older
 * file of that name is replaced only by a whole new one.
 *
 * Throws AppError accountDeleted, readOnlyFolder, diskFull, fileBusy or folderMissing; fileUnreadable when what lies
 * on the disk is not the file that was written.
 */
export async function writeProposalFile(
  source: ProposalSource,
  path: string,
  options: WritingOptions = {},
): Promise<{ report: FidelityReport; bytes: Uint8Array }> {
  if (source.context.account.deleted) {
    throw new AppError('accountDeleted', 'the account of the proposal is deleted');
  }
  await writeWhole(path, await writeProposal(source, options));
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new AppError('fileUnreadable', 'the written file could not be read back');
  }
  return { report: compareDocx(source, readDocx(bytes)), bytes };
}

/**
 * {@link writeProposalFile} for a stored proposal, with its context read fresh; `today` decides whose consent holds.
 * Answers the file as it lies on the disk and the revision it shows. Throws also notFound, documentInvalid and
 * documentNewer.
 */
export async function exportProposal(
  db: ReadableDb,
  target: { readonly id: ProposalId; readonly path: string } & WritingOptions,
  today: CalendarDate,
): Promise<{ report: FidelityReport; revision: number; file: WrittenFile }> {
  const proposal = readProposal(db, target.id);
  const context = readProposalContext(db, proposal, today);
  const { report, bytes } = await writeProposalFile({ proposal, context }, target.path, target);
  return { report, revision: proposal.revision, file: { fileName: basename(target.path), bytes } };
}

/**
 * The bytes that an export of a stored proposal would write now, for looking at. Throws notFound, documentInvalid,
 * documentNewer.
 */
export async function previewProposal(
  db: ReadableDb,
  id: ProposalId,
  today: CalendarDate,
): Promise<Uint8Array<ArrayBuffer>> {
  const proposal = readProposal(db, id);
  // A copy of its own: what crosses to another process must not be part of a larger buffer.
  return new Uint8Array(await writeProposal({ proposal, context: readProposalContext(db, proposal, today) }));
}
