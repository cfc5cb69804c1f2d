import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const revBytes = 8;
const macBytes = 32;

function macOf(key: KeyObject, rev: Buffer): Buffer {
  return createHmac('sha256', key).update('high-water-mark').update(rev).digest();
}

/**
 * The number of the last save, kept beside the database. SQLite opens a vault whose WAL was cut short or deleted
 * without a word; a mark above the file's own `rev` shows how many saves are missing.
 */
export type HighWaterMark = {
  /** null = absent or not ours: nothing can be said. */
  read(): number | null;
  /** Written after the commit and not flushed: it may lag behind the file, it never runs ahead of it. */
  write(rev: number): void;
  close(): void;
};

export function openHighWaterMark(path: string, keyBytes: Buffer): HighWaterMark {
  let handle: number | null = null;
  // Made once: with every save a bare key would cost more than the mark itself.
  const key = createSecretKey(keyBytes);
  return {
    read() {
      let content: Buffer;
      try {
        content = readFileSync(path);
      } catch {
        return null;
      }
      if (content.length !== revBytes + macBytes) return null;
      const rev = content.subarray(0, revBytes);
      if (!timingSafeEqual(content.subarray(revBytes), macOf(key, rev))) return null;
      return Number(rev.readBigUInt64BE());
    },
    write(rev) {
      const content = Buffer.alloc(revBytes + macBytes);
      content.writeBigUInt64BE(BigInt(rev));
      macOf(key, content.subarray(0, revBytes)).copy(content, revBytes);
      // 'r+' keeps the file while it is overwritten in place: 40 bytes of one sector.
      handle ??= openOrCreate(path);
      writeSync(handle, content, 0, content.length, 0);
    },
    close() {
      if (handle !== null) closeSync(handle);
      handle = null;
    },
  };
}

function openOrCreate(path: string): number {
  try {
    return openSync(path, 'r+', 0o600);
  } catch {
    return openSync(path, 'w', 0o600);
  }
}
