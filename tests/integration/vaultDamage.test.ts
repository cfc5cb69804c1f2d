import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logRoomBytes } from '../../electron/vault/store/logRoom.ts';
import { latestVersion } from '../../electron/vault/store/migrate.ts';
import { migrations } from '../../electron/vault/store/migrations/index.ts';
import { quickStretch } from '../support/quickStretch.ts';
import { newVaultsDir, openTestVault, startTestSession, testPassword } from '../support/testVault.ts';
import type { TestVault } from '../support/testVault.ts';
import { copyFolder, expectCode, flipBit, snapshot } from '../support/vaultFiles.ts';

/** A closed vault with two saves and a copy of each state; every test works on a fresh copy of the folder. */
let original: TestVault;
const dirs: string[] = [];

beforeAll(async () => {
  original = await openTestVault();
  await saveName(original, 'Первое');
  await original.close({ keepFiles: true });
  const again = startTestSession({ vaultsDir: original.dir });
  await again.call('vault.unlock', { vaultId: original.vaultId, password: testPassword });
  await saveName(again, 'Второе');
  await again.call('vault.close', {});
});
afterAll(() => {
  for (const dir of [original.dir, ...dirs]) rmSync(dir, { recursive: true, force: true });
});

async function saveName(vault: Pick<TestVault, 'call'>, name: string): Promise<void> {
  const { company } = await vault.call('company.get', {});
  await vault.call('company.save', { company: { ...company, name } });
}

type Copy = ReturnType<typeof startTestSession> & {
  readonly folder: string;
  unlock(): ReturnType<TestVault['call']>;
};

function copyOf(options: Partial<Parameters<typeof startTestSession>[0]> = {}): Copy {
  const dir = newVaultsDir();
  dirs.push(dir);
  copyFolder(original.dir, dir);
  const session = startTestSession({ ...options, vaultsDir: dir });
  return {
    ...session,
    folder: join(dir, original.vaultId),
    unlock: () => session.call('vault.unlock', { vaultId: original.vaultId, password: testPassword }),
  };
}

const nameIn = async (copy: Pick<TestVault, 'call'>) => (await copy.call('company.get', {})).company.name;

describe('the database file', () => {
  test('the untouched copy opens: what follows fails for its own reason', async () => {
    const copy = copyOf();
    await copy.unlock();
    expect(await nameIn(copy)).toBe('Второе');
    await copy.call('vault.close', {});
  });

  test.each<[string, (file: string) => void, Parameters<typeof expectCode>[1]]>([
    ['is missing', (file) => unlinkSync(file), 'vaultMissing'],
    ['is empty', (file) => writeFileSync(file, ''), 'vaultEmpty'],
    ['is of another kind', (file) => writeFileSync(file, 'Это не сейф. '.repeat(2000)), 'vaultDamaged'],
    ['is cut in the middle', (file) => truncateSync(file, 4096 * 5), 'vaultDamaged'],
    ['is cut to its first page', (file) => truncateSync(file, 4096), 'vaultDamaged'],
    ['has one bit flipped in its header', (file) => flipBit(file, 20, 1), 'vaultDamaged'],
    ['has one bit flipped far inside', (file) => flipBit(file, 4096 * 7 + 100, 6), 'vaultDamaged'],
  ])('that %s is named, and left as it is', async (_what, damage, code) => {
    const copy = copyOf();
    damage(join(copy.folder, 'vault.db'));
    const before = snapshot(copy.folder);
    await expectCode(copy.unlock(), code);
    // Never an empty vault instead.
    await expectCode(copy.call('company.get', {}), 'locked');
    expect(snapshot(copy.folder)).toEqual(before);
  });

  test('that is plain SQLite or belongs to another vault is foreign or damaged, never opened', async () => {
    const plain = copyOf();
    unlinkSync(join(plain.folder, 'vault.db'));
    const database = new Database(join(plain.folder, 'vault.db'));
    database.exec('CREATE TABLE t (a)');
    database.close();
    await expectCode(plain.unlock(), 'vaultForeign');

    const other = await openTestVault();
    await other.close({ keepFiles: true });
    const mixed = copyOf();
    writeFileSync(join(mixed.folder, 'vault.db'), readFileSync(join(other.dir, other.vaultId, 'vault.db')));
    await expectCode(mixed.unlock(), 'vaultDamaged');
    rmSync(other.dir, { recursive: true, force: true });
  });

  test('any flipped bit is found, with the seal and without it', async () => {
    const size = readFileSync(join(original.dir, original.vaultId, 'vault.db')).length;
    // Every place of the first 64 bytes and some of each page; without the seal the pages' own MACs must do.
    const places = [
      ...Array.from({ length: 16 }, (_, place) => place * 4 + 1),
      ...Array.from({ length: 8 }, (_, part) => Math.floor((size / 8) * part) + 777),
    ];
    for (const [turn, place] of places.entries()) {
      const copy = copyOf();
      if (turn % 2 === 0) unlinkSync(join(copy.folder, 'vault.seal'));
      flipBit(join(copy.folder, 'vault.db'), place, place % 8);
      await expectCode(copy.unlock(), 'vaultDamaged');
    }
  });

  /** Saves once more and closes; answers the closed file with the pages of before put back where they differ. */
  async function withOlderPages(copy: Copy): Promise<Buffer> {
    const file = join(copy.folder, 'vault.db');
    const older = readFileSync(file);
    await copy.unlock();
    await saveName(copy, 'Третье');
    await copy.call('vault.close', {});
    const newer = readFileSync(file);
    const pages = Array.from({ length: newer.length / 4096 }, (_, page) => page).filter(
      (page) =>
        page > 0 &&
        !newer
          .subarray(page * 4096, (page + 1) * 4096)
          .equals(older.subarray(page * 4096, (page + 1) * 4096)),
    );
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) older.copy(newer, page * 4096, page * 4096, (page + 1) * 4096);
    return newer;
  }

  test('an older page of the same vault put back is found by the seal alone', async () => {
    const copy = copyOf();
    writeFileSync(join(copy.folder, 'vault.db'), await withOlderPages(copy));
    await expectCode(copy.unlock(), 'vaultDamaged');
    // Without the seal SQLite takes the mix for whole: this is what the seal is for.
    unlinkSync(join(copy.folder, 'vault.seal'));
    await copy.unlock();
    await copy.call('vault.close', {});
  });

  test('an older page put back while the password is stretched is found as well', async () => {
    let mixed: Buffer = Buffer.alloc(0);
    const copy: Copy = copyOf({
      stretch: async (...given) => {
        // The file is being read meanwhile, its seal is compared later.
        await new Promise((resolve) => setImmediate(resolve));
        if (mixed.length > 0) writeFileSync(join(copy.folder, 'vault.db'), mixed);
        return quickStretch(...given);
      },
    });
    mixed = await withOlderPages(copy);
    await expectCode(copy.unlock(), 'vaultDamaged');
  });

  test('with a seal of another form opens after every page was read', async () => {
    const copy = copyOf();
    writeFileSync(join(copy.folder, 'vault.seal'), Buffer.alloc(32, 7));
    await copy.unlock();
    expect(await nameIn(copy)).toBe('Второе');
    await copy.call('vault.close', {});
    const damaged = copyOf();
    writeFileSync(join(damaged.folder, 'vault.seal'), Buffer.alloc(32, 7));
    flipBit(join(damaged.folder, 'vault.db'), 4096 * 2 + 777, 3);
    await expectCode(damaged.unlock(), 'vaultDamaged');
  });

  test('of a later program is refused, byte for byte unchanged', async () => {
    const newer = copyOf({
      migrations: [
        ...migrations,
        {
          version: latestVersion(migrations) + 1,
          name: 'later',
          up: (db) => db.exec('CREATE TABLE later (a TEXT) STRICT'),
        },
      ],
    });
    await newer.unlock();
    await newer.call('vault.close', {});
    const before = snapshot(newer.folder);
    const today = startTestSession({ vaultsDir: join(newer.folder, '..') });
    await expectCode(
      today.call('vault.unlock', { vaultId: original.vaultId, password: testPassword }),
      'vaultNewer',
    );
    expect(snapshot(newer.folder)).toEqual(before);
  });

  test('a migration that fails leaves the old state, with a copy kept before it', async () => {
    const failing = copyOf({
      migrations: [
        ...migrations,
        {
          version: latestVersion(migrations) + 1,
          name: 'fails half-way',
          up(db) {
            db.exec('CREATE TABLE half (a TEXT) STRICT');
            throw new Error('half-way');
          },
        },
      ],
    });
    expect(
      await failing.dispatch('vault.unlock', { vaultId: original.vaultId, password: testPassword }, 'window'),
    ).toMatchObject({ ok: false });
    const today = startTestSession({ vaultsDir: join(failing.folder, '..') });
    await today.call('vault.unlock', { vaultId: original.vaultId, password: testPassword });
    expect(await nameIn(today)).toBe('Второе');
    expect(
      today.session.opened()?.reader.prepare(`SELECT name FROM sqlite_master WHERE name = 'half'`).all(),
    ).toEqual([]);
    await today.call('vault.close', {});
  });

  test('a second opener gets «busy» and changes nothing', async () => {
    const copy = copyOf();
    await copy.unlock();
    const second = startTestSession({ vaultsDir: join(copy.folder, '..') });
    const before = createHash('sha256')
      .update(readFileSync(join(copy.folder, 'vault.db')))
      .digest('hex');
    await expectCode(
      second.call('vault.unlock', { vaultId: original.vaultId, password: testPassword }),
      'vaultBusy',
    );
    expect(
      createHash('sha256')
        .update(readFileSync(join(copy.folder, 'vault.db')))
        .digest('hex'),
    ).toBe(before);
    await saveName(copy, 'Первый пишет дальше');
    await copy.call('vault.close', {});
    await second.call('vault.unlock', { vaultId: original.vaultId, password: testPassword });
    expect(await nameIn(second)).toBe('Первый пишет дальше');
    await second.call('vault.close', {});
  });
});

describe('the last saves', () => {
  /** The folder as a kill would leave it: saves in the WAL, no seal. */
  async function killedAfter(names: readonly string[]): Promise<Copy> {
    const running = copyOf();
    await running.unlock();
    for (const name of names) await saveName(running, name);
    const dir = newVaultsDir();
    dirs.push(dir);
    copyFolder(join(running.folder, '..'), dir);
    await running.call('vault.close', {});
    const session = startTestSession({ vaultsDir: dir });
    return {
      ...session,
      folder: join(dir, original.vaultId),
      unlock: () => session.call('vault.unlock', { vaultId: original.vaultId, password: testPassword }),
    };
  }

  test('do not lengthen the log: its room was laid at the opening', async () => {
    const running = copyOf();
    await running.unlock();
    const length = () => statSync(join(running.folder, 'vault.db-wal')).size;
    expect(length()).toBe(logRoomBytes);
    for (const name of ['а', 'б', 'в']) await saveName(running, name);
    expect(length()).toBe(logRoomBytes);
    await running.call('vault.close', {});
    expect(existsSync(join(running.folder, 'vault.db-wal'))).toBe(false);
  });

  test('are all there after a kill', async () => {
    const killed = await killedAfter(['а', 'б', 'в']);
    expect(existsSync(join(killed.folder, 'vault.db-wal'))).toBe(true);
    expect(await killed.unlock()).toMatchObject({ lastSavesMissing: 0 });
    expect(await nameIn(killed)).toBe('в');
    await killed.call('vault.close', {});
  });

  test('cut off with the WAL are counted and told', async () => {
    const killed = await killedAfter(['а', 'б', 'в']);
    unlinkSync(join(killed.folder, 'vault.db-wal'));
    expect(await killed.unlock()).toMatchObject({ lastSavesMissing: 3 });
    expect(await nameIn(killed)).toBe('Второе');
    await killed.call('vault.close', {});
  });

  test('would be missed in silence without the mark', async () => {
    const killed = await killedAfter(['а', 'б', 'в']);
    unlinkSync(join(killed.folder, 'vault.db-wal'));
    unlinkSync(join(killed.folder, 'vault.hwm'));
    expect(await killed.unlock()).toMatchObject({ lastSavesMissing: 0 });
    await killed.call('vault.close', {});
  });

  test('a damaged mark is no reason to refuse', async () => {
    const killed = await killedAfter(['а']);
    flipBit(join(killed.folder, 'vault.hwm'), 7, 6);
    expect(await killed.unlock()).toMatchObject({ lastSavesMissing: 0 });
    await killed.call('vault.close', {});
  });

  test('a damaged WAL costs the saves after the damage, and says so', async () => {
    const killed = await killedAfter(['а', 'б', 'в']);
    const wal = join(killed.folder, 'vault.db-wal');
    // After the saves lies the log's room: zeros.
    const written = readFileSync(wal).findLastIndex((byte) => byte !== 0);
    flipBit(wal, Math.floor(written / 2), 3);
    const opened = await killed.unlock();
    expect(opened).toMatchObject({ lastSavesMissing: expect.any(Number) });
    expect((opened as { lastSavesMissing: number }).lastSavesMissing).toBeGreaterThan(0);
    await killed.call('vault.close', {});
  });
});

describe('the header', () => {
  const headers = ['vault.hdr', 'vault.hdr.bak', join('backups', 'vault.hdr')];

  test.each([0, 1, 2])('opens from any one copy (%i), and the others are mended', async (left) => {
    const copy = copyOf();
    for (const [place, name] of headers.entries())
      if (place !== left) writeFileSync(join(copy.folder, name), 'broken');
    await copy.unlock();
    await copy.call('vault.close', {});
    const contents = headers.map((name) => readFileSync(join(copy.folder, name), 'utf8'));
    expect(new Set(contents).size).toBe(1);
  });

  test('with every copy damaged is named, and the vault still stands in the list', async () => {
    const copy = copyOf();
    for (const name of headers) flipBit(join(copy.folder, name), 40, 0);
    await expectCode(copy.unlock(), 'vaultHeaderDamaged');
    expect((await copy.call('vault.status', {})).vaults.map((vault) => vault.id)).toEqual([original.vaultId]);
  });

  test.each([
    ['cheaper', 2 ** 10],
    ['a little cheaper', 2 ** 16],
    ['eight gigabytes', 2 ** 23],
    ['not a power of two', 2 ** 17 + 1],
  ])('asking for a password cost that is %s is refused even with a right checksum', async (_what, cost) => {
    const copy = copyOf();
    const text = readFileSync(join(copy.folder, 'vault.hdr'), 'utf8').replace(/"N":\d+/, `"N":${cost}`);
    const { header } = JSON.parse(text) as { header: unknown };
    const forged = JSON.stringify({
      header,
      sha256: createHash('sha256').update(JSON.stringify(header)).digest('hex'),
    });
    for (const name of headers) writeFileSync(join(copy.folder, name), forged);
    await expectCode(copy.unlock(), 'vaultHeaderDamaged');
  });

  test('of another vault does not open this one', async () => {
    const other = await openTestVault();
    await other.close({ keepFiles: true });
    const copy = copyOf();
    for (const name of headers)
      writeFileSync(join(copy.folder, name), readFileSync(join(other.dir, other.vaultId, 'vault.hdr')));
    expect(
      await copy.dispatch('vault.unlock', { vaultId: original.vaultId, password: testPassword }, 'window'),
    ).toMatchObject({ ok: false });
    await expectCode(copy.call('company.get', {}), 'locked');
    rmSync(other.dir, { recursive: true, force: true });
  });
});

describe('copies', () => {
  test('are made at lock when something changed, and only then', async () => {
    const copy = copyOf();
    const list = async () => (await copy.call('vault.listBackups', { vaultId: original.vaultId })).backups;
    const before = await list();
    expect(before.length).toBe(2);
    expect(before[0]?.rev).toBeGreaterThan(before[1]?.rev ?? Infinity);
    await copy.unlock();
    await copy.call('vault.close', {});
    expect(await list()).toEqual(before);
  });

  test('bring a damaged vault back; the damaged file stays', async () => {
    const copy = copyOf();
    const file = join(copy.folder, 'vault.db');
    flipBit(file, 5000, 1);
    const damaged = readFileSync(file);
    await expectCode(copy.unlock(), 'vaultDamaged');
    const { backups } = await copy.call('vault.listBackups', { vaultId: original.vaultId });
    const backupId = backups[0]?.backupId ?? '';
    const restore = (password: string) =>
      copy.call('vault.restoreBackup', { vaultId: original.vaultId, backupId, password });
    await expectCode(restore('не тот пароль'), 'wrongPassword');
    expect(await restore(testPassword)).toMatchObject({ lastSavesMissing: 0 });
    expect(await nameIn(copy)).toBe('Второе');
    const kept = readdirSync(copy.folder).find((name) => name.startsWith('vault.db.damaged-')) ?? '';
    expect(readFileSync(join(copy.folder, kept)).equals(damaged)).toBe(true);
    await copy.call('vault.close', {});
  });

  test('an older one brings the older state, without a false alarm later', async () => {
    const copy = copyOf();
    const { backups } = await copy.call('vault.listBackups', { vaultId: original.vaultId });
    const backupId = backups.at(-1)?.backupId ?? '';
    await copy.call('vault.restoreBackup', { vaultId: original.vaultId, backupId, password: testPassword });
    expect(await nameIn(copy)).toBe('Первое');
    await copy.call('vault.close', {});
    expect(await copy.unlock()).toMatchObject({ lastSavesMissing: 0 });
    expect(await nameIn(copy)).toBe('Первое');
    await copy.call('vault.close', {});
  });

  test('a damaged copy is refused before anything is moved', async () => {
    const copy = copyOf();
    const { backups } = await copy.call('vault.listBackups', { vaultId: original.vaultId });
    const backupId = backups[0]?.backupId ?? '';
    flipBit(join(copy.folder, 'backups', backupId), 9000, 2);
    const before = readFileSync(join(copy.folder, 'vault.db'));
    await expectCode(
      copy.call('vault.restoreBackup', { vaultId: original.vaultId, backupId, password: testPassword }),
      'vaultDamaged',
    );
    expect(readFileSync(join(copy.folder, 'vault.db')).equals(before)).toBe(true);
  });

  test.each(['../vault.db', '/etc/passwd', '', '000001-000000000001.db/../../vault.db'])(
    'no path passes as a copy: «%s»',
    async (backupId) => {
      const copy = copyOf();
      await expectCode(
        copy.call('vault.restoreBackup', { vaultId: original.vaultId, backupId, password: testPassword }),
        'notFound',
      );
    },
  );
});
