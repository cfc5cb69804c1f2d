import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/ipc/reply.ts';
import { syncFile, syncFolder } from './atomicWrite.ts';
import { openDatabase } from './openDatabase.ts';
import type { ReadableDb, VaultDb } from './openDatabase.ts';
import { readVaultMeta } from './vaultMeta.ts';

/**
 * Copies of the vault, made by itself. `ordinal` counts copies and `rev` saves: both only grow, so a computer clock
 * that jumps neither reorders nor deletes anything.
 */
export type Backup = {
  readonly backupId: string;
  readonly ordinal: number;
  readonly rev: number;
  readonly path: string;
  /** Of the file, for the user's eyes only. */
  readonly savedAtMs: number;
};

const newestKept = 10;
const everyNth = 20;
const mostKept = 18;

const fileName = /^(\d{6})-(\d{12})\.db$/;

/** Newest first. An absent folder has none. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): Backup[] => {
      const parts = fileName.exec(name);
      if (parts === null) return [];
      const path = join(folder, name);
      return [
        {
          backupId: name,
          ordinal: Number(parts[1]),
          rev: Number(parts[2]),
          path,
          savedAtMs: Math.round(statSync(path).mtimeMs),
        },
      ];
    })
    .toSorted((one, other) => other.ordinal - one.ordinal);
}

/** Throws notFound for a name that is not one of the folder's copies: an id never reaches the disk as a path. */
export function findBackup(folder: string, backupId: string): Backup {
  const backup = listBackups(folder).find((candidate) => candidate.backupId === backupId);
  if (backup === undefined) throw new AppError('notFound', 'no such backup');
  return backup;
}

/** Opens a copy for one look into it. Throws what opening throws. */
export function readBackup<Result>(
  path: string,
  pageKey: Buffer,
  look: (copy: ReadableDb) => Result,
): Result {
  return withCopy(path, pageKey, (copy) => look(copy.reader));
}

function withCopy<Result>(path: string, pageKey: Buffer, work: (copy: VaultDb) => Result): Result {
  const copy = openDatabase({ path, pageKey, mode: 'open' });
  try {
    return work(copy);
  } finally {
    copy.close();
    // Opening may leave an empty WAL beside the copy.
    rmSync(`${path}-wal`, { force: true });
  }
}

/** Opens a copy and reads all of it. Throws vaultDamaged or vaultForeign. */
export function checkBackup(path: string, pageKey: Buffer, vaultId: string): { readonly rev: number } {
  return withCopy(path, pageKey, (copy) => {
    if (copy.findDamage().length > 0) throw new AppError('vaultDamaged', 'the copy is damaged');
    const meta = readVaultMeta(copy.reader);
    if (meta.vaultId !== vaultId) throw new AppError('vaultForeign', 'a copy of another vault');
    return { rev: meta.rev };
  });
}

/**
 * Makes a copy and adds it to the ring only after it was reopened and read through; then drops what the ring no
 * longer keeps. Answers false when the newest copy already holds this `rev`.
 */
export function addBackup(db: VaultDb, folder: string, pageKey: Buffer, vaultId: string): boolean {
  const [newest] = listBackups(folder);
  if (newest !== undefined && newest.rev === readVaultMeta(db.reader).rev) return false;
  copyToRing(db, folder, pageKey, vaultId);
  dropOld(folder);
  return true;
}

/**
 * Puts one copy made now in the place of all that there are: older ones hold what was erased since. The new one is read
 * through before any goes.
 */
export function remakeBackups(db: VaultDb, folder: string, pageKey: Buffer, vaultId: string): void {
  const older = listBackups(folder);
  copyToRing(db, folder, pageKey, vaultId);
  for (const { path } of older) rmSync(path, { force: true });
  syncFolder(folder);
}

function copyToRing(db: VaultDb, folder: string, pageKey: Buffer, vaultId: string): void {
  const { rev } = readVaultMeta(db.reader);
  const [newest] = listBackups(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, 'unfinished.tmp');
  try {
    rmSync(temporary, { force: true });
    db.copyInto(temporary);
    if (checkBackup(temporary, pageKey, vaultId).rev !== rev)
      throw new AppError('vaultDamaged', 'the copy lags');
    syncFile(temporary);
    const ordinal = (newest?.ordinal ?? 0) + 1;
    const name = `${String(ordinal).padStart(6, '0')}-${String(rev).padStart(12, '0')}.db`;
    renameSync(temporary, join(folder, name));
    syncFolder(folder);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Removes damaged databases that were put aside when a copy was put back: they hold what was in them. */
export function dropDamaged(databasePath: string): void {
  const folder = dirname(databasePath);
  const prefix = `${basename(databasePath)}.damaged-`;
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true });
}

function dropOld(folder: string): void {
  const backups = listBackups(folder);
  const kept = backups.filter((backup, place) => place < newestKept || backup.ordinal % everyNth === 0);
  const keptIds = new Set(kept.slice(0, mostKept).map((backup) => backup.backupId));
  for (const backup of backups) if (!keptIds.has(backup.backupId)) rmSync(backup.path, { force: true });
}

/**
 * Puts a checked copy in the place of the database. The damaged file stays beside it as `*.damaged-<rev>`.
 */
export function putBack(backup: Backup, databasePath: string, damagedRev: string): void {
  const temporary = `${databasePath}.restored`;
  try {
    copyFileSync(backup.path, temporary);
    syncFile(temporary);
    for (const suffix of ['', '-wal']) {
      const path = `${databasePath}${suffix}`;
      if (existsSync(path)) renameSync(path, freeName(`${databasePath}.damaged-${damagedRev}${suffix}`));
    }
    renameSync(temporary, databasePath);
    syncFolder(join(databasePath, '..'));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Whether a restore has put an earlier database beside this one. */
export function hasSetAside(databasePath: string): boolean {
  const start = `${basename(databasePath)}.damaged-`;
  return readdirSync(dirname(databasePath)).some((name) => name.startsWith(start));
}

function freeName(path: string): string {
  let candidate = path;
  for (let count = 2; existsSync(candidate); count += 1) candidate = `${path}-${count}`;
  return candidate;
}
