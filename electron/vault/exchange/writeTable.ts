import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';

/** What a cell of an exported table holds: a text, a number, a sum in whole smallest units, or a day. */
export type TableValue = string | number | { readonly minor: number } | { readonly day: CalendarDate } | null;

export type ExportedTable = {
  readonly name: string;
  /** Titles of the columns with their widths in letters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly TableValue[])[];
};

/** Signs that no workbook can carry (XML 1.0 §2.2). */
// oxlint-disable-next-line no-control-regex -- control characters are what must be found
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;
/** A cell holds no more (Excel's specifications and limits). */
const longestText = 32_767;

function cellOf(value: TableValue) {
  if (value === null || value === '') return null;
  // A text stays a text whatever it begins with: the type says so, there is no formula in the file.
  if (typeof value === 'string')
    return { value: value.replaceAll(unprintable, '').slice(0, longestText), type: String };
  if (typeof value === 'number') return { value, type: Number };
  if ('minor' in value) return { value: value.minor / 100, type: Number, format: '#,##0.00' };
  return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
}

/** A table as the bytes of an XLSX file: real numbers and days, the head in bold and frozen, texts never formulas. */
export async function writeTable(table: ExportedTable): Promise<Uint8Array> {
  // Loaded late: most runs export nothing.
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const head = table.columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#EEF1F6',
  }));
  const written = writeXlsxFile([head, ...table.rows.map((row) => row.map(cellOf))], {
    // Excel allows 31 letters and none of these signs.
    sheet: table.name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await (await written.toBlob()).arrayBuffer());
}
