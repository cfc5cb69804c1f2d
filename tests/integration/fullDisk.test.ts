import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ballastBytes } from '../../electron/vault/store/ballast.ts';
import type { WritableDb } from '../../electron/vault/store/openDatabase.ts';
import { accountDraft } from '../support/drafts.ts';
import { openTestVault, startTestSession, testPassword } from '../support/testVault.ts';

// A disk without room: the vault keeps some of its own, and gives it up for the save that finds none.

const mib = 1024 * 1024;
const aMinuteMs = 60_000;

let parent: string;
let disk: string | null;

/** A file system of so many bytes; null where the system lets us mount none. */
function mountDisk(bytes: number): string | null {
  const folder = mkdtempSync(join(parent, 'диск-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

/** Leaves nothing free; answers the file that takes it all. */
function fill(folder: string): string {
  const { bavail, bsize } = statfsSync(folder);
  const file = join(folder, randomUUID());
  writeFileSync(file, Buffer.alloc(bavail * bsize));
  return file;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  parent = mkdtempSync(join(tmpdir(), 'kamerton-full-'));
  disk = null;
});

afterEach(() => {
  vi.useRealTimers();
  if (disk !== null) execFileSync('umount', ['-l', disk]);
  rmSync(parent, { recursive: true, force: true });
});

test('some seconds after opening there is room set aside, and it stays at the next openings', async () => {
  const vault = await openTestVault({ vaultsDir: parent });
  const ballast = join(parent, vault.vaultId, 'vault.ballast');
  expect(existsSync(ballast)).toBe(false);
  vi.advanceTimersByTime(aMinuteMs);
  const { size, mode, ino } = statSync(ballast);
  expect(size).toBe(ballastBytes);
  if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
  await vault.close({ keepFiles: true });

  const again = startTestSession({ vaultsDir: parent });
  await again.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword });
  vi.advanceTimersByTime(aMinuteMs);
  expect(statSync(ballast).ino).toBe(ino);
  await again.call('vault.close', {});
});

test('a vault that is closed before lays nothing', async () => {
  const vault = await openTestVault({ vaultsDir: parent });
  await vault.close({ keepFiles: true });
  vi.advanceTimersByTime(aMinuteMs);
  expect(existsSync(join(parent, vault.vaultId, 'vault.ballast'))).toBe(false);
});

test('on a full disk a save is written with that room, and once it is gone the next is declined whole', async () => {
  disk = mountDisk(96 * mib);
  const vault = await openTestVault({ vaultsDir: disk ?? parent });
  const ballast = join(disk ?? parent, vault.vaultId, 'vault.ballast');
  vi.advanceTimersByTime(aMinuteMs);
  expect(existsSync(ballast)).toBe(true);
  const opened = vault.session.opened();
  if (opened === null) throw new Error('The vault is closed');
  const kept = ['Первый'];
  await vault.call('accounts.create', { draft: accountDraft({ name: 'Первый' }) });

  if (disk === null) {
    // No disk of our own here: what is saved says itself that there is no room beside the ballast.
    const full = Object.assign(new Error('no room'), { code: 'SQLITE_FULL' });
    const city = (to: string) => (db: WritableDb) => {
      db.prepare('UPDATE accounts SET city = :to').run({ to });
      if (to === 'Нигде' || existsSync(ballast)) throw full;
    };
    opened.save(city('Волхов'));
    expect(() => opened.save(city('Нигде'))).toThrow(expect.objectContaining({ code: 'diskFull' }));
    const { rows } = await vault.call('accounts.list', { query: '', archived: false });
    expect(rows.map((row) => row.city)).toEqual(['Волхов']);
  } else {
    const add = async (name: string) => {
      const relationNow = 'Слова о том, как идут дела. '.repeat(100);
      const reply = await vault.reply('accounts.create', { draft: accountDraft({ name, relationNow }) });
      if (reply.ok) kept.push(name);
      else expect(reply.code).toBe('diskFull');
      return reply.ok;
    };
    expect((await vault.call('rail.counts', {})).isDiskShort).toBe(false);
    const fillers = [fill(disk)];
    expect((await vault.call('rail.counts', {})).isDiskShort).toBe(true);
    // The first fill the room in the log; the one that finds it full is given the ballast's.
    for (let last = 0; last < 500 && existsSync(ballast); last += 1)
      expect(await add(`Последний ${last}`)).toBe(true);
    expect(existsSync(ballast)).toBe(false);
    fillers.push(fill(disk));
    // What the journal still holds room for is written, and then nothing more.
    let count = 0;
    while (count < 500 && (await add(`Лишний ${count}`))) count += 1;
    expect(count).toBeLessThan(500);
    for (const file of fillers) rmSync(file);
  }
  expect(opened.reader.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  await vault.call('accounts.create', { draft: accountDraft({ name: 'Снова есть место' }) });
  kept.push('Снова есть место');
  await vault.close({ keepFiles: true });
  const again = startTestSession({ vaultsDir: disk ?? parent });
  await again.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword });
  const { rows } = await again.call('accounts.list', { query: '', archived: false });
  expect(rows.map(({ name }) => name).toSorted()).toEqual(kept.toSorted());
  await again.call('vault.close', {});
});
