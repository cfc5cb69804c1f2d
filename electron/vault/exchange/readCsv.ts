import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../shared/ipc/reply.ts';
import { type Cell, cellText, mostColumns, type ReadOptions, type TableRow } from './tableFile.ts';

/** UTF-16 by its mark, or by the empty halves of its letters; null = it is not. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: separators and line ends have a zero beside them, always on the same side.
  const start = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (const [at, byte] of start.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > start.length / 20 && even === 0) return 'utf-16le';
  return even > start.length / 20 && odd === 0 ? 'utf-16be' : null;
}

/** Whether bytes may be a text at all: signs that no text has tell. */
export function isText(bytes: Uint8Array): boolean {
  return utf16Of(bytes) !== null || !bytes.subarray(0, 65_536).some((byte) => byte < 9);
}

/** UTF-16, or UTF-8 where the bytes are that, with or without a mark; else windows-1251, as Russian programs write. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

const separators = [';', '\t', ',', '|'] as const;

/** The separator that the first lines hold alike; a semicolon where nothing tells. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 262_144)
    // What a field holds within quotes, line ends among it, tells nothing.
    .replaceAll(/(^|[;\t,|\n\r]) *"(?:[^"]|"")*"/g, '$1')
    .split(/\r\n|\n|\r/, 40)
    .filter((line) => line.trim() !== '');
  const named = /^sep=(.)$/.exec(text.slice(0, 8).split(/\r\n|\n|\r/, 1)[0] ?? '');
  if (named?.[1] !== undefined) return named[1];
  let best: { separator: string; score: number } = { separator: ';', score: 0 };
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const common = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    const alike = counts.filter((count) => count === common).length;
    // A decimal comma stands in many lines too: what every line holds alike counts more than how much of it there is.
    const score = common === 0 ? 0 : alike / counts.length + Math.min(common, 20) / 100;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** What a program wrote before a text so that no other one takes it for a formula is no part of the text. */
const withoutGuard = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/**
 * Rows of a text table (RFC 4180 with any of `;`, tab, `,`, `|`): quotes keep separators and line ends, two quotes are
 * one, a quote that is never closed is a sign like any other. A row's number is that of the line it begins on. A first
 * line `sep=;` is no row.
 */
function* rowsOf(text: string, separator: string): Generator<TableRow> {
  let [at, line] = [0, 1];
  // Past this place no quote ends: looking for one again and again would take for ever.
  let noQuoteFrom = Number.POSITIVE_INFINITY;
  while (at < text.length) {
    const cells: Cell[] = [];
    const begun = line;
    for (let isRow = true; isRow;) {
      let start = at;
      while (text[start] === ' ') start += 1;
      let value = '';
      let closed = text[start] === '"' && start < noQuoteFrom ? text.indexOf('"', start + 1) : -1;
      if (text[start] === '"' && closed === -1) noQuoteFrom = Math.min(noQuoteFrom, start);
      const isQuoted = closed !== -1;
      if (isQuoted) {
        let from = start + 1;
        while (text[closed + 1] === '"') {
          value += text.slice(from, closed + 1);
          from = closed + 2;
          const next = text.indexOf('"', from);
          if (next === -1) break;
          closed = next;
        }
        if (from <= closed) value += text.slice(from, closed);
        line += value.match(/\r\n|\n|\r/g)?.length ?? 0;
        at = closed + 1;
      }
      let end = at;
      while (end < text.length) {
        const sign = text[end];
        if (sign === separator || sign === '\n' || sign === '\r') break;
        end += 1;
      }
      // What stands behind a closed quote belongs to the value: «"Ромашка" ООО».
      value = isQuoted ? value + text.slice(at, end).trimEnd() : text.slice(at, end).trim();
      if (cells.length >= mostColumns && value !== '')
        throw new AppError('tableTooLarge', 'too many columns', { rows: 0 });
      if (cells.length < mostColumns) cells.push(value === '' ? null : withoutGuard(value));
      at = end + 1;
      if (text[end] !== separator) {
        isRow = false;
        if (text[end] === '\r' && text[end + 1] === '\n') at += 1;
        line += 1;
      }
    }
    yield { number: begun, cells };
  }
}

/** Rows of a text that is a table. Other calls run meanwhile. Throws tableTooLarge, and cancelled by `check`. */
export async function readCsvText(
  raw: string,
  { mostRows, check, progress }: ReadOptions,
): Promise<TableRow[]> {
  const text = raw.replace(/^\uFEFF/, '');
  const rows: TableRow[] = [];
  let seen = 0;
  for (const row of rowsOf(text, separatorOf(text))) {
    seen += 1;
    if (seen % 5000 === 0) {
      check();
      progress?.(Math.min(1, rows.length / Math.max(1, text.length / 80)));
      // oxlint-disable-next-line no-await-in-loop -- the others' turn between pieces of work
      await nextTurn();
    }
    if (row.number === 1 && row.cells.length <= 2 && /^sep=.?$/.test(cellText(row.cells[0]))) continue;
    if (row.cells.every((cell) => cell === null)) continue;
    if (rows.length >= mostRows) throw new AppError('tableTooLarge', 'too many rows', { rows: mostRows });
    rows.push(row);
  }
  return rows;
}

/** Rows of a text file that is a table; see {@link readCsvText}. */
export async function readCsv(bytes: Uint8Array, options: ReadOptions): Promise<TableRow[]> {
  return readCsvText(decodeText(bytes), options);
}
