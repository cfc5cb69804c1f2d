import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/ipc/reply.ts';
import { namingFailures } from './storeFailure.ts';

/** What a named parameter or a column may hold. Booleans are stored as 0 and 1. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlParams = Readonly<Record<string, SqlValue>>;

export type ReadStatement = {
  get(params?: SqlParams): unknown;
  all(params?: SqlParams): unknown[];
  iterate(params?: SqlParams): IterableIterator<unknown>;
};
export type WriteStatement = ReadStatement & {
  /** `changes` = rows inserted, updated or deleted. */
  run(params?: SqlParams): { readonly changes: number };
};

/** A vault to read from: a statement that would write is refused when it is prepared. */
export type ReadableDb = {
  prepare(sql: string): ReadStatement;
};

/** A vault to read and write. */
export type WritableDb = {
  prepare(sql: string): WriteStatement;
  /** Runs all or nothing; nested calls become savepoints. */
  transaction<Result>(run: () => Result): Result;
  /** Runs several statements without parameters: schema scripts of migrations only. */
  exec(sql: string): void;
};

/** The whole database file, for those who open, copy and close it. */
export type VaultDb = WritableDb & {
  /** The same file for handlers that only read. */
  readonly reader: ReadableDb;
  /** One value of a pragma. */
  pragma(name: string): unknown;
  setUserVersion(version: number): void;
  /** Empty when the file is whole; else SQLite's own findings, which may name tables but no content. */
  findDamage(): readonly string[];
  /** Writes an encrypted copy with the same key; the target must be absent or empty. */
  copyInto(path: string): void;
  /** Moves everything from the WAL into the file. */
  checkpoint(): void;
  /** Writes the whole file anew, so that no freed page or gap keeps what was erased. */
  vacuum(): void;
  /** Drops the pages kept in memory: they are read again when asked for. */
  dropCache(): void;
  close(): void;
};

/** «KAME» in ASCII: tells our files from any other SQLite database. */
export const applicationId = 0x4b_41_4d_45;

/** SQLite3 Multiple Ciphers, as bundled with the pinned driver. */
const expectedCipherVersion = 'SQLite3 Multiple Ciphers 2.4.0';

const pagePragmas: Readonly<Record<string, string | number>> = {
  // Every header byte is under the page MAC only with the true SQLCipher 4 format.
  cipher: 'sqlcipher',
  legacy: 4,
  hmac_check: 1,
};

const connectionPragmas: Readonly<Record<string, string | number>> = {
  // No second connection, hence no -shm file and no WAL races between processes.
  locking_mode: 'exclusive',
  journal_mode: 'wal',
  // FULL: in WAL the default NORMAL loses acknowledged commits on power loss.
  synchronous: 2,
  // MEMORY: the default spills sorts and savepoints to disk in plain text.
  temp_store: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  mmap_size: 0,
  // KiB: pages are deciphered once; the default of 2 MiB would do it again for every list.
  cache_size: -65_536,
};

type CipherDatabase = Database.Database & { key(key: Buffer): number };

export type OpenOptions = {
  readonly path: string;
  /** 32 bytes; given to the driver as a buffer, never inside SQL text. */
  readonly pageKey: Buffer;
  /** `create` takes an absent or empty file; `open` refuses those. */
  readonly mode: 'create' | 'open';
};

/**
 * Opens the encrypted file with every pragma set and read back. The file is locked for this process until closed.
 * Throws vaultMissing, vaultEmpty, vaultForeign, vaultDamaged, vaultBusy, readOnlyFolder or diskFull.
 */
export function openDatabase({ path, pageKey, mode }: OpenOptions): VaultDb {
  return namingFailures(() => {
    if (mode === 'open') refuseUnlikelyFile(path);
    // SQLite would create the file with the process's umask; its WAL copies the mode of the file.
    else closeSync(openSync(path, 'a', 0o600));
    // The fork adds `key`; the published types describe the original driver.
    const database = new Database(path, { fileMustExist: true, timeout: 300 }) as CipherDatabase;
    try {
      prepareConnection(database, pageKey, mode);
      return wrap(database);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function refuseUnlikelyFile(path: string): void {
  let size: number;
  try {
    size = statSync(path).size;
  } catch {
    throw new AppError('vaultMissing', 'the database file is not there');
  }
  // SQLite opens a 0-byte file as an empty database under any key.
  if (size === 0) throw new AppError('vaultEmpty', 'the database file is empty');
  const start = Buffer.alloc(16);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, start, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  if (start.toString('latin1').startsWith('SQLite format 3')) {
    throw new AppError('vaultForeign', 'a plain SQLite file');
  }
}

function prepareConnection(database: CipherDatabase, pageKey: Buffer, mode: 'create' | 'open'): void {
  database.pragma(`cipher = 'sqlcipher'`);
  database.pragma('legacy = 4');
  const key = Buffer.from(`x'${pageKey.toString('hex')}'`, 'latin1');
  try {
    database.key(key);
  } finally {
    key.fill(0);
  }
  for (const [name, value] of Object.entries(connectionPragmas)) database.pragma(`${name} = ${value}`);
  if (mode === 'create') database.pragma(`application_id = ${applicationId}`);
  // The first read of the file: a wrong key or a damaged first page shows here.
  const found = database.pragma('application_id', { simple: true });
  if (found !== applicationId) throw new AppError('vaultForeign', 'another application_id');
  for (const [name, expected] of Object.entries({ ...pagePragmas, ...connectionPragmas })) {
    const value: unknown = database.pragma(name, { simple: true });
    if (String(value).toLowerCase() !== String(expected)) {
      throw new Error(`Pragma ${name} did not take: the driver is not the expected build`);
    }
  }
  const version: unknown = database.prepare('SELECT sqlite3mc_version() AS version').pluck().get();
  if (version !== expectedCipherVersion) throw new Error('Another cipher library than the pinned one');
}

function wrap(database: CipherDatabase): VaultDb {
  const statements = new Map<string, Database.Statement<[SqlParams]>>();
  const statement = (sql: string): Database.Statement<[SqlParams]> => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const fresh = database.prepare<[SqlParams]>(sql);
    statements.set(sql, fresh);
    return fresh;
  };
  const prepare = (sql: string): WriteStatement => {
    const prepared = statement(sql);
    return {
      get: (params = {}) => prepared.get(params),
      all: (params = {}) => prepared.all(params),
      iterate: (params = {}) => prepared.iterate(params),
      run: (params = {}) => prepared.run(params),
    };
  };
  // Wrapped once: the driver makes four functions of each it is given.
  const atOnce = database.transaction((work: () => unknown) => work());
  return {
    prepare,
    reader: {
      prepare(sql) {
        if (!statement(sql).readonly) throw new Error('A reading handler prepared a writing statement');
        return prepare(sql);
      },
    },
    // What the wrapper answers is what `run` answered; its type does not pass through.
    transaction: <Result>(run: () => Result) => atOnce.immediate(run) as Result,
    exec: (sql) => void database.exec(sql),
    pragma: (name) => database.pragma(name, { simple: true }),
    setUserVersion: (version) => void database.pragma(`user_version = ${Math.trunc(version)}`),
    findDamage() {
      try {
        const rows = database.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(20)').all();
        const findings = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
        const orphans = database.prepare('PRAGMA foreign_key_check').all();
        return orphans.length > 0 ? [...findings, `${orphans.length} broken references`] : findings;
      } catch {
        return ['unreadable pages'];
      }
    },
    copyInto(path) {
      closeSync(openSync(path, 'w', 0o600));
      database.prepare('VACUUM INTO :path').run({ path });
    },
    checkpoint: () => void database.pragma('wal_checkpoint(TRUNCATE)'),
    vacuum: () => void database.exec('VACUUM'),
    dropCache: () => void database.pragma('shrink_memory'),
    close() {
      statements.clear();
      database.close();
    },
  };
}
