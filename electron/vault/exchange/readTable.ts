import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError } from '../../../shared/ipc/reply.ts';
import { readCsv } from './readCsv.ts';
import { type Cell, mostColumns, mostRows, type TableFile, type TableRow } from './tableFile.ts';

const largestFile = 30 * 1024 * 1024;
const mostUnpacked = 300 * 1024 * 1024;

/** What the parts of an archive say they unpack to (PKWARE APPNOTE 4.3.12); null = it is no archive. */
function unpackedSize(bytes: Buffer): number | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (bytes.readUInt16BE(0) !== 0x504b || end === -1 || end + 22 > bytes.length) return null;
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && at + 46 <= bytes.length; left -= 1) {
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

function asCell(value: unknown): Cell {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) };
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

const tooLarge = () => new AppError('tableTooLarge', 'too many rows or columns', { rows: mostRows });

function checked(rows: readonly TableRow[]): readonly TableRow[] {
  if (rows.length > mostRows || rows.some(({ cells }) => cells.length > mostColumns)) throw tooLarge();
  return rows;
}

async function readSheets(bytes: Buffer): Promise<TableFile['sheets']> {
  // Loaded late: most vaults never import anything.
  const { default: readXlsxFile } = await import('read-excel-file/universal');
  try {
    const copy = new Uint8Array(bytes);
    const sheets = await readXlsxFile(copy.buffer, { trim: true });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: checked(data.map((cells, at) => ({ number: at + 1, cells: cells.map(asCell) }))),
    }));
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('tableUnreadable', 'not a workbook');
  }
}

/**
 * Reads a workbook (XLSX) or a text table (CSV, TSV) from a path chosen in the native dialog; only values are read,
 * never formulas or links. Throws tableUnreadable, tableTooLarge.
 */
export async function readTableFile(path: string): Promise<TableFile> {
  let bytes: Buffer;
  try {
    if ((await stat(path)).size > largestFile) throw tooLarge();
    bytes = await readFile(path);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('tableUnreadable', 'cannot be read');
  }
  if (bytes.length < 4) throw new AppError('tableUnreadable', 'an empty file');
  const fileName = basename(path);
  const size = unpackedSize(bytes);
  if (size !== null) {
    if (size > mostUnpacked) throw tooLarge();
    const sheets = await readSheets(bytes);
    if (sheets.every(({ rows }) => rows.length === 0)) throw new AppError('tableUnreadable', 'no rows');
    return { fileName, sheets };
  }
  // An old workbook, a cut archive, a PDF or a picture is no text: signs that no text has tell.
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isText = isUtf16 || !bytes.subarray(0, 65_536).some((byte) => byte < 9);
  if (!isText || bytes.toString('latin1', 0, 4) === '%PDF')
    throw new AppError('tableUnreadable', 'not a table');
  const rows = checked(readCsv(bytes));
  if (rows.length === 0) throw new AppError('tableUnreadable', 'no rows');
  return { fileName, sheets: [{ name: basename(path, extname(path)), rows }] };
}
