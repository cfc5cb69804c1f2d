import { crc32, inflateRawSync } from 'node:zlib';
import { AppError, type ErrorCode } from '../../../shared/ipc/reply.ts';

/** What an archive may unpack to, and the codes of what is wrong with it. */
export type UnzipLimits = {
  readonly mostBytes: number;
  readonly mostEntries: number;
  readonly damaged: ErrorCode;
  readonly tooLarge: ErrorCode;
};

/** The text parts of a document of 400 pages are below 10 MB; more than this is no document. */
const ownFile: UnzipLimits = {
  mostBytes: 256 * 1024 * 1024,
  mostEntries: 0xffff,
  damaged: 'fileUnreadable',
  tooLarge: 'fileUnreadable',
};

/** Text rarely packs better than 1 : 100; past this, and past a size that matters, it was made to burst. */
const mostRatio = 250;
const ratioMatters = 24 * 1024 * 1024;

/**
 * The parts of an archive by name, found through its central directory (PKWARE APPNOTE 4.3.12), their checksums
 * compared. Throws AppError with the limits' codes; by default fileUnreadable for what is no such archive or unpacks
 * to more than 256 MiB.
 */
export function unzip(bytes: Uint8Array, limits = ownFile): ReadonlyMap<string, Uint8Array> {
  const damaged = (why: string) => new AppError(limits.damaged, why);
  const tooLarge = (why: string) => new AppError(limits.tooLarge, why);
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > archive.length) throw damaged('no end of central directory');
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  try {
    let at = archive.readUInt32LE(end + 16);
    const entries = archive.readUInt16LE(end + 10);
    if (entries > limits.mostEntries) throw tooLarge('too many entries');
    for (let left = entries; left > 0; left -= 1) {
      if (archive.readUInt32LE(at) !== 0x02014b50) throw damaged('central directory is damaged');
      if ((archive.readUInt16LE(at + 8) & 1) !== 0) throw damaged('an entry is encrypted');
      const method = archive.readUInt16LE(at + 10);
      if (method !== 0 && method !== 8) throw damaged('an unknown compression');
      const nameLength = archive.readUInt16LE(at + 28);
      const local = archive.readUInt32LE(at + 42);
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const data = archive.subarray(from, from + archive.readUInt32LE(at + 20));
      const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
      const size = archive.readUInt32LE(at + 24);
      total += size;
      if (total > limits.mostBytes) throw tooLarge('unpacks to too much');
      if (total > ratioMatters && total > archive.length * mostRatio)
        throw tooLarge('unpacks suspiciously far');
      // What unpacks past the size it names is a lie of the directory.
      const part = method === 8 ? inflateRawSync(data, { maxOutputLength: Math.max(size, 1) }) : data;
      if (part.length !== size || crc32(part) !== archive.readUInt32LE(at + 16))
        throw damaged('a part is not what it was');
      parts.set(name, part);
      at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // RangeError of a read past the end, or zlib's: the file was cut or changed.
    throw damaged('archive is damaged');
  }
  return parts;
}
