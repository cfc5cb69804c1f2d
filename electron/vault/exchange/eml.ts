import { domainToASCII } from 'node:url';

export type Mailbox = { readonly name: string; readonly address: string };
export type Attachment = {
  readonly fileName: string;
  /** «application/pdf»: ours, never a user's. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
};
export type Draft = {
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  /** Plain text, lines end in `\n`. */
  readonly text: string;
  readonly language: string;
  readonly atMs: number;
  readonly attachments: readonly Attachment[];
};

const lineEnd = '\r\n';
/** RFC 5322 §2.1.1: a line should not be longer; RFC 2047 §2: a line with encoded words must not. */
const longestLine = 76;
/** `=_` cannot stand in base64, and every part of ours is base64: no part can hold the boundary. */
const boundary = '=_kamerton_part';

/** One line: whatever would begin another header is gone. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\u00a0/g, ' ')
    .trim();
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** Text as encoded words of RFC 2047, base64 of UTF-8, no character cut in two; each at most 75 characters long. */
function encodedWords(text: string): string[] {
  const words: string[] = [];
  let piece = '';
  for (const character of text) {
    // 45 bytes are 60 characters of base64; with the frame 72.
    if (Buffer.byteLength(piece + character, 'utf8') > 45) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  if (piece !== '') words.push(piece);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`);
}

/** A header from pieces that may be parted by a line break (RFC 5322 §2.2.3). */
function header(name: string, pieces: readonly string[]): string {
  let line = `${name}:`;
  let folded = '';
  for (const piece of pieces) {
    if (line.length + 1 + piece.length > longestLine && line.trim() !== '') {
      folded += `${line}${lineEnd}`;
      line = '';
    }
    line += ` ${piece}`;
  }
  return `${folded}${line}${lineEnd}`;
}

function unstructured(text: string): string[] {
  const said = oneLine(text);
  // Text that looks like an encoded word would be decoded: it is encoded itself.
  return isAscii(said) && !said.includes('=?') ? said.split(' ') : encodedWords(said);
}

function phrase(name: string): string[] {
  const said = oneLine(name);
  if (said === '') return [];
  if (!isAscii(said) || said.includes('=?')) return encodedWords(said);
  return /^[A-Za-z0-9 !#$%&'*+\-/=?^_`{|}~]+$/.test(said)
    ? said.split(' ')
    : [`"${said.replaceAll(/["\\]/g, (mark) => `\\${mark}`)}"`];
}

/** An address as it may stand in a header, its domain in ASCII; null when it is none. */
export function mailAddress(text: string): string | null {
  const match = /^([A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]+)@([^\s@<>"(),:;[\]\\]+)$/.exec(text.trim());
  const [, local = '', domain = ''] = match ?? [];
  const ascii = domain === '' ? '' : domainToASCII(domain);
  const dotted = !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
  return ascii === '' || !ascii.includes('.') || !dotted ? null : `${local}@${ascii}`;
}

function mailboxes(boxes: readonly Mailbox[]): string[] {
  const known = boxes.flatMap(({ name, address }) => {
    const checked = mailAddress(address);
    return checked === null ? [] : [{ name, address: checked }];
  });
  return known.flatMap(({ name, address }, at) => [
    ...phrase(name),
    `<${address}>${at === known.length - 1 ? '' : ','}`,
  ]);
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 5322 §3.3, in universal time. */
function dateTime(atMs: number): string {
  const at = new Date(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return (
    `${days[at.getUTCDay()] ?? ''}, ${at.getUTCDate()} ${months[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()} ` +
    `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`
  );
}

function base64Lines(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return text.replaceAll(/.{76}(?=.)/g, (line) => `${line}${lineEnd}`) + lineEnd;
}

/** A file name as RFC 2231 wants it, cut into numbered pieces where it is long. */
function fileNameParameter(fileName: string): string[] {
  const escaped = [...oneLine(fileName)].map((character) =>
    /[A-Za-z0-9._-]/.test(character)
      ? character
      : encodeURIComponent(character).replaceAll(
          /['()*!]/g,
          (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
        ),
  );
  const pieces: string[] = [];
  let piece = "UTF-8''";
  for (const character of escaped) {
    if (piece.length + character.length > 54) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  pieces.push(piece);
  if (pieces.length === 1) return [`filename*=${piece}`];
  return pieces.map((each, at) => `filename*${at}*=${each}${at === pieces.length - 1 ? '' : ';'}`);
}

function attachmentPart({ fileName, contentType, bytes }: Attachment): string {
  return (
    `--${boundary}${lineEnd}` +
    header('Content-Type', [contentType]) +
    header('Content-Transfer-Encoding', ['base64']) +
    header('Content-Disposition', ['attachment;', ...fileNameParameter(fileName)]) +
    lineEnd +
    base64Lines(bytes)
  );
}

/**
 * A draft e-mail as the bytes of an .eml file (RFC 5322, MIME of RFC 2045–2047 and 2231). `X-Unsent` lets the mail
 * program open it for editing instead of reading. Addresses that are none are left out; nothing a user typed can
 * begin a header of its own. The same draft gives the same bytes.
 */
export function emlOf(draft: Draft): Uint8Array {
  const from = draft.from === null ? [] : mailboxes([draft.from]);
  const to = mailboxes(draft.to);
  const head =
    header('Date', [dateTime(draft.atMs)]) +
    (from.length === 0 ? '' : header('From', from)) +
    (to.length === 0 ? '' : header('To', to)) +
    header('Subject', unstructured(draft.subject)) +
    header('X-Unsent', ['1']) +
    header('MIME-Version', ['1.0']) +
    header('Content-Language', [draft.language]) +
    header('Content-Type', ['multipart/mixed;', `boundary="${boundary}"`]);
  const text =
    `--${boundary}${lineEnd}` +
    header('Content-Type', ['text/plain;', 'charset=utf-8']) +
    header('Content-Transfer-Encoding', ['base64']) +
    lineEnd +
    base64Lines(Buffer.from(draft.text.replaceAll(/\r?\n/g, lineEnd), 'utf8'));
  const parts = draft.attachments.map(attachmentPart).join('');
  return Buffer.from(`${head}${lineEnd}${text}${parts}--${boundary}--${lineEnd}`, 'utf8');
}
