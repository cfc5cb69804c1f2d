import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/vault/store/openDatabase.ts';
import { newVaultsDir, openTestVault, startTestSession, testPassword } from '../support/testVault.ts';
import { filesUnder, filesWith, modeOf } from '../support/vaultFiles.ts';

const dir = newVaultsDir();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('an open file', () => {
  const db = openDatabase({ path: join(dir, 'pragmas.db'), pageKey: randomBytes(32), mode: 'create' });
  beforeAll(() => {
    db.exec('CREATE TABLE words (word TEXT NOT NULL) STRICT');
    return () => db.close();
  });

  test.each([
    ['cipher', 'sqlcipher'],
    ['legacy', 4],
    ['hmac_check', 1],
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['temp_store', 2],
    ['locking_mode', 'exclusive'],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 1],
    ['mmap_size', 0],
    ['application_id', 0x4b414d45],
  ])('has %s = %s', (pragma, expected) => {
    const value = db.pragma(pragma);
    // The driver answers numbers of cipher pragmas as text.
    expect(typeof expected === 'number' ? Number(value) : value).toBe(expected);
  });

  test('gives reading handlers nothing to write with', () => {
    expect(() => db.reader.prepare(`INSERT INTO words (word) VALUES ('x')`)).toThrow(/writing statement/);
    expect(db.reader.prepare('SELECT count(*) AS count FROM words').get()).toEqual({ count: 0 });
  });

  test('takes a transaction back as a whole', () => {
    expect(() =>
      db.transaction(() => {
        db.prepare('INSERT INTO words (word) VALUES (:word)').run({ word: 'первое' });
        throw new Error('half-way');
      }),
    ).toThrow('half-way');
    expect(db.prepare('SELECT * FROM words').all()).toEqual([]);
  });
});

describe('on the disk', () => {
  const canaries = ['Канарейка Пётр Ильич', 'Canary Holding', 'ТайнаяЗаметка'];

  test('no word of the vault lies in any file, open, killed or closed', async () => {
    const vault = await openTestVault();
    const folder = join(vault.dir, vault.vaultId);
    const { company } = await vault.call('company.get', {});
    await vault.call('company.save', {
      company: { ...company, name: canaries.join(' '), tagline: testPassword },
    });
    await vault.call('search.everywhere', { query: canaries[0] ?? '' });
    expect(filesUnder(folder).length).toBeGreaterThan(4);
    for (const text of [...canaries, testPassword, vault.recoveryKey])
      expect(filesWith(vault.dir, text)).toEqual([]);
    await vault.close({ keepFiles: true });
    for (const text of [...canaries, testPassword, vault.recoveryKey])
      expect(filesWith(vault.dir, text)).toEqual([]);
    // The scan itself finds what is there: the vault's name is readable, for the lock screen.
    expect(filesWith(vault.dir, 'Проверка').length).toBeGreaterThan(0);
    // And the words are there for who has the password.
    const again = startTestSession({ vaultsDir: vault.dir });
    await again.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword });
    expect((await again.call('company.get', {})).company.name).toContain('Канарейка');
    await again.call('vault.close', {});
    rmSync(vault.dir, { recursive: true, force: true });
  });

  test.skipIf(process.platform === 'win32')('only this user may read the files', async () => {
    const vault = await openTestVault();
    const folder = join(vault.dir, vault.vaultId);
    const modes = () => filesUnder(folder).map(({ path }) => modeOf(path));
    expect(new Set(modes())).toEqual(new Set(['600']));
    await vault.close({ keepFiles: true });
    expect(new Set(modes())).toEqual(new Set(['600']));
    expect([folder, join(folder, 'backups')].map(modeOf)).toEqual(['700', '700']);
    rmSync(vault.dir, { recursive: true, force: true });
  });
});
