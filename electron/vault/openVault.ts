import { existsSync, rmSync } from 'node:fs';
import { AppError } from '../../shared/ipc/reply.ts';
import { vaultKeysOf, wipe } from './keys/derive.ts';
import type { VaultHeader } from './keys/headerFile.ts';
import { openAttachmentFiles } from './store/attachmentFiles.ts';
import type { AttachmentFiles } from './store/attachmentFiles.ts';
import { openBallast } from './store/ballast.ts';
import { addBackup, dropDamaged, hasSetAside, remakeBackups } from './store/backups.ts';
import { dropScrub, rewriteIndexes, scrubWanted } from './store/erasure/scrub.ts';
import { openHighWaterMark } from './store/highWaterMark.ts';
import { layLogRoom } from './store/logRoom.ts';
import { migrate, refuseNewer, schemaVersionOf } from './store/migrate.ts';
import type { Migration } from './store/migrate.ts';
import { openDatabase } from './store/openDatabase.ts';
import type { ReadableDb, VaultDb, WritableDb } from './store/openDatabase.ts';
import { checkSeal, removeSeal, writeSeal, type FileDigest } from './store/seal.ts';
import { namingFailures } from './store/storeFailure.ts';
import { sweepAttachments } from './store/sweepAttachments.ts';
import { advanceRev, createVaultMeta, readVaultMeta } from './store/vaultMeta.ts';
import type { VaultFolder } from './vaultFolder.ts';

/** A vault that is open in this process. */
export type OpenVault = {
  readonly header: VaultHeader;
  readonly reader: ReadableDb;
  /** Where all its files lie. */
  readonly folder: string;
  /** Sealed files of the dossiers, beside the database. */
  readonly attachments: AttachmentFiles;
  /** Removes sealed files that neither the vault nor a kept backup speaks of. */
  sweepAttachments(): void;
  /** How many acknowledged saves the file lacks (0 = none); they were cut off outside this program. */
  readonly lastSavesMissing: number;
  /**
   * One save: everything in `run` or nothing, counted in `rev`, on the disk when this returns. On a full disk `run` is
   * called a second time, after the ballast was given up. Throws diskFull when that was not enough or is gone already.
   */
  save<Result>(run: (db: WritableDb) => Result): Result;
  /** Adds a copy to the ring if anything changed since the last one. */
  backUp(): void;
  /** Finishes erasures: takes their last traces out of the file and, where asked, out of all copies. */
  scrub(): void;
  /** Drops what of the database is kept in memory. */
  dropCache(): void;
  /** Copies if changed, seals, closes and wipes the keys. */
  close(): void;
};

export type OpenVaultOptions = {
  readonly files: VaultFolder;
  readonly header: VaultHeader;
  readonly dataKey: Buffer;
  /** The closed file as it was read while the key was derived. */
  readonly read?: FileDigest | null;
  readonly migrations: readonly Migration[];
  nowMs(): number;
  /**
   * Brings what follows from the rows in step with them, at the end of every save and in its transaction. Answers
   * whether something is left, which saves of its own then catch up with.
   */
  settle(db: WritableDb): boolean;
};

/** Makes the database of a new vault. Throws diskFull or readOnlyFolder; the caller removes the folder then. */
export function createVaultDatabase(options: OpenVaultOptions): OpenVault {
  const { files, header, dataKey, migrations, nowMs } = options;
  const keys = vaultKeysOf(dataKey);
  const db = openDatabase({ path: files.database, pageKey: keys.page, mode: 'create' });
  try {
    namingFailures(() =>
      db.transaction(() => {
        createVaultMeta(db, header.vaultId, nowMs());
        migrate(db, migrations, () => undefined);
      }),
    );
  } catch (error) {
    db.close();
    wipe(keys);
    throw error;
  }
  return hold(options, keys, db, 0);
}

/**
 * Opens and checks the database of a vault. Throws vaultMissing, vaultEmpty, vaultForeign, vaultDamaged, vaultNewer,
 * vaultBusy, readOnlyFolder or diskFull; in each case the file is left as it was.
 */
export function openVaultDatabase(options: OpenVaultOptions): OpenVault {
  const { files, header, dataKey, migrations } = options;
  const keys = vaultKeysOf(dataKey);
  let db: VaultDb | null = null;
  try {
    // Before the database is opened: opening replays a WAL and so may change the file.
    const seal =
      existsSync(files.database) && !hasWal(files)
        ? checkSeal(files.seal, files.database, keys.seal, options.read ?? null)
        : 'absent';
    db = openDatabase({ path: files.database, pageKey: keys.page, mode: 'open' });
    const opened = db;
    const meta = readVaultMeta(opened.reader);
    if (meta.vaultId !== header.vaultId) throw new AppError('vaultForeign', 'the database of another vault');
    refuseNewer(opened, migrations);
    if (seal === 'broken') throw new AppError('vaultDamaged', 'changed since it was closed');
    // A whole seal covers every byte; without one every page is read and its MAC checked.
    if (seal === 'absent' && opened.findDamage().length > 0)
      throw new AppError('vaultDamaged', 'integrity check');
    const mark = openHighWaterMark(files.mark, keys.mark).read();
    const lastSavesMissing = mark === null ? 0 : Math.max(0, mark - meta.rev);
    namingFailures(() => removeSeal(files.seal));
    namingFailures(() =>
      migrate(opened, migrations, () => void addBackup(opened, files.backups, keys.page, header.vaultId)),
    );
    return hold(options, keys, opened, lastSavesMissing);
  } catch (error) {
    db?.close();
    wipe(keys);
    throw error;
  }
}

/** A WAL with content means the vault was not closed: the seal, if any, does not speak of this state. */
function hasWal(files: VaultFolder): boolean {
  return existsSync(`${files.database}-wal`);
}

function hold(
  { files, header, nowMs, settle }: OpenVaultOptions,
  keys: ReturnType<typeof vaultKeysOf>,
  db: VaultDb,
  lastSavesMissing: number,
): OpenVault {
  const mark = openHighWaterMark(files.mark, keys.mark);
  // A file that lacks saves keeps its old mark until the next save: until then every opening reports the loss.
  if (lastSavesMissing === 0) mark.write(readVaultMeta(db.reader).rev);
  const attachments = openAttachmentFiles(files.attachments, keys.files);
  const sweep = () => {
    // Saves that are missing may have spoken of files: without them nobody can tell which are needed.
    if (lastSavesMissing > 0) return;
    const setAside = hasSetAside(files.database);
    sweepAttachments(db.reader, attachments, { folder: files.backups, pageKey: keys.page, setAside });
  };
  const backUp = () => namingFailures(() => void addBackup(db, files.backups, keys.page, header.vaultId));
  const ballast = openBallast(files.ballast);
  const roomInLog = () => layLogRoom(`${files.database}-wal`);
  roomInLog();
  /** What a full disk declines is tried once more with the room of the ballast. */
  const withRoom = <Result>(work: () => Result): Result => {
    try {
      return namingFailures(work);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'diskFull' || !ballast.release()) throw error;
      return namingFailures(work);
    }
  };
  let catchingUp: NodeJS.Immediate | null = null;
  const save = <Result>(run: (writable: WritableDb) => Result): Result => {
    let rev = 0;
    let isBehind = false;
    const result = withRoom(() =>
      db.transaction(() => {
        const answer = run(db);
        isBehind = settle(db);
        rev = advanceRev(db, nowMs());
        return answer;
      }),
    );
    try {
      mark.write(rev);
    } catch {
      // The save itself is on the disk; a lagging mark only knows less.
    }
    if (isBehind) catchingUp ??= setImmediate(catchUp);
    return result;
  };
  const catchUp = (): void => {
    catchingUp = null;
    try {
      save(() => undefined);
    } catch {
      // Without room on the disk it waits for the next save.
    }
  };
  return {
    header,
    reader: db.reader,
    dropCache: () => db.dropCache(),
    folder: files.folder,
    attachments,
    sweepAttachments: sweep,
    lastSavesMissing,
    save,
    backUp,
    scrub() {
      // A file that lacks saves may need its older copies: they wait until it is whole again.
      if (lastSavesMissing > 0) return;
      const wanted = scrubWanted(db.reader);
      if (wanted === null) return;
      namingFailures(() => {
        db.transaction(() => rewriteIndexes(db));
        db.vacuum();
        db.checkpoint();
        if (wanted === 'copies') {
          remakeBackups(db, files.backups, keys.page, header.vaultId);
          dropDamaged(files.database);
          // No older copy needs them any more.
          sweep();
        }
      });
      roomInLog();
      // Last: what was interrupted is done again at the next opening.
      save(dropScrub);
    },
    close() {
      if (catchingUp !== null) clearImmediate(catchingUp);
      ballast.close();
      try {
        backUp();
        sweep();
      } catch {
        // No room or no right for a copy or for removing a file must not keep the vault open.
      }
      try {
        const clean = schemaVersionOf(db) > 0;
        withRoom(() => db.checkpoint());
        db.close();
        mark.close();
        rmSync(`${files.database}-wal`, { force: true });
        if (clean) writeSeal(files.seal, files.database, keys.seal);
      } catch {
        // Without a seal the next opening reads every page instead.
        rmSync(files.seal, { force: true });
      } finally {
        wipe(keys);
      }
    },
  };
}
