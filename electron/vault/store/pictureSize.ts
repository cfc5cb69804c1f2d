export type PictureSize = { readonly widthPx: number; readonly heightPx: number };

/**
 * Width and height by the header alone: a small file can claim a picture that fills the memory once it is decoded.
 * null where the header does not tell.
 */
export function pictureSizeOf(head: Buffer, mime: string): PictureSize | null {
  try {
    switch (mime) {
      case 'image/png':
        // The header chunk is the first one (PNG 3, 11.2.1); anything else there is no size.
        if (head.toString('latin1', 12, 16) !== 'IHDR') return null;
        return { widthPx: head.readUInt32BE(16), heightPx: head.readUInt32BE(20) };
      case 'image/gif':
        return { widthPx: head.readUInt16LE(6), heightPx: head.readUInt16LE(8) };
      case 'image/jpeg':
        return jpegSize(head);
      case 'image/webp':
        return webpSize(head);
      default:
        return null;
    }
  } catch {
    // Cut off within the header.
    return null;
  }
}

/** The first frame header (SOF0…SOF15 but the three that are tables), ISO/IEC 10918-1 B.1.1.3. */
function jpegSize(head: Buffer): PictureSize | null {
  for (let at = 2; at + 9 < head.length;) {
    if (head[at] !== 0xff) return null;
    const marker = head.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { heightPx: head.readUInt16BE(at + 5), widthPx: head.readUInt16BE(at + 7) };
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += standsAlone ? 2 : 2 + head.readUInt16BE(at + 2);
  }
  return null;
}

/** RFC 9649: a simple lossy, a simple lossless or an extended file. */
function webpSize(head: Buffer): PictureSize | null {
  switch (head.subarray(12, 16).toString('latin1')) {
    case 'VP8 ':
      return { widthPx: head.readUInt16LE(26) & 0x3fff, heightPx: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { widthPx: head.readUIntLE(24, 3) + 1, heightPx: head.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}
