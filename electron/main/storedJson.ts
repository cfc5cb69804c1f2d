import { app } from 'electron';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a small settings file of this computer; undefined when absent or damaged. */
export function readStored(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(app.getPath('userData'), name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Replaces a settings file wholly or not at all. Throws what the disk says. */
export function writeStored(name: string, value: unknown): void {
  const path = join(app.getPath('userData'), name);
  writeFileSync(`${path}.tmp`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${path}.tmp`, path);
}
