import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/ipc/reply.ts';

/** The text parts of a document of 400 pages are below 10 MB; more than this is no document. */
const mostBytes = 256 * 1024 * 1024;

function unreadable(why: string): AppError {
  return new AppError('fileUnreadable', why);
}

/**
 * The parts of an archive by name, found through its central directory (PKWARE APPNOTE 4.3.12).
 * Throws AppError fileUnreadable for what is no such archive or unpacks to more than 256 MiB.
 */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > archive.length) throw unreadable('no end of central directory');
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  try {
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (archive.readUInt32LE(at) !== 0x02014b50) throw unreadable('central directory is damaged');
      const packed = archive.readUInt16LE(at + 10) === 8;
      const nameLength = archive.readUInt16LE(at + 28);
      const local = archive.readUInt32LE(at + 42);
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const data = archive.subarray(from, from + archive.readUInt32LE(at + 20));
      const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
      const part = packed ? inflateRawSync(data, { maxOutputLength: mostBytes }) : data;
      total += part.length;
      if (total > mostBytes) throw unreadable('unpacks to too much');
      parts.set(name, part);
      at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // RangeError of a read past the end, or zlib's: the file was cut or changed.
    throw unreadable('archive is damaged');
  }
  return parts;
}
