import type { AttachmentId } from '../../../../shared/domain/ids.ts';
import { call } from '../../../app/desk.ts';

/** Bytes of a text in base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Bytes as base64. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // Arguments of one call are limited; 32 KiB at a time is far below that.
  for (let at = 0; at < bytes.length; at += 32_768)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return btoa(pieces.join(''));
}

/** One part of a stored file. Throws DeskError. */
export async function readPart(
  id: AttachmentId,
  part: number,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly parts: number }> {
  const { base64, parts } = await call('attachments.readPart', { id, part });
  return { bytes: bytesOf(base64), parts };
}

/** A whole stored file, part after part, until `signal` ends it. For what is small enough to be shown. Throws DeskError. */
export async function readWhole(id: AttachmentId, mime: string, signal: AbortSignal): Promise<Blob | null> {
  const read: Uint8Array<ArrayBuffer>[] = [];
  for (let part = 0, parts = 1; part < parts; part += 1) {
    // oxlint-disable-next-line no-await-in-loop -- parts of one file follow one another
    const answer = await readPart(id, part);
    if (signal.aborted) return null;
    parts = answer.parts;
    read.push(answer.bytes);
  }
  return new Blob(read, { type: mime });
}
