/** A PNG or JPEG taken apart as far as a document needs it. Sizes in the picture's own pixels. */
export type PictureData = {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
};

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngSignature)) return null;
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Frame headers of JPEG (ITU T.81 B.2.2): SOF0–SOF15 but not DHT, JPG and DAC. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes.readUInt8(at) !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrameHeader(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/**
 * Reads the picture's kind and size from its bytes, whatever its name claims. Null when it is neither a PNG nor a
 * JPEG with a size: such a picture would be a red cross in Word.
 */
export function readPicture(base64: string): PictureData | null {
  const bytes = Buffer.from(base64, 'base64');
  const png = pngSize(bytes);
  const size = png ?? jpegSize(bytes);
  if (size === null || size.width < 1 || size.height < 1) return null;
  return { bytes, extension: png === null ? 'jpeg' : 'png', widthPx: size.width, heightPx: size.height };
}

/** Width and height in pixels after fitting into a box; never enlarged, proportions kept. */
export function fitInto(
  size: { readonly widthPx: number; readonly heightPx: number },
  box: { readonly widthPx: number; readonly heightPx: number },
): { widthPx: number; heightPx: number } {
  const scale = Math.min(1, box.widthPx / size.widthPx, box.heightPx / size.heightPx);
  return { widthPx: size.widthPx * scale, heightPx: size.heightPx * scale };
}
