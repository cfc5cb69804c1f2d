export type PictureFacts = {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
};

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Kind and size of a picture by its first bytes, without decoding it: a small file may unfold into gigabytes.
 * Null for everything but PNG and JPEG.
 */
export function readPictureFacts(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && pngStart.every((byte, at) => bytes[at] === byte))
    return { mime: 'image/png', widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  let at = 2;
  // Segments of a JPEG: FF, kind, length; the frame header (C0–CF but DHT, JPG, DAC) has the size.
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const kind = bytes[at + 1] ?? 0;
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc)
      return { mime: 'image/jpeg', heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    const hasNoLength = kind === 0xff || kind === 0x01 || (kind >= 0xd0 && kind <= 0xd8);
    at += hasNoLength ? (kind === 0xff ? 1 : 2) : 2 + view.getUint16(at + 2);
  }
  return null;
}
