import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { derivePasswordKey } from '../../electron/vault/keys/derive.ts';
import {
  newVaultsDir,
  openTestExampleVault,
  openTestVault,
  startTestSession,
  testPassword,
} from '../support/testVault.ts';
import type { TestVault } from '../support/testVault.ts';
import { expectCode, filesUnder } from '../support/vaultFiles.ts';

const open: TestVault[] = [];
afterEach(async () => {
  for (const vault of open.splice(0)) await vault.close();
});

async function newVault(options: Parameters<typeof openTestVault>[0] = {}): Promise<TestVault> {
  const vault = await openTestVault(options);
  open.push(vault);
  return vault;
}

async function renameCompany(vault: Pick<TestVault, 'call'>, name: string): Promise<void> {
  const { company } = await vault.call('company.get', {});
  await vault.call('company.save', { company: { ...company, name } });
}

const companyName = async (vault: Pick<TestVault, 'call'>) =>
  (await vault.call('company.get', {})).company.name;

/** The vault locked and the vault process started anew, as after a lock. */
async function relock(
  vault: TestVault,
  options: Parameters<typeof openTestVault>[0] = {},
): Promise<ReturnType<typeof startTestSession>> {
  await vault.close({ keepFiles: true });
  return startTestSession({ ...options, vaultsDir: vault.dir });
}

/** The program's own stretching of passwords: other tests take less of it. */
const asInProgram = { stretch: derivePasswordKey };

describe('creating and opening', () => {
  test('what was saved is there after locking and opening with the password', async () => {
    const vault = await newVault(asInProgram);
    await renameCompany(vault, 'Ромашка');
    const again = await relock(vault, asInProgram);
    const opened = await again.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword });
    expect(opened.lastSavesMissing).toBe(0);
    expect(opened.vault).toMatchObject({ id: vault.vaultId, name: 'Проверка', kind: 'own', language: 'ru' });
    expect(await companyName(again)).toBe('Ромашка');
    await again.call('vault.close', {});
  });

  test('before and after, everything but the lock screen answers «locked»', async () => {
    const vault = await newVault();
    await vault.reply('vault.close', {}, 'shell');
    for (const [name, input] of [
      ['company.get', {}],
      ['accounts.list', { query: '' }],
      ['search.everywhere', { query: 'Ромашка' }],
      ['vault.changePassword', { oldPassword: testPassword, newPassword: 'другой длинный пропуск' }],
    ] as const) {
      expect(await vault.reply(name, input)).toEqual({ ok: false, code: 'locked', details: {} });
    }
    expect(await vault.reply('vault.status', {})).toMatchObject({ ok: true, value: { open: null } });
  });

  test('the status lists the vaults of this computer, own ones first', async () => {
    const dir = newVaultsDir();
    const { call } = startTestSession({ vaultsDir: dir });
    expect(await call('vault.status', {})).toEqual({ open: null, vaults: [], retryAfterMs: 0 });
    await call('vault.openExample', { language: 'ru' });
    await call('vault.create', { name: 'Мой', password: testPassword, language: 'en' });
    const { open: opened, vaults } = await call('vault.status', {});
    expect(opened?.name).toBe('Мой');
    expect(vaults.map((vault) => vault.kind)).toEqual(['own', 'example']);
    await call('vault.close', {});
    rmSync(dir, { recursive: true, force: true });
  });

  test('a weak password makes no vault and leaves nothing on the disk', async () => {
    const dir = newVaultsDir();
    const { call } = startTestSession({ vaultsDir: dir });
    await expectCode(
      call('vault.create', { name: 'Мой', password: 'qwerty123456', language: 'ru' }),
      'weakPassword',
    );
    expect(filesUnder(dir)).toEqual([]);
    rmSync(dir, { recursive: true, force: true });
  });

  test('the example opens with one press and keeps what is typed into it', async () => {
    const vault = await openTestExampleVault('ru');
    open.push(vault);
    const before = await vault.call('accounts.list', { query: '' });
    expect(before.total).toBeGreaterThan(0);
    await renameCompany(vault, 'Переименовано');
    const again = await relock(vault);
    const opened = await again.call('vault.openExample', { language: 'ru' });
    expect(opened.vault.id).toBe(vault.vaultId);
    expect(await companyName(again)).toBe('Переименовано');
    await expectCode(
      again.call('vault.changePassword', { oldPassword: 'x', newPassword: 'другой длинный пропуск' }),
      'unavailable',
    );
    await again.call('vault.close', {});
  });
});

describe('the password', () => {
  test('the same «й» opens, typed as one sign or as two', async () => {
    const dir = newVaultsDir();
    const first = startTestSession({ ...asInProgram, vaultsDir: dir });
    const password = 'синий йогурт ёлка 7';
    expect(password.normalize('NFD')).not.toBe(password.normalize('NFC'));
    const { vault } = await first.call('vault.create', {
      name: 'Мой',
      password: password.normalize('NFC'),
      language: 'ru',
    });
    await first.call('vault.close', {});
    for (const form of ['NFC', 'NFD'] as const) {
      const again = startTestSession({ ...asInProgram, vaultsDir: dir });
      await again.call('vault.unlock', { vaultId: vault.id, password: password.normalize(form) });
      await again.call('vault.close', {});
    }
    rmSync(dir, { recursive: true, force: true });
  });

  test('every wrong one gets the same answer; the sixth has to wait, over a restart too', async () => {
    const clock = { nowMs: () => Date.now(), mono: 0, monotonicMs: () => clock.mono };
    const vault = await newVault(asInProgram);
    await vault.close({ keepFiles: true });
    const first = startTestSession({ ...asInProgram, vaultsDir: vault.dir, clock });
    const unlock = (password: string) =>
      first.dispatch('vault.unlock', { vaultId: vault.vaultId, password }, 'window');
    const wrong = [
      testPassword.toUpperCase(),
      `${testPassword} `,
      testPassword.slice(0, -1),
      'dthrf-rbhgbx-7-vfzr',
      'x',
    ];
    const answers = await Promise.all(wrong.map(unlock));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"code":"wrongPassword","details":{}}']),
    );
    expect(await unlock(testPassword)).toEqual({
      ok: false,
      code: 'tooManyAttempts',
      details: { seconds: 2 },
    });
    const restarted = startTestSession({ ...asInProgram, vaultsDir: vault.dir, clock });
    await expectCode(
      restarted.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword }),
      'tooManyAttempts',
    );
    expect((await restarted.call('vault.status', {})).retryAfterMs).toBeGreaterThan(0);
    clock.mono += 2000;
    expect(await unlock(testPassword)).toMatchObject({ ok: true });
    await first.call('vault.close', {});
  });

  test('changing it touches neither the database nor the copies, and the old one no longer opens', async () => {
    const vault = await newVault();
    await renameCompany(vault, 'До смены');
    // The WAL is part of what must not change.
    const databases = () =>
      Object.fromEntries(
        filesUnder(join(vault.dir, vault.vaultId))
          .filter(({ path }) => /\.db(?:-wal)?$/.test(path))
          .map(({ path, bytes }) => [path, bytes.toString('latin1')]),
      );
    const before = databases();
    expect(Object.keys(before).length).toBeGreaterThan(0);
    await expectCode(
      vault.call('vault.changePassword', {
        oldPassword: 'не тот пароль',
        newPassword: 'другой длинный пропуск',
      }),
      'wrongPassword',
    );
    await vault.call('vault.changePassword', {
      oldPassword: testPassword,
      newPassword: 'другой длинный пропуск',
    });
    expect(databases()).toEqual(before);
    const again = await relock(vault);
    await expectCode(
      again.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword }),
      'wrongPassword',
    );
    await again.call('vault.unlock', { vaultId: vault.vaultId, password: 'другой длинный пропуск' });
    expect(await companyName(again)).toBe('До смены');
    await again.call('vault.close', {});
  });
});

describe('the recovery key', () => {
  test('opens, sets a new password, and stays good', async () => {
    const vault = await newVault();
    await renameCompany(vault, 'Ромашка');
    const again = await relock(vault);
    const open = (recoveryKey: string, newPassword = 'новый длинный пропуск') =>
      again.call('vault.unlockWithRecoveryKey', { vaultId: vault.vaultId, recoveryKey, newPassword });
    await expectCode(open('2FD2-SEC3-SGCW-2X1J-V8VD-7EWB-J2GM'), 'wrongRecoveryKey');
    await expectCode(open(vault.recoveryKey, 'слабый'), 'weakPassword');
    await open(vault.recoveryKey.toLowerCase().replaceAll('-', ''));
    expect(await companyName(again)).toBe('Ромашка');
    await again.call('vault.close', {});
    await expectCode(
      again.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword }),
      'wrongPassword',
    );
    await again.call('vault.unlock', { vaultId: vault.vaultId, password: 'новый длинный пропуск' });
    await again.call('vault.close', {});
    await open(vault.recoveryKey);
    await again.call('vault.close', {});
  });

  test('a renewed key ends the old one', async () => {
    const vault = await newVault();
    await expectCode(vault.call('vault.renewRecoveryKey', { password: 'не тот пароль' }), 'wrongPassword');
    const { recoveryKey } = await vault.call('vault.renewRecoveryKey', { password: testPassword });
    expect(recoveryKey).not.toBe(vault.recoveryKey);
    const again = await relock(vault);
    const newPassword = 'новый длинный пропуск';
    await expectCode(
      again.call('vault.unlockWithRecoveryKey', {
        vaultId: vault.vaultId,
        recoveryKey: vault.recoveryKey,
        newPassword,
      }),
      'wrongRecoveryKey',
    );
    await again.call('vault.unlockWithRecoveryKey', { vaultId: vault.vaultId, recoveryKey, newPassword });
    await again.call('vault.close', {});
  });
});

describe('the door', () => {
  test('the window cannot make the calls that carry paths, nor any it does not know', async () => {
    const vault = await newVault();
    for (const name of [
      'proposals.writeDocx',
      'proposals.exportFileName',
      'vault.close',
      'constructor',
      '__proto__',
      'toString',
      '',
    ]) {
      expect(await vault.reply(name, {})).toEqual({ ok: false, code: 'unavailable', details: {} });
    }
  });

  test('a wrong input is named by its field and never quoted', async () => {
    const vault = await newVault();
    const reply = await vault.reply('accounts.list', { query: 'Секретный клиент'.repeat(100) });
    expect(reply).toEqual({ ok: false, code: 'invalidInput', details: { field: 'query' } });
    for (const junk of [null, 7, 'x', [], { query: 7 }]) {
      expect(await vault.reply('accounts.list', junk)).toMatchObject({ ok: false, code: 'invalidInput' });
    }
  });
});
