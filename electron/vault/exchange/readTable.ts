import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError } from '../../../shared/ipc/reply.ts';
import { isText, readCsv, readCsvText } from './readCsv.ts';
import { mostPriceRows, type ReadOptions, type TableFile } from './tableFile.ts';
import { readWorkbook } from './workbook/readWorkbook.ts';

const largestFile = 20 * 1024 * 1024;

const priceFile: ReadOptions = { mostRows: mostPriceRows, check: () => undefined };

/**
 * Reads a workbook (XLSX) or a text table (CSV, TSV) from a path chosen in the native dialog; only values are read,
 * never formulas or links. Other calls run meanwhile. Throws tableUnreadable, tableTooLarge, and cancelled by `check`.
 */
export async function readTableFile(path: string, options: ReadOptions = priceFile): Promise<TableFile> {
  let bytes: Buffer;
  try {
    if ((await stat(path)).size > largestFile)
      throw new AppError('tableTooLarge', 'a large file', { rows: options.mostRows });
    bytes = await readFile(path);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('tableUnreadable', 'cannot be read');
  }
  return readTableBytes(bytes, basename(path), options);
}

/** The same for bytes that were read already; `fileName` names the only sheet of a text table. */
export async function readTableBytes(
  bytes: Buffer,
  fileName: string,
  options: ReadOptions,
): Promise<TableFile> {
  if (bytes.length < 4) throw new AppError('tableUnreadable', 'an empty file');
  const isArchive = bytes.readUInt32BE(0) === 0x504b0304;
  // An old workbook, a PDF or a picture is no text.
  if (!isArchive && (!isText(bytes) || bytes.toString('latin1', 0, 4) === '%PDF'))
    throw new AppError('tableUnreadable', 'not a table');
  const sheets = isArchive
    ? await readWorkbook(bytes, options)
    : [{ name: basename(fileName, extname(fileName)), rows: await readCsv(bytes, options) }];
  if (sheets.every(({ rows }) => rows.length === 0)) throw new AppError('tableUnreadable', 'no rows');
  return { fileName, sheets };
}

/** Rows pasted from a table program: columns parted by tabs, as Excel copies them, or as in any text table. */
export async function readTableText(text: string, options: ReadOptions): Promise<TableFile> {
  const rows = await readCsvText(text, options);
  if (rows.length === 0) throw new AppError('tableUnreadable', 'no rows');
  return { fileName: '', sheets: [{ name: '', rows }] };
}
