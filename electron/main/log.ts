import { app } from 'electron';
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What may be logged: a code, counts, durations, versions, places in our own code. Never a name, a text, a path of
 * the user's, a search term or what a call carried.
 */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

const largest = 1024 * 1024;
const filesKept = 5;

function turnOver(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < largest) return;
  for (let number = filesKept - 1; number >= 1; number -= 1) {
    const older = number === 1 ? path : `${path}.${number - 1}`;
    if (existsSync(older)) renameSync(older, `${path}.${number}`);
  }
}

/** Adds one line to the log of this computer: at most five files of a megabyte. A full disk loses the line only. */
export function log(code: string, facts: LogFacts = {}): void {
  try {
    const folder = join(app.getPath('userData'), 'logs');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, 'kamerton.log');
    turnOver(path);
    appendFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), code, ...facts })}\n`, {
      mode: 0o600,
    });
  } catch {
    // A log must never be the reason of a failure.
  }
}
