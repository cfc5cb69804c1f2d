import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { rememberedVaults, type Keychain, type Remembered } from '../../electron/main/remembered.ts';
import { openTestExampleVault, openTestVault, startTestSession, testPassword } from '../support/testVault.ts';
import type { TestVault } from '../support/testVault.ts';
import { copyFolder, expectCode, filesUnder, filesWith, flipBit, snapshot } from '../support/vaultFiles.ts';

// The whole life of a remembered vault: the vault on the disk, the file of this computer, and a keychain handed in,
// since the system's own is not there in every place where this runs. The real one is asked in tests/e2e.

const dayMs = 24 * 60 * 60 * 1000;
const startMs = Date.UTC(2026, 10, 3, 9);

/** A keychain that seals under a key of its own, which is lost when it is reset. */
function newKeychain() {
  const state = { name: 'kwallet5' as string | null, answers: true, key: randomBytes(32), lastSecret: '' };
  const keychain: Keychain = {
    backend: () => state.name,
    isUsable: () => state.answers,
    seal(secret) {
      state.lastSecret = secret;
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', state.key, iv);
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', state.key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
  return { state, keychain };
}

const vaults: TestVault[] = [];
const dirs: string[] = [];
afterEach(async () => {
  for (const vault of vaults.splice(0)) await vault.close();
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** A computer with a vault on it. `start` is a new run of the program on what lies there. */
async function newComputer() {
  const clock = { now: startMs, nowMs: () => clock.now, monotonicMs: () => clock.now };
  const { state, keychain } = newKeychain();
  const made = await openTestVault({ clock });
  vaults.push(made);
  await made.close({ keepFiles: true });
  const path = join(made.dir, 'remembered.json');
  const disk = { isFull: false };

  const start = (vaultsDir = made.dir) => {
    const { call } = startTestSession({ vaultsDir, clock });
    const remembered = rememberedVaults({
      keychain,
      file: {
        read() {
          try {
            return JSON.parse(readFileSync(path, 'utf8')) as unknown;
          } catch {
            return undefined;
          }
        },
        write(content) {
          if (disk.isFull) throw new Error('ENOSPC');
          writeFileSync(path, JSON.stringify(content));
        },
      },
      ask: call,
      nowMs: clock.nowMs,
    });
    return { call, remembered };
  };
  const { vaultId, dir, recoveryKey } = made;
  const unlock = async (run: ReturnType<typeof start>, remember: boolean, password = testPassword) => {
    await run.call('vault.unlock', { vaultId, password, remember });
    if (remember) await run.remembered.keep();
    run.remembered.passwordGiven(vaultId);
  };
  /** Remembers the vault and ends the program. */
  const remember = async () => {
    const run = start();
    await unlock(run, true);
    await run.call('company.save', {
      company: { ...(await run.call('company.get', {})).company, name: 'Ромашка' },
    });
    await run.call('vault.close', {});
  };
  /** What happens at the next start of the program. */
  const openAgain = async (vaultsDir?: string) => {
    const run = start(vaultsDir);
    await run.remembered.open(vaultId);
    return run;
  };
  const slotPath = join(dir, vaultId, 'vault.device');
  return {
    clock,
    keychain: state,
    disk,
    path,
    slotPath,
    dir,
    vaultId,
    recoveryKey,
    start,
    unlock,
    remember,
    openAgain,
  };
}

const listed = async (remembered: Remembered) => (await remembered.vaults()).map(({ vaultId }) => vaultId);

/** Nothing is remembered any more, and the password opens what was saved. */
async function expectForgotten(computer: Awaited<ReturnType<typeof newComputer>>, password = testPassword) {
  expect(existsSync(computer.slotPath)).toBe(false);
  const run = computer.start();
  expect(await run.remembered.vaults()).toEqual([]);
  await computer.unlock(run, false, password);
  expect((await run.call('company.get', {})).company.name).toBe('Ромашка');
  await run.call('vault.close', {});
}

describe('a computer that remembers', () => {
  test('does not unless it is told to', async () => {
    const computer = await newComputer();
    const run = computer.start();
    await computer.unlock(run, false);
    await expectCode(run.remembered.keep(), 'unavailable');
    expect(await run.remembered.vaults()).toEqual([]);
    await run.call('vault.close', {});
    expect(existsSync(computer.slotPath)).toBe(false);
    expect(existsSync(computer.path)).toBe(false);
    await expectCode(computer.openAgain(), 'rememberedLost');
  });

  test('opens the vault without its password at the next start', async () => {
    const computer = await newComputer();
    await computer.remember();
    const run = await computer.openAgain();
    expect((await run.call('company.get', {})).company.name).toBe('Ромашка');
    expect(await run.remembered.vaults()).toEqual([
      { vaultId: computer.vaultId, untilMs: startMs + 14 * dayMs, asksPassword: false },
    ]);
    await run.call('vault.close', {});
  });

  test('can be told so in an open vault, by its password', async () => {
    const computer = await newComputer();
    const run = computer.start();
    await computer.unlock(run, false);
    await expectCode(run.call('vault.remember', { password: 'не тот пароль' }), 'wrongPassword');
    await run.call('vault.remember', { password: testPassword });
    await run.remembered.keep();
    // The key is handed over once.
    await expectCode(run.remembered.keep(), 'unavailable');
    await run.call('vault.close', {});
    await (await computer.openAgain()).call('vault.close', {});
  });

  test('keeps no key in the clear, and each time another one', async () => {
    const computer = await newComputer();
    await computer.remember();
    const deviceKey = computer.keychain.lastSecret;
    const bytes = Buffer.from(deviceKey, 'base64');
    expect(bytes).toHaveLength(32);
    for (const secret of [deviceKey, testPassword]) expect(filesWith(computer.dir, secret)).toEqual([]);
    expect(filesUnder(computer.dir).filter((file) => file.bytes.includes(bytes))).toEqual([]);

    await computer.remember();
    expect(computer.keychain.lastSecret).not.toBe(deviceKey);
    const { vaultId } = computer;
    const earlier = computer.start().call('vault.unlockWithDevice', { vaultId, deviceKey });
    await expectCode(earlier, 'rememberedLost');
    await (await computer.openAgain()).call('vault.close', {});
  });

  test('remembers nothing where the keychain or the disk does not keep it, and says so', async () => {
    const computer = await newComputer();
    const spoil = [
      () => Object.assign(computer.keychain, { name: null }),
      () => Object.assign(computer.keychain, { answers: false }),
      () => Object.assign(computer.disk, { isFull: true }),
    ];
    for (const make of spoil) {
      make();
      const run = computer.start();
      await expectCode(computer.unlock(run, true), 'rememberNotKept');
      // The vault stays open.
      expect((await run.call('vault.status', {})).open?.id).toBe(computer.vaultId);
      await run.call('vault.close', {});
      expect(existsSync(computer.slotPath)).toBe(false);
      expect(existsSync(computer.path)).toBe(false);
      Object.assign(computer.keychain, { name: 'kwallet5', answers: true });
      computer.disk.isFull = false;
    }
  });

  test('the example needs no remembering', async () => {
    const example = await openTestExampleVault('ru');
    vaults.push(example);
    await expectCode(example.call('vault.remember', { password: 'любой' }), 'unavailable');
  });
});

describe('it is forgotten', () => {
  test('after fourteen days, and when the clock is set far back', async () => {
    const computer = await newComputer();
    for (const [atMs, code] of [
      [startMs + 14 * dayMs - 1, null],
      [startMs - dayMs, null],
      [startMs + 14 * dayMs, 'rememberedExpired'],
      [startMs - 2 * dayMs, 'rememberedExpired'],
    ] as const) {
      computer.clock.now = startMs;
      await computer.remember();
      computer.clock.now = atMs;
      if (code === null) await (await computer.openAgain()).call('vault.close', {});
      else {
        await expectCode(computer.openAgain(), code);
        await expectForgotten(computer);
      }
    }
  });

  test('a longer time written into the file of this computer does not make it longer', async () => {
    const computer = await newComputer();
    await computer.remember();
    const stored = readFileSync(computer.path, 'utf8');
    writeFileSync(computer.path, stored.replace(String(startMs + 14 * dayMs), String(startMs + 900 * dayMs)));
    computer.clock.now += 15 * dayMs;
    await expectCode(computer.openAgain(), 'rememberedExpired');
    await expectForgotten(computer);
  });

  test('when the user says so', async () => {
    const computer = await newComputer();
    await computer.remember();
    const run = await computer.openAgain();
    await run.remembered.forget(computer.vaultId);
    await run.call('vault.close', {});
    await expectForgotten(computer);
  });

  test('by a new password, and by the recovery key', async () => {
    const computer = await newComputer();
    await computer.remember();
    const kept = snapshot(computer.dir);
    const run = await computer.openAgain();
    const newPassword = 'другой длинный пропуск';
    await run.call('vault.changePassword', { oldPassword: testPassword, newPassword });
    expect(await listed(run.remembered)).toEqual([]);
    await run.call('vault.close', {});
    await expectForgotten(computer, newPassword);

    // Even what stood there before does not open past another password: an old release leaves such a slot behind.
    for (const path of [computer.path, computer.slotPath])
      writeFileSync(path, Buffer.from(kept[path.slice(computer.dir.length)] ?? '', 'latin1'));
    await expectCode(computer.openAgain(), 'rememberedLost');
    await expectForgotten(computer, newPassword);

    const second = computer.start();
    await computer.unlock(second, true, newPassword);
    await second.call('vault.close', {});
    const { vaultId, recoveryKey } = computer;
    const third = computer.start();
    await third.call('vault.unlockWithRecoveryKey', { vaultId, recoveryKey, newPassword: testPassword });
    expect(await listed(third.remembered)).toEqual([]);
    await third.call('vault.close', {});
    await expectForgotten(computer);
  });

  test.each(['gnome_libsecret', null])(
    'when the keychain is %s and no more the one that sealed it',
    async (name) => {
      const computer = await newComputer();
      await computer.remember();
      computer.keychain.name = name;
      await expectCode(computer.openAgain(), 'keychainChanged');
      computer.keychain.name = 'kwallet5';
      await expectForgotten(computer);
    },
  );

  test('when the keychain was reset', async () => {
    const computer = await newComputer();
    await computer.remember();
    computer.keychain.key = randomBytes(32);
    await expectCode(computer.openAgain(), 'rememberedLost');
    await expectForgotten(computer);
  });
});

describe('it is not forgotten', () => {
  test('because the keychain does not answer today', async () => {
    const computer = await newComputer();
    await computer.remember();
    computer.keychain.answers = false;
    await expectCode(computer.openAgain(), 'keychainUnavailable');
    computer.keychain.answers = true;
    await (await computer.openAgain()).call('vault.close', {});
  });

  test('by locking by hand, but the password is asked for once, over a restart too', async () => {
    const computer = await newComputer();
    await computer.remember();
    const run = await computer.openAgain();
    run.remembered.lockedByHand();
    await run.call('vault.close', {});
    await expectCode(computer.openAgain(), 'unavailable');
    const next = computer.start();
    expect((await next.remembered.vaults()).map(({ asksPassword }) => asksPassword)).toEqual([true]);
    await computer.unlock(next, false);
    await next.call('vault.close', {});
    await (await computer.openAgain()).call('vault.close', {});
  });

  test('by restoring a backup: the keys stay', async () => {
    const computer = await newComputer();
    await computer.remember();
    const run = computer.start();
    const { vaultId } = computer;
    const [newest] = (await run.call('vault.listBackups', { vaultId })).backups;
    await run.call('vault.restoreBackup', {
      vaultId,
      backupId: newest?.backupId ?? '',
      password: testPassword,
    });
    await run.call('vault.close', {});
    await (await computer.openAgain()).call('vault.close', {});
  });
});

describe('what was tampered with', () => {
  test('any bit of the slot: one sentence, and the password opens', async () => {
    const computer = await newComputer();
    await computer.remember();
    const whole = readFileSync(computer.slotPath);
    const stored = readFileSync(computer.path);
    for (let byte = 0; byte < whole.length; byte += 1) {
      writeFileSync(computer.path, stored);
      writeFileSync(computer.slotPath, whole);
      flipBit(computer.slotPath, byte, byte % 8);
      await expectCode(computer.openAgain(), 'rememberedLost');
      expect(existsSync(computer.slotPath)).toBe(false);
    }
    await expectForgotten(computer);
  });

  test.each([
    ['empty', ''],
    ['no JSON', 'Это не сейф.'],
    ['a list', '[]'],
    ['a later form', '{"format":2}'],
    ['endless', 'x'.repeat(200_000)],
  ])('a slot that is %s', async (_what, content) => {
    const computer = await newComputer();
    await computer.remember();
    writeFileSync(computer.slotPath, content);
    await expectCode(computer.openAgain(), 'rememberedLost');
    await expectForgotten(computer);
  });

  test.each([
    ['no JSON', () => 'Это не сейф.'],
    ['a list', () => '[]'],
    ['an entry of other types', (text: string) => text.replace(/"backend":"\w+"/, '"backend":7')],
    ['an entry without its text', (text: string) => text.replace(/"sealed":"[^"]*"/, '"sealed":""')],
    ['an entry of another secret', (text: string) => text.replace(/"sealed":"../, '"sealed":"AA')],
  ])('a file of this computer that is %s', async (_what, spoil) => {
    const computer = await newComputer();
    await computer.remember();
    const { path } = computer;
    writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    const run = computer.start();
    await expectCode(run.remembered.open(computer.vaultId), 'rememberedLost');
    await expectForgotten(computer);
  });

  test('a sealed text that holds something else', async () => {
    const computer = await newComputer();
    await computer.remember();
    const other = newKeychain();
    other.state.key = computer.keychain.key;
    const stored = JSON.parse(readFileSync(computer.path, 'utf8')) as Record<string, object>;
    for (const secret of ['', 'короткий', randomBytes(32).toString('base64'), 'x'.repeat(100_000)]) {
      await computer.remember();
      const entry = { ...stored[computer.vaultId], sealed: other.keychain.seal(secret) };
      writeFileSync(computer.path, JSON.stringify({ [computer.vaultId]: entry }));
      await expectCode(computer.openAgain(), 'rememberedLost');
    }
    await expectForgotten(computer);
  });

  test('a folder from another computer opens by the password alone, as does a slot of another vault', async () => {
    const computer = await newComputer();
    await computer.remember();
    const elsewhere = await newComputer();
    dirs.push(computer.dir);
    copyFolder(join(computer.dir, computer.vaultId), join(elsewhere.dir, computer.vaultId));
    const run = elsewhere.start();
    expect((await run.call('vault.status', {})).vaults.filter((vault) => vault.hasDeviceSlot)).toHaveLength(
      1,
    );
    expect(await run.remembered.vaults()).toEqual([]);
    await expectCode(run.remembered.open(computer.vaultId), 'rememberedLost');
    await elsewhere.remember();
    writeFileSync(elsewhere.slotPath, readFileSync(computer.slotPath));
    await expectCode(elsewhere.openAgain(), 'rememberedLost');
    await expectForgotten(elsewhere);
  });
});

test('the header is the same as without: a release that knows no such slot opens the vault as before', async () => {
  const computer = await newComputer();
  const headers = () =>
    filesUnder(join(computer.dir, computer.vaultId))
      .filter(({ path }) => /vault\.hdr(?:\.bak)?$/.test(path))
      .map(({ path, bytes }) => [path, bytes.toString('latin1')]);
  const before = headers();
  expect(before.length).toBeGreaterThan(1);
  await computer.remember();
  await (await computer.openAgain()).call('vault.close', {});
  expect(headers()).toEqual(before);
});
