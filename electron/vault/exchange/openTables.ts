import { randomUUID } from 'node:crypto';
import type { OpenTable } from '../../../shared/domain/tableImport.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { guessMapping, type ImportField, layOut, type SheetLayout } from './layout.ts';
import { cellText, type TableFile } from './tableFile.ts';

// Files chosen in this run: rows stay here, the window sees a sample and decides. They go with the vault's process.
const opened = new Map<string, TableFile>();
const mostOpened = 2;
const sampleRows = 6;

/** Keeps a file that was read until it is imported; the oldest one is forgotten. Answers its id. */
export function keepTable(file: TableFile): string {
  const id = randomUUID();
  opened.set(id, file);
  for (const old of opened.keys()) {
    if (opened.size <= mostOpened) break;
    opened.delete(old);
  }
  return id;
}

/** Throws importGone when the file was forgotten: another one was opened since, or the vault was locked. */
export function keptTable(importId: string): TableFile {
  const file = opened.get(importId);
  if (file === undefined) throw new AppError('importGone', 'the file is no longer open');
  return file;
}

/** A sheet of a kept file, laid out by the fields looked for. Throws importGone, notFound. */
export function sheetOf(
  importId: string,
  sheet: number,
  fields: readonly ImportField<string>[],
): SheetLayout & { readonly fileName: string } {
  const file = keptTable(importId);
  const found = file.sheets[sheet];
  if (found === undefined) throw new AppError('notFound', 'no such sheet');
  return { ...layOut(found, fields), fileName: file.fileName };
}

/** As what a table is read: its kind, the fields of that kind, and the mapping kept for tables of this shape. */
export type TableReading<Kind> = {
  readonly kind: Kind;
  readonly fields: readonly ImportField<string>[];
  /** What the columns are known by, where their own titles say too little. */
  readonly titles: readonly string[];
  readonly remembered: Readonly<Record<string, number | null>> | null;
};

/** What the window needs to choose columns; the heading is looked for by `titles`, then `readAs` says what the table is. */
export function describeTable<Kind>(
  importId: string,
  sheet: number,
  titles: readonly ImportField<string>[],
  readAs: (layout: SheetLayout) => TableReading<Kind>,
): OpenTable & { kind: Kind } {
  const file = keptTable(importId);
  const layout = sheetOf(importId, sheet, titles);
  const { kind, fields, titles: spoken, remembered } = readAs(layout);
  return {
    importId,
    fileName: file.fileName,
    sheets: file.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet,
    titles: [...layout.titles],
    sample: layout.rows
      .slice(0, sampleRows)
      .map(({ cells }) => layout.titles.map((_title, at) => cellText(cells[at]))),
    mapping: remembered ?? guessMapping(spoken, fields),
    remembered: remembered !== null,
    kind,
  };
}

/** Forgets a file before another one is opened. */
export function dropTable(importId: string): void {
  opened.delete(importId);
}

/** The sheet with the most rows: what a file is about. */
export function mainSheet(file: TableFile): number {
  const counts = file.sheets.map(({ rows }) => rows.length);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}
