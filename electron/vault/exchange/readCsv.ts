import type { Cell, TableRow } from './tableFile.ts';

/** UTF-8 where the bytes are that, with or without a mark; else windows-1251, as Russian programs write. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
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
    .split(/\r\n|\n|\r/, 40)
    .map((line) => line.replaceAll(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '');
  const named = /^sep=(.)$/.exec(text.split(/\r\n|\n|\r/, 1)[0] ?? '');
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

/**
 * Rows of a text table (RFC 4180 with any of `;`, tab, `,`, `|`): quotes keep separators and line ends, two quotes are
 * one. A row's number is that of the line it begins on. A first line `sep=;` is no row.
 */
export function readCsv(bytes: Uint8Array): readonly TableRow[] {
  const text = decodeText(bytes).replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let cells: Cell[] = [];
  let value = '';
  let quoted = false;
  let wasQuoted = false;
  let [line, begun] = [1, 1];
  const endCell = (): void => {
    const plain = wasQuoted ? value : value.trim();
    cells.push(plain === '' ? null : plain);
    value = '';
    wasQuoted = false;
  };
  const endRow = (): void => {
    endCell();
    rows.push({ number: begun, cells });
    cells = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const isEnd = sign === '\n' || sign === '\r';
    if (isEnd && !(sign === '\r' && text.charAt(at + 1) === '\n')) line += 1;
    if (quoted) {
      if (sign !== '"') value += sign;
      else if (text.charAt(at + 1) === '"') {
        value += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && value.trim() === '') {
      [quoted, wasQuoted, value] = [true, true, ''];
    } else if (sign === separator) endCell();
    else if (isEnd) {
      if (sign === '\r' && text.charAt(at + 1) === '\n') continue;
      endRow();
      begun = line;
    } else value += sign;
  }
  if (value !== '' || cells.length > 0) endRow();
  return /^sep=.$/.test(text.split(/\r\n|\n|\r/, 1)[0] ?? '') ? rows.slice(1) : rows;
}
