import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { freeFileName, safeFileName } from '../../../../shared/domain/attachment.ts';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { AccountId, AttachmentId } from '../../../../shared/domain/ids.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { vaultExportWords } from '../../../../shared/document/vaultExportWords.ts';
import { AppError } from '../../../../shared/ipc/reply.ts';
import type { ErrorCode } from '../../../../shared/ipc/reply.ts';
import type { Job } from '../../exchange/jobs.ts';
import type { AttachmentFiles } from '../../store/attachmentFiles.ts';
import type { ReadableDb } from '../../store/openDatabase.ts';
import { attachmentBytes } from '../attachments.ts';
import { writeWhole } from '../exportProposal.ts';
import { refuseVaultFolder } from '../refuseVaultFolder.ts';
import { exportedTables } from './exportedTables.ts';
import { deletedIds, readTable } from './readTable.ts';

export type VaultExport = {
  /** Chosen by the user; a new folder is made in it. */
  readonly folder: string;
  readonly withPrivate: boolean;
  readonly language: Language;
};

export type VaultExported = {
  readonly folderName: string;
  readonly records: number;
  readonly files: number;
  /** Files that are damaged or missing: everything else was written. */
  readonly refused: { name: string; code: ErrorCode }[];
};

const FileRow = z.object({
  id: AttachmentId,
  name: z.string(),
  sizeBytes: z.int(),
  accountId: AccountId,
  accountName: z.string(),
});
const CopyRow = z.object({ fileName: z.string(), bytes: z.instanceof(Uint8Array) });
const CopyId = z.object({ id: z.string() });
const Copy = CopyId.extend({ proposalId: z.string() });

/** Rows a piece: between pieces the vault answers other calls, and the whole is never one text in memory. */
const rowsAtOnce = 500;

async function* jsonOf(rows: readonly Record<string, unknown>[]): AsyncGenerator<Buffer> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const texts = rows.slice(from, from + rowsAtOnce).map((row) => JSON.stringify(row, null, 2));
    yield Buffer.from(`${from === 0 ? '[\n' : ',\n'}${texts.join(',\n')}`, 'utf8');
    // oxlint-disable-next-line no-await-in-loop -- the others' turn
    await nextTurn();
  }
  yield Buffer.from(rows.length === 0 ? '[]\n' : '\n]\n', 'utf8');
}

/**
 * Writes the whole vault as readable JSON with its files into a new folder, as `README.txt` there explains. The readme is
 * written last: a folder without it is not finished. Stopped or failed, the new folder is removed again.
 *
 * Throws vaultFolderChosen, folderMissing, readOnlyFolder, diskFull or cancelled.
 */
export async function exportVault(
  db: ReadableDb,
  { folder, withPrivate, language }: VaultExport,
  tools: { readonly attachments: AttachmentFiles; readonly vaultFolder: string; today(): CalendarDate },
  job: Job,
): Promise<VaultExported> {
  const say = vaultExportWords[language];
  await refuseVaultFolder(folder, tools.vaultFolder);
  const present = await readdir(folder).catch(() => {
    throw new AppError('folderMissing', 'the folder cannot be listed');
  });
  const taken = new Set(present.map((name) => name.toLowerCase()));
  const folderName = freeFileName(say.folder(tools.today()), taken);
  const root = join(folder, folderName);
  await mkdir(root).catch(() => {
    throw new AppError('readOnlyFolder', 'no folder can be made');
  });
  try {
    const deleted = deletedIds(db);
    let records = 0;
    for (const [index, exported] of exportedTables.entries()) {
      job.check();
      const rows = readTable(db, exported, { withPrivate, deleted });
      records += rows.length;
      // oxlint-disable-next-line no-await-in-loop -- one table in memory at a time
      await writeWhole(join(root, `${exported.file}.json`), jsonOf(rows));
      job.tell('writing', ((index + 1) / exportedTables.length) * 0.3);
    }
    const sent = await writeSentCopies(db, join(root, say.sentFolder), deleted, job);
    const { written, refused } = await writeFiles(
      db,
      join(root, say.filesFolder),
      tools.attachments,
      deleted,
      job,
    );
    // With a byte order mark, for old editors of Windows.
    const readme = `\u{FEFF}${say.readme({ withPrivate, day: tools.today() })}`;
    await writeWhole(join(root, 'README.txt'), Buffer.from(readme.replaceAll('\n', '\r\n'), 'utf8'));
    return { folderName, records, files: written + sent, refused };
  } catch (error) {
    await rm(root, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

/** Exactly the files that were sent. Answers how many. */
async function writeSentCopies(
  db: ReadableDb,
  folder: string,
  deleted: ReadonlySet<string>,
  job: Job,
): Promise<number> {
  const ids = db
    .prepare(/* sql */ `SELECT id, proposalId FROM sent_copies ORDER BY createdAtMs, id`)
    .all()
    .map((row) => Copy.parse(row))
    .filter(({ proposalId }) => !deleted.has(proposalId));
  if (ids.length > 0) await mkdir(folder);
  const taken = new Set<string>();
  for (const { id } of ids) {
    job.check();
    const row = db.prepare(/* sql */ `SELECT fileName, bytes FROM sent_copies WHERE id = :id`).get({ id });
    const copy = CopyRow.parse(row);
    const name = freeFileName(safeFileName(copy.fileName), taken);
    taken.add(name.toLowerCase());
    // oxlint-disable-next-line no-await-in-loop -- one file in memory at a time
    await writeWhole(join(folder, name), inflateSync(copy.bytes));
  }
  return ids.length;
}

/** Files of the dossiers, a folder a client; those that cannot be read are named and left out. */
async function writeFiles(
  db: ReadableDb,
  folder: string,
  files: AttachmentFiles,
  deleted: ReadonlySet<string>,
  job: Job,
): Promise<{ written: number; refused: VaultExported['refused'] }> {
  const rows = db
    .prepare(/* sql */ `
      SELECT attachments.id, attachments.name, sizeBytes, accountId, accounts.name AS accountName
      FROM attachments JOIN accounts ON accounts.id = accountId
      WHERE attachments.deletedAtMs IS NULL ORDER BY accountName, accountId, attachments.name, attachments.id`)
    .all()
    .map((row) => FileRow.parse(row))
    .filter(({ accountId }) => !deleted.has(accountId));
  const total = rows.reduce((sum, { sizeBytes }) => sum + sizeBytes, 1);
  const folders = new Map<AccountId, { readonly path: string; readonly taken: Set<string> }>();
  const takenFolders = new Set<string>();
  const refused: VaultExported['refused'] = [];
  let doneBytes = 0;
  let written = 0;
  const watched = async function* (row: z.infer<typeof FileRow>): AsyncGenerator<Buffer> {
    for await (const part of attachmentBytes(files, row)) {
      job.check();
      doneBytes += part.length;
      job.tell('writing', 0.3 + 0.7 * (doneBytes / total));
      yield part;
    }
  };
  for (const row of rows) {
    let place = folders.get(row.accountId);
    if (place === undefined) {
      const name = freeFileName(safeFileName(row.accountName.replaceAll(/[/\\]/gu, ' ')), takenFolders);
      takenFolders.add(name.toLowerCase());
      place = { path: join(folder, name), taken: new Set() };
      folders.set(row.accountId, place);
      // oxlint-disable-next-line no-await-in-loop -- once a client
      await mkdir(place.path, { recursive: true });
    }
    const name = freeFileName(row.name, place.taken);
    try {
      // oxlint-disable-next-line no-await-in-loop -- one file at a time
      await writeWhole(join(place.path, name), watched(row));
      place.taken.add(name.toLowerCase());
      written += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'attachmentDamaged' && error.code !== 'attachmentMissing') throw error;
      refused.push({ name: row.name, code: error.code });
    }
  }
  return { written, refused };
}
