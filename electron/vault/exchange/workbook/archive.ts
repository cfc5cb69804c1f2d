import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '../../../../shared/ipc/reply.ts';

/** One part of an archive: its packed bytes and what the directory says of it. */
export type ArchiveEntry = {
  readonly packed: Buffer;
  readonly isDeflated: boolean;
  /** What it unpacks to, as the directory says: for a progress bar only, never believed. */
  readonly toldSize: number;
  readonly checksum: number;
};

const mostEntries = 2000;
const mostUnpacked = 200 * 1024 * 1024;
/** Tables pack better than 1 : 20 only when they repeat themselves; past this they were made to burst. */
const mostRatio = 100;
const ratioMatters = 8 * 1024 * 1024;

const damaged = (why: string) => new AppError('tableUnreadable', why);
const tooLarge = (why: string) => new AppError('tableTooLarge', why, { rows: 0 });

/**
 * The directory of an archive (PKWARE APPNOTE 4.3.12). Nothing is unpacked yet; parts that lie over one another are
 * refused, since one piece of data could then be unpacked a thousand times. Throws tableUnreadable, tableTooLarge.
 */
export function readDirectory(archive: Buffer): ReadonlyMap<string, ArchiveEntry> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > archive.length) throw damaged('no end of central directory');
  const entries = new Map<string, ArchiveEntry>();
  const spans: { from: number; until: number }[] = [];
  try {
    const count = archive.readUInt16LE(end + 10);
    if (count > mostEntries) throw tooLarge('too many entries');
    let at = archive.readUInt32LE(end + 16);
    for (let left = count; left > 0; left -= 1) {
      if (archive.readUInt32LE(at) !== 0x02014b50) throw damaged('central directory is damaged');
      if ((archive.readUInt16LE(at + 8) & 1) !== 0) throw damaged('an entry is encrypted');
      const method = archive.readUInt16LE(at + 10);
      if (method !== 0 && method !== 8) throw damaged('an unknown compression');
      const nameLength = archive.readUInt16LE(at + 28);
      const local = archive.readUInt32LE(at + 42);
      if (archive.readUInt32LE(local) !== 0x04034b50) throw damaged('an entry that is not there');
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const until = from + archive.readUInt32LE(at + 20);
      if (until > end) throw damaged('an entry past the end');
      spans.push({ from: local, until });
      entries.set(archive.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, ''), {
        packed: archive.subarray(from, until),
        isDeflated: method === 8,
        toldSize: archive.readUInt32LE(at + 24),
        checksum: archive.readUInt32LE(at + 16),
      });
      at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A read past the end: the file was cut or changed.
    throw damaged('archive is damaged');
  }
  spans.sort((one, other) => one.from - other.from);
  if (spans.some(({ from }, at) => from < (spans[at - 1]?.until ?? 0))) throw damaged('entries overlap');
  return entries;
}

/** Unpacks parts of one archive and counts what comes out, so that no bomb unpacks further than a table may. */
export function createUnpacker(): (entry: ArchiveEntry) => AsyncIterable<Buffer> {
  let total = 0;
  return async function* unpack(entry) {
    let own = 0;
    let checksum = 0;
    const count = (chunk: Buffer): Buffer => {
      own += chunk.length;
      total += chunk.length;
      if (total > mostUnpacked) throw tooLarge('unpacks to too much');
      if (own > ratioMatters && own > entry.packed.length * mostRatio) throw tooLarge('unpacks too far');
      checksum = crc32(chunk, checksum);
      return chunk;
    };
    if (entry.isDeflated) {
      const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
      inflate.end(entry.packed);
      try {
        // What a stream of zlib yields is buffers; its type says any.
        for await (const chunk of inflate as AsyncIterable<Buffer>) yield count(chunk);
      } catch (error) {
        throw error instanceof AppError ? error : damaged('a part does not unpack');
      } finally {
        inflate.destroy();
      }
    } else yield count(entry.packed);
    if (checksum !== entry.checksum) throw damaged('a part is not what it was');
  };
}
