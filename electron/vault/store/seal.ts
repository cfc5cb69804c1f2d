import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, writeAtomically } from './atomicWrite.ts';

/** A file's SHA-256 and what the file system said of it: a digest holds while that stays the same. */
export type FileDigest = { readonly digest: Buffer; readonly state: string };

function stateOf(path: string): string {
  const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join(' ');
}

function digestOf(path: string): FileDigest {
  const state = stateOf(path);
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(1024 * 1024);
  const handle = openSync(path, 'r');
  try {
    for (;;) {
      const read = readSync(handle, chunk, 0, chunk.length, null);
      if (read === 0) break;
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return { digest: hash.digest(), state };
}

/**
 * Reads a closed database before its key is known: of a large one that takes a while, in which the password can be
 * stretched beside it. Null where there is no seal to compare it with, or the file cannot be read; opening says why.
 */
export function readForSeal(sealPath: string, databasePath: string): FileDigest | null {
  try {
    return existsSync(sealPath) ? digestOf(databasePath) : null;
  } catch {
    return null;
  }
}

/** Stands before the MAC; the first form had none, and was as much shorter. */
const sealForm = 2;

/**
 * A MAC of the digest of the whole closed file. Page MACs alone do not notice an older page of the same file put back;
 * the seal does. It exists only while the vault is cleanly closed.
 */
const sealOf = ({ digest }: FileDigest, key: Buffer): Buffer =>
  Buffer.concat([
    Buffer.of(sealForm),
    createHmac('sha256', key).update(`seal ${sealForm}`).update(digest).digest(),
  ]);

/** Seals a closed database file. */
export function writeSeal(sealPath: string, databasePath: string, key: Buffer): void {
  writeAtomically(sealPath, sealOf(digestOf(databasePath), key));
}

/**
 * `absent` after a crash, or where another release sealed in a form of its own: then the full check of the file decides.
 * `read` is what {@link readForSeal} answered; a file that was changed since then is read anew.
 */
export function checkSeal(
  sealPath: string,
  databasePath: string,
  key: Buffer,
  read: FileDigest | null,
): 'whole' | 'broken' | 'absent' {
  if (!existsSync(sealPath)) return 'absent';
  const expected = readFileSync(sealPath);
  const holds = read !== null && read.state === stateOf(databasePath);
  const found = sealOf(holds ? read : digestOf(databasePath), key);
  if (expected.length !== found.length) return 'absent';
  return timingSafeEqual(expected, found) ? 'whole' : 'broken';
}

/** Before the first write after opening; flushed, so that a power loss cannot leave a stale seal on a changed file. */
export function removeSeal(sealPath: string): void {
  if (!existsSync(sealPath)) return;
  rmSync(sealPath, { force: true });
  syncFolder(dirname(sealPath));
}
