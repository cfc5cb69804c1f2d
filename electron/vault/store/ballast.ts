import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Room for thousands of edits: on a disk without any, SQLite cannot even delete. */
export const ballastBytes = 16 * 1024 * 1024;
/** It is laid only where it is no burden, and a disk with less free is short of room. */
const leastFreeBytes = 4 * ballastBytes;
const pieceBytes = 1024 * 1024;
/** After opening, when nothing waits for the disk. */
const delayMs = 10_000;

/** A file that does nothing but hold room, which is given up for a save that finds none. */
export type Ballast = {
  /** Gives the room up; whether there was any. */
  release(): boolean;
  /** The vault is closing: none is laid any more. */
  close(): void;
};

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Whether so little is left on the disk of a folder that its user should be told; false where that is not known. */
export function isDiskShort(folder: string): boolean {
  try {
    return freeBytes(folder) < leastFreeBytes;
  } catch {
    return false;
  }
}

function lay(path: string): void {
  if (isDiskShort(dirname(path))) return;
  // Noise: a file system that compresses would keep no room for zeros.
  const piece = randomFillSync(Buffer.allocUnsafe(pieceBytes));
  const file = openSync(path, 'w', 0o600);
  try {
    for (let written = 0; written < ballastBytes; written += pieceBytes) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** Lays a vault's ballast some seconds after its opening, where it does not lie yet and the disk has room. */
export function openBallast(path: string): Ballast {
  const laying = setTimeout(() => {
    try {
      if (statSync(path, { throwIfNoEntry: false })?.size !== ballastBytes) lay(path);
    } catch {
      // Without it a full disk declines a save, as it would anyway.
      rmSync(path, { force: true });
    }
  }, delayMs);
  laying.unref();
  return {
    release() {
      try {
        rmSync(path);
        return true;
      } catch {
        // It does not lie there, or may not be removed.
        return false;
      }
    },
    close: () => clearTimeout(laying),
  };
}
