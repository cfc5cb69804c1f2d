import type { ElectronApplication } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The process that holds the open vault: a utility process of Electron's, or, where the runtime is too old for the
 * database, a child of the project's own Node. Null when there is none.
 */
export async function vaultProcessId(app: ElectronApplication): Promise<number | null> {
  const utility = await app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find(({ name }) => name === 'Kamerton vault')?.pid ?? null,
  );
  if (utility !== null) return utility;
  const main = await app.evaluate(() => process.pid);
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /\nPPid:\t(\d+)/.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1];
      if (Number(parent) !== main) continue;
      if (readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('vault.js')) return Number(entry);
    } catch {
      // It ended while we looked.
    }
  }
  return null;
}

/** Whether a process is there and not merely waiting to be buried. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\nState:\tZ/.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
