import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { attachmentPartBytes } from '../../../shared/domain/attachment.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { deriveSubkey } from '../keys/derive.ts';
import { storeFailure } from './storeFailure.ts';

/**
 * A file on the disk that only the vault's key reads: `KAMFILE1`, 32 bytes of salt, then parts of 1 MiB, each with its
 * own AES-256-GCM tag. The key is made of the vault's and the salt, so a counter is nonce enough. Every part is bound to
 * the file's id, its number and whether it is the last one: parts cannot be changed, swapped, left out, cut off or put
 * into another file unnoticed.
 */
const magic = Buffer.from('KAMFILE1', 'latin1');
const saltBytes = 32;
const headBytes = magic.length + saltBytes;
const tagBytes = 16;

const nonceOf = (part: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(part, 8);
  return nonce;
};
const boundTo = (id: string, part: number, last: boolean): Buffer =>
  Buffer.from(`${id}:${part}:${last ? 'last' : 'more'}`, 'utf8');
const fileKey = (key: Buffer, salt: Buffer): Buffer => deriveSubkey(key, 'kam/attach-file/v1', salt);

/** How many parts a file of this size has; an empty one has one, so that its emptiness is authenticated too. */
export function partsOf(sizeBytes: number): number {
  return Math.max(1, Math.ceil(sizeBytes / attachmentPartBytes));
}

/** How long the sealed file is for content of this size. */
export function sealedLength(sizeBytes: number): number {
  return headBytes + sizeBytes + tagBytes * partsOf(sizeBytes);
}

/** Writes a sealed file from its beginning to its end. */
export type SealedWriter = {
  append(bytes: Uint8Array): Promise<void>;
  /** Seals the last part and flushes to the disk. Nothing can be appended after. */
  finish(): Promise<void>;
  /** Ends without finishing; the file stays for the caller to remove. */
  abandon(): Promise<void>;
};

/** Makes a new sealed file, readable by this user alone. Throws diskFull or readOnlyFolder. */
export async function createSealedFile(path: string, vaultKey: Buffer, id: string): Promise<SealedWriter> {
  const salt = randomBytes(saltBytes);
  const key = fileKey(vaultKey, salt);
  let handle: FileHandle;
  try {
    handle = await open(path, 'wx', 0o600);
    await handle.write(Buffer.concat([magic, salt]));
  } catch (error) {
    key.fill(0);
    throw storeFailure(error);
  }
  // A part is sealed only when it is known whether another follows.
  const held = Buffer.allocUnsafe(attachmentPartBytes);
  let heldBytes = 0;
  let part = 0;

  const sealHeld = async (last: boolean): Promise<void> => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(part));
    cipher.setAAD(boundTo(id, part, last));
    const sealed = Buffer.concat([
      cipher.update(held.subarray(0, heldBytes)),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    for (let written = 0; written < sealed.length;)
      written += (await handle.write(sealed, written, sealed.length - written)).bytesWritten;
    part += 1;
    heldBytes = 0;
  };
  const end = async (): Promise<void> => {
    held.fill(0);
    key.fill(0);
    await handle.close();
  };

  return {
    async append(bytes) {
      try {
        for (let from = 0; from < bytes.length;) {
          if (heldBytes === attachmentPartBytes) await sealHeld(false);
          const taken = bytes.subarray(from, from + attachmentPartBytes - heldBytes);
          held.set(taken, heldBytes);
          heldBytes += taken.length;
          from += taken.length;
        }
      } catch (error) {
        throw storeFailure(error);
      }
    },
    async finish() {
      try {
        await sealHeld(true);
        await handle.sync();
      } catch (error) {
        throw storeFailure(error);
      } finally {
        await end();
      }
    },
    abandon: end,
  };
}

/** Reads a sealed file part by part, in any order. */
export type SealedReader = {
  /** Number of parts; all but the last hold 1 MiB. */
  readonly parts: number;
  /** Throws attachmentDamaged. */
  read(part: number): Promise<Buffer>;
  close(): Promise<void>;
};

/** Opens a sealed file of known size. Throws attachmentMissing or attachmentDamaged. */
export async function openSealedFile(
  path: string,
  vaultKey: Buffer,
  { id, sizeBytes }: { readonly id: string; readonly sizeBytes: number },
): Promise<SealedReader> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch {
    throw new AppError('attachmentMissing', 'the sealed file is not there');
  }
  const damaged = (why: string) => new AppError('attachmentDamaged', why);
  const readAt = async (position: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.allocUnsafe(length);
    try {
      const { bytesRead } = await handle.read(bytes, 0, length, position);
      if (bytesRead !== length) throw damaged('cut off');
    } catch (error) {
      // A sector that cannot be read is damage as well.
      throw error instanceof AppError ? error : damaged('unreadable');
    }
    return bytes;
  };
  try {
    if ((await handle.stat()).size !== sealedLength(sizeBytes)) throw damaged('another length');
    const head = await readAt(0, headBytes);
    if (!head.subarray(0, magic.length).equals(magic)) throw damaged('another format');
    const key = fileKey(vaultKey, head.subarray(magic.length));
    const parts = partsOf(sizeBytes);
    return {
      parts,
      async read(part) {
        if (!Number.isInteger(part) || part < 0 || part >= parts) throw damaged('no such part');
        const last = part === parts - 1;
        const length = last ? sizeBytes - part * attachmentPartBytes : attachmentPartBytes;
        const sealed = await readAt(headBytes + part * (attachmentPartBytes + tagBytes), length + tagBytes);
        const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(part));
        decipher.setAAD(boundTo(id, part, last));
        decipher.setAuthTag(sealed.subarray(length));
        try {
          return Buffer.concat([decipher.update(sealed.subarray(0, length)), decipher.final()]);
        } catch {
          throw damaged('the tag does not fit');
        }
      },
      async close() {
        key.fill(0);
        await handle.close();
      },
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
