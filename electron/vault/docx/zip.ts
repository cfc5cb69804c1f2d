import { transcode } from 'node:buffer';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';

/** A part as it lies in the archive: already compressed, so that parts which never change are compressed once. */
export type PackedPart = {
  readonly name: string;
  /** The data in pieces; together they are one stream. */
  readonly pieces: readonly Uint8Array[];
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  /** Bytes before compression. */
  readonly size: number;
};

// Tables past 128 kB would be new pages of memory for each part: five times the work on a part of a few kilobytes.
const settings = { level: 6, memLevel: 6 } as const;

/** Bytes of text that stay as they are: setting up the compressor for them takes longer than their writing. */
const leastDeflated = 1000;

/** Compresses a short text part, or keeps a very short one as it is. `name` is the path in the archive. */
export function packText(name: string, text: string): PackedPart {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length < leastDeflated) return packStored(name, bytes);
  return {
    name,
    pieces: [deflateRawSync(bytes, settings)],
    method: 'deflated',
    crc: crc32(bytes),
    size: bytes.length,
  };
}

/** Keeps bytes as they are: PNG and JPEG are compressed already. */
export function packStored(name: string, bytes: Uint8Array): PackedPart {
  return { name, pieces: [bytes], method: 'stored', crc: crc32(bytes), size: bytes.length };
}

/** A part that is compressed while it is still being written. */
export type OpenPart = {
  write(text: string): void;
  finish(): Promise<PackedPart>;
};

/** Some forty pages: less is compressed at once, in a millisecond or two, and memory stays low for more. */
const pieceBytes = 640 * 1024;
const bytesOfUnit = 2;
/** The body of a document: two fifths of level 6's work; a file of forty pages is some 10 kB larger for it. */
const pieceSettings = { level: 3, memLevel: 8 } as const;

/** A piece that is not the last ends on a byte without ending the stream, so that the pieces join into one. */
function deflatePiece(bytes: Buffer): Promise<Uint8Array> {
  const chunkSize = Math.max(1024, bytes.length >> 2);
  return new Promise((resolve, reject) => {
    deflateRaw(
      bytes,
      { ...pieceSettings, finishFlush: constants.Z_FULL_FLUSH, chunkSize },
      (error, packed) => {
        if (error === null) resolve(packed);
        else reject(error);
      },
    );
  });
}

/** UTF-16 as UTF-8, by the one converter of Node that does many letters at a time; it takes no half of a pair. */
function toUtf8(units: Buffer): Buffer {
  try {
    return transcode(units, 'utf16le', 'utf8');
  } catch {
    return Buffer.from(units.toString('utf16le'), 'utf8');
  }
}

/**
 * Begins a long text part. What is written is copied at once, while it is short and new, and its pieces are compressed
 * on other threads while the next are being written: the whole text is never held.
 */
export function openPart(name: string): OpenPart {
  const pieces: Promise<Uint8Array>[] = [];
  const units = Buffer.allocUnsafeSlow(pieceBytes);
  let used = 0;
  let crc = 0;
  let size = 0;
  const count = (bytes: Buffer): Buffer => {
    crc = crc32(bytes, crc);
    size += bytes.length;
    return bytes;
  };
  const takePiece = (): Buffer => {
    const bytes = toUtf8(units.subarray(0, used));
    used = 0;
    return count(bytes);
  };
  return {
    write(text) {
      const needed = text.length * bytesOfUnit;
      if (used + needed > pieceBytes && used > 0) pieces.push(deflatePiece(takePiece()));
      if (needed > pieceBytes) pieces.push(deflatePiece(count(Buffer.from(text, 'utf8'))));
      else used += units.write(text, used, 'utf16le');
    },
    async finish() {
      // The last piece is packed here: this thread would only wait for another one to do it.
      const last = deflateRawSync(takePiece(), pieceSettings);
      return { name, pieces: [...(await Promise.all(pieces)), last], method: 'deflated', crc, size };
    },
  };
}

// 1 January 1980, 0:00, the first moment a zip can name: the same document gives the same bytes, and no clock leaks.
const dosTime = 0;
const dosDate = 0x0021;
const utf8Names = 0x0800;
const version = 20;

function packedSize(part: PackedPart): number {
  return part.pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function commonHeader(target: Buffer, at: number, part: PackedPart, nameLength: number): void {
  target.writeUInt16LE(version, at);
  target.writeUInt16LE(utf8Names, at + 2);
  target.writeUInt16LE(part.method === 'deflated' ? 8 : 0, at + 4);
  target.writeUInt16LE(dosTime, at + 6);
  target.writeUInt16LE(dosDate, at + 8);
  target.writeUInt32LE(part.crc, at + 10);
  target.writeUInt32LE(packedSize(part), at + 14);
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
    pieces.push(local, name, ...part.pieces);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(version, 4);
    commonHeader(central, 6, part, name.length);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    directorySize += central.length + name.length;
    offset += local.length + name.length + packedSize(part);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
