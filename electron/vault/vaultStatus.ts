import { performance } from 'node:perf_hooks';
import type { OutputOf } from '../../shared/ipc/contract.ts';
import { openAttempts } from './keys/attempts.ts';
import type { AttemptClock, Attempts } from './keys/attempts.ts';
import { listVaults, vaultFolder } from './vaultFolder.ts';
import type { VaultFolder } from './vaultFolder.ts';

/** The computer's own clocks. */
export const systemClock: AttemptClock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};

/**
 * What the lock screen shows: the vaults there are, and how long the first of them still refuses passwords.
 * @param openId the vault that is open, or null
 * @param attempts the counter of wrong passwords beside a vault's header
 */
export function vaultStatus(
  vaultsDir: string,
  openId: string | null,
  attempts: (files: VaultFolder, vaultId: string) => Attempts = (files) =>
    openAttempts(files.attempts, systemClock),
): OutputOf<'vault.status'> {
  const vaults = [...listVaults(vaultsDir)];
  const open = vaults.find((vault) => vault.id === openId) ?? null;
  const next = vaults[0];
  const retryAfterMs =
    next === undefined ? 0 : attempts(vaultFolder(vaultsDir, next.id), next.id).retryAfterMs();
  return { open, vaults, retryAfterMs };
}
