import { fork } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readHeader } from '../../electron/vault/keys/headerFile.ts';
import { parseRecoveryKey } from '../../electron/vault/keys/recoveryKey.ts';
import { openSecretSlot } from '../../electron/vault/keys/slots.ts';
import { vaultFolder } from '../../electron/vault/vaultFolder.ts';
import { openTestVault, startTestSession, testPassword } from '../support/testVault.ts';
import { seededRandom } from '../support/vaultChild.ts';

const passwords = ['первый длинный пропуск', 'второй длинный пропуск'];
const dirs: string[] = [];
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

test('a password change killed at twenty points: the old or the new password opens, and the recovery key', async () => {
  const random = seededRandom('passwordChangeKill');
  const vault = await openTestVault();
  dirs.push(vault.dir);
  await vault.close({ keepFiles: true });
  const files = vaultFolder(vault.dir, vault.vaultId);
  const slot = readHeader(files.headers).slots.find((candidate) => candidate.type === 'recovery');
  const dataKey =
    slot === undefined ? null : openSecretSlot(vault.vaultId, slot, parseRecoveryKey(vault.recoveryKey));
  if (dataKey === null) throw new Error('the recovery key opens its vault');

  for (let turn = 0; turn < 20; turn += 1) {
    const writer = fork(
      join(import.meta.dirname, 'headerWriter.ts'),
      [vault.dir, vault.vaultId, dataKey.toString('hex'), ...passwords],
      { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    await new Promise((resolve) => writer.once('message', resolve));
    await new Promise((resolve) => setTimeout(resolve, random() * 40));
    writer.kill('SIGKILL');
    await new Promise((resolve) => writer.once('exit', resolve));

    const { call, dispatch } = startTestSession({ vaultsDir: vault.dir });
    const header = readHeader(files.headers);
    // Revision 1 is the vault as it was made: the first kill may come before the first change.
    const current = header.revision === 1 ? testPassword : (passwords[header.revision % 2] ?? '');
    const former = passwords[(header.revision + 1) % 2] ?? '';
    await call('vault.unlock', { vaultId: vault.vaultId, password: current });
    await call('vault.close', {});
    // Opening has mended the copies: no former password stays alive in one of them.
    expect(new Set(files.headers.map((path) => readFileSync(path, 'utf8'))).size).toBe(1);
    if (turn % 5 === 0) {
      expect(
        await dispatch('vault.unlock', { vaultId: vault.vaultId, password: former }, 'window'),
      ).toMatchObject({
        code: 'wrongPassword',
      });
    }
  }
  // Otherwise the kills hit nothing.
  expect(readHeader(files.headers).revision).toBeGreaterThan(5);
  const { call } = startTestSession({ vaultsDir: vault.dir });
  await call('vault.unlockWithRecoveryKey', {
    vaultId: vault.vaultId,
    recoveryKey: vault.recoveryKey,
    newPassword: 'третий длинный пропуск',
  });
  await call('vault.close', {});
});
