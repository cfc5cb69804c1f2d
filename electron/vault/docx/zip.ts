import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** A part as it lies in the archive: already compressed, so that parts which never change are compressed once. */
export type PackedPart = {
  readonly name: string;
  readonly data: Uint8Array;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  /** Bytes before compression. */
  readonly size: number;
};

const deflate = promisify(deflateRaw);

/** Compresses a text part off this thread. `name` is the path in the archive. */
export async function packText(name: string, text: string): Promise<PackedPart> {
  const bytes = Buffer.from(text, 'utf8');
  // memLevel 9 is faster and smaller on XML for 128 kB more memory.
  const data = await deflate(bytes, { level: 6, memLevel: 9 });
  return { name, data, method: 'deflated', crc: crc32(bytes), size: bytes.length };
}

/** Keeps bytes as they are: PNG and JPEG are compressed already. */
export function packStored(name: string, bytes: Uint8Array): PackedPart {
  return { name, data: bytes, method: 'stored', crc: crc32(bytes), size: bytes.length };
}

// 1 January 1980, 0:00, the first moment a zip can name: the same document gives the same bytes, and no clock leaks.
const dosTime = 0;
const dosDate = 0x0021;
const utf8Names = 0x0800;
const version = 20;

function commonHeader(target: Buffer, at: number, part: PackedPart, nameLength: number): void {
  target.writeUInt16LE(version, at);
  target.writeUInt16LE(utf8Names, at + 2);
  target.writeUInt16LE(part.method === 'deflated' ? 8 : 0, at + 4);
  target.writeUInt16LE(dosTime, at + 6);
  target.writeUInt16LE(dosDate, at + 8);
  target.writeUInt32LE(part.crc, at + 10);
  target.writeUInt32LE(part.data.length, at + 14);
  target.writeUInt32LE(part.size, at + 18);
  target.writeUInt16LE(nameLength, at + 22);
}

/**
 * Joins parts to one archive (PKWARE APPNOTE 4.3), in the given order; the first of a DOCX is `[Content_Types].xml`.
 * Sizes stay below 4 GiB: a document's pictures are limited long before.
 */
export function zipParts(parts: readonly PackedPart[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let directorySize = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    commonHeader(local, 4, part, name.length);
    pieces.push(local, name, part.data);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(version, 4);
    commonHeader(central, 6, part, name.length);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    directorySize += central.length + name.length;
    offset += local.length + name.length + part.data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
