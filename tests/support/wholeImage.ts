import { inflateSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { vaultKeysOf } from '../../electron/vault/keys/derive.ts';
import { readHeader } from '../../electron/vault/keys/headerFile.ts';
import { openPasswordSlot } from '../../electron/vault/keys/slots.ts';
import { listBackups } from '../../electron/vault/store/backups.ts';
import { vaultFolder } from '../../electron/vault/vaultFolder.ts';
import { quickStretch } from './quickStretch.ts';
import { testPassword } from './testVault.ts';

/** A closed vault's database or copy as one who has the key would see it: every page, and what is packed inside. */
export type WholeImage = {
  readonly path: string;
  readonly bytes: Buffer;
  readonly packed: readonly string[];
};

/** Everything of a closed vault, deciphered: the database and every copy of it. */
export async function wholeImages(vaultsDir: string, vaultId: string): Promise<WholeImage[]> {
  const files = vaultFolder(vaultsDir, vaultId);
  const header = readHeader(files.headers);
  const slot = header.slots.find(({ type }) => type === 'password');
  if (slot === undefined || slot.type !== 'password') throw new Error('a vault without a password');
  const dataKey = await openPasswordSlot(vaultId, slot, testPassword, quickStretch);
  if (dataKey === null) throw new Error('another password than the test vault has');
  const { page } = vaultKeysOf(dataKey);
  const paths = [files.database, ...listBackups(files.backups).map(({ path }) => path)];
  return paths.map((path) => {
    // The fork adds `key`; the published types describe the original driver.
    const database = new Database(path, { readonly: false }) as Database.Database & {
      key(key: Buffer): number;
    };
    try {
      database.pragma(`cipher = 'sqlcipher'`);
      database.pragma('legacy = 4');
      database.key(Buffer.from(`x'${page.toString('hex')}'`, 'latin1'));
      const bytes = database.serialize();
      return { path, bytes, packed: packedOf(database) };
    } finally {
      database.close();
    }
  });
}

/** Deflated columns as text: raw bytes would hide what stands in them. */
function packedOf(database: Database.Database): string[] {
  const tables = database
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'`,
    )
    .all();
  return tables.flatMap(({ name }) =>
    database
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`)
      .all()
      .flatMap((row) => Object.values(row).filter((value): value is Buffer => Buffer.isBuffer(value)))
      .map((value) => {
        try {
          return inflateSync(value).toString('utf8');
        } catch {
          return value.toString('latin1');
        }
      }),
  );
}
