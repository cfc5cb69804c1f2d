import type { ElectronApplication } from '@playwright/test';
import { readFileSync } from 'node:fs';

/** The process that holds the open vault, a utility process of Electron's; null when there is none. */
export function vaultProcessId(app: ElectronApplication): Promise<number | null> {
  return app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find(({ name }) => name === 'Kamerton vault')?.pid ?? null,
  );
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
