import type { AttachmentFacts } from '../../../shared/domain/attachment.ts';
import { extensionOf } from '../../../shared/domain/attachment.ts';
import { pictureSizeOf } from './pictureSize.ts';

type Kind = Pick<AttachmentFacts, 'kind' | 'mime' | 'widthPx' | 'heightPx'>;

const plain = (kind: Kind['kind'], mime: string): Kind => ({ kind, mime, widthPx: null, heightPx: null });
const unknownKind = plain('other', 'application/octet-stream');

/** What the first bytes of a file say; the first that fits counts. */
const signatures: readonly { readonly at: number; readonly bytes: string; readonly is: Kind }[] = [
  { at: 0, bytes: '%PDF-', is: plain('pdf', 'application/pdf') },
  { at: 0, bytes: '{\\rtf', is: plain('word', 'application/rtf') },
  { at: 0, bytes: '7z\u00BC\u00AF\u0027\u001C', is: plain('archive', 'application/x-7z-compressed') },
  { at: 0, bytes: 'Rar!\u001A\u0007', is: plain('archive', 'application/vnd.rar') },
  { at: 0, bytes: '\u001F\u008B', is: plain('archive', 'application/gzip') },
  // Pictures of telephones in the box of a film: the window cannot draw them.
  { at: 4, bytes: 'ftypheic', is: plain('other', 'image/heic') },
  { at: 4, bytes: 'ftypmif1', is: plain('other', 'image/heif') },
  { at: 4, bytes: 'ftyp', is: plain('media', 'video/mp4') },
  { at: 0, bytes: '\u001A\u0045\u00DF\u00A3', is: plain('media', 'video/webm') },
  { at: 0, bytes: 'OggS', is: plain('media', 'audio/ogg') },
  { at: 0, bytes: 'ID3', is: plain('media', 'audio/mpeg') },
  { at: 8, bytes: 'WAVE', is: plain('media', 'audio/wav') },
  { at: 8, bytes: 'AVI ', is: plain('media', 'video/x-msvideo') },
];

const pictures: readonly { readonly at: number; readonly bytes: string; readonly mime: string }[] = [
  { at: 0, bytes: '\u0089PNG\r\n\u001A\n', mime: 'image/png' },
  { at: 0, bytes: '\u00FF\u00D8\u00FF', mime: 'image/jpeg' },
  { at: 0, bytes: 'GIF87a', mime: 'image/gif' },
  { at: 0, bytes: 'GIF89a', mime: 'image/gif' },
  { at: 8, bytes: 'WEBP', mime: 'image/webp' },
];

const office = 'application/vnd.openxmlformats-officedocument';
/** Folders inside a zip that tell an Office file; the list of a zip stands at its end, its first files at its start. */
const zipFolders: readonly (readonly [string, Kind])[] = [
  ['word/document', plain('word', `${office}.wordprocessingml.document`)],
  ['xl/workbook', plain('table', `${office}.spreadsheetml.sheet`)],
  ['ppt/presentation', plain('slides', `${office}.presentationml.presentation`)],
  ['opendocument.text', plain('word', 'application/vnd.oasis.opendocument.text')],
  ['opendocument.spreadsheet', plain('table', 'application/vnd.oasis.opendocument.spreadsheet')],
  ['opendocument.presentation', plain('slides', 'application/vnd.oasis.opendocument.presentation')],
];

/** Streams of the compound files of old Office and of Outlook, written in UTF-16. */
const compoundStreams: readonly (readonly [string, Kind])[] = [
  ['WordDocument', plain('word', 'application/msword')],
  ['Workbook', plain('table', 'application/vnd.ms-excel')],
  ['PowerPoint Document', plain('slides', 'application/vnd.ms-powerpoint')],
  ['__substg1.0_', plain('mail', 'application/vnd.ms-outlook')],
];

const has = (bytes: Buffer, at: number, signature: string): boolean =>
  bytes.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'));

/** UTF-8, or an old Windows text: letters without the control signs that no text has. */
function isText(head: Buffer): boolean {
  // A file cut in the middle of a letter is still a text.
  const whole = head.subarray(0, 16_384);
  return whole.length > 0 && !whole.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}

function isMail(head: Buffer): boolean {
  const text = `\n${head.subarray(0, 16_384).toString('latin1')}`;
  return (
    /^\n[A-Za-z][\w-]*:/u.test(text) && /\nfrom:/iu.test(text) && /\n(?:subject|received|date):/iu.test(text)
  );
}

/**
 * What a file is, told by its bytes: `head` its first, `tail` its last part. The name decides only among texts, where
 * the content cannot.
 */
export function kindOfFile(head: Buffer, tail: Buffer, name: string): Kind {
  const picture = pictures.find(({ at, bytes }) => has(head, at, bytes));
  if (picture !== undefined) {
    const size = pictureSizeOf(head, picture.mime);
    return {
      kind: 'image',
      mime: picture.mime,
      widthPx: size?.widthPx ?? null,
      heightPx: size?.heightPx ?? null,
    };
  }
  const known = signatures.find(({ at, bytes }) => has(head, at, bytes));
  if (known !== undefined) return known.is;
  if (has(head, 0, 'PK\u0003\u0004') || has(head, 0, 'PK\u0005\u0006')) {
    const found = zipFolders.find(([folder]) => head.includes(folder) || tail.includes(folder));
    return found?.[1] ?? plain('archive', 'application/zip');
  }
  if (has(head, 0, '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1')) {
    const found = compoundStreams.find(([stream]) => {
      const wide = Buffer.from(stream, 'utf16le');
      return head.includes(wide) || tail.includes(wide);
    });
    return found?.[1] ?? unknownKind;
  }
  if (!isText(head)) return unknownKind;
  if (isMail(head)) return plain('mail', 'message/rfc822');
  const isTable = /^\.(?:csv|tsv)$/iu.test(extensionOf(name));
  return isTable ? plain('text', 'text/csv') : plain('text', 'text/plain');
}
