import { app } from 'electron';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this run only tries what the program promises, see `selfCheck.ts`. */
export const checksItself = (): boolean => app.commandLine.hasSwitch('self-check');

/**
 * Chooses the folder of this user's data before anything is written: for a self-check a fresh one, in development and
 * tests the one given on the command line, on Windows the local profile, since a roaming one would carry the vault over
 * the network.
 */
export function settlePlaces(): void {
  const given = process.env['BENCH_USER_DATA'] ?? app.commandLine.getSwitchValue('user-data-dir');
  const local = process.env['LOCALAPPDATA'];
  if (checksItself()) app.setPath('userData', mkdtempSync(join(tmpdir(), 'kamerton-self-check-')));
  else if (given !== '' && !app.isPackaged) app.setPath('userData', given);
  else if (process.platform === 'win32' && local !== undefined)
    app.setPath('userData', join(local, 'Kamerton'));
}

export function vaultsDir(): string {
  return join(app.getPath('userData'), 'vaults');
}

/** Templates, blocks, the example's data. */
export function resourcesDir(): string {
  return app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources');
}

/** What electron-vite built: `main/`, `preload/`, `renderer/`. */
export function builtDir(): string {
  return join(import.meta.dirname, '..');
}
