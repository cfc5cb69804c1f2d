import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, writeAtomically } from './atomicWrite.ts';

/**
 * A MAC over the whole closed file. Page MACs alone do not notice an older page of the same file put back; the
 * seal does. It exists only while the vault is cleanly closed.
 */
function macOfFile(path: string, key: Buffer): Buffer {
  const mac = createHmac('sha256', key).update('seal');
  const chunk = Buffer.allocUnsafe(1024 * 1024);
  const handle = openSync(path, 'r');
  try {
    for (;;) {
      const read = readSync(handle, chunk, 0, chunk.length, null);
      if (read === 0) break;
      mac.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return mac.digest();
}

/** Seals a closed database file. */
export function writeSeal(sealPath: string, databasePath: string, key: Buffer): void {
  writeAtomically(sealPath, macOfFile(databasePath, key));
}

/** `absent` after a crash: then the full check of the file decides. */
export function checkSeal(
  sealPath: string,
  databasePath: string,
  key: Buffer,
): 'whole' | 'broken' | 'absent' {
  if (!existsSync(sealPath)) return 'absent';
  const expected = readFileSync(sealPath);
  const found = macOfFile(databasePath, key);
  return expected.length === found.length && timingSafeEqual(expected, found) ? 'whole' : 'broken';
}

/** Before the first write after opening; flushed, so that a power loss cannot leave a stale seal on a changed file. */
export function removeSeal(sealPath: string): void {
  if (!existsSync(sealPath)) return;
  rmSync(sealPath, { force: true });
  syncFolder(dirname(sealPath));
}
