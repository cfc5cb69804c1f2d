import { AppError } from '../../../../shared/ipc/reply.ts';
import type { Cell, TableRow } from '../tableFile.ts';
import { mostColumns } from '../tableFile.ts';
import type { CellStyle } from './readStyles.ts';
import { attributeOf, type XmlSink } from './scanXml.ts';

/** What a sheet refers to. */
export type SheetContext = {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  /** Days count from 1904 on (ECMA-376 part 1, §18.17.4.1). */
  readonly from1904: boolean;
  readonly mostRows: number;
};

const msPerDay = 86_400_000;
const lastSerial = 2_958_465;

/** The day of a serial number; null where it is none. 1900 was no leap year, though Excel counts it as one. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (!(whole >= (from1904 ? 0 : 1)) || whole > lastSerial) return null;
  const days = from1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole;
  return new Date(Date.UTC(1899, 11, 30) + days * msPerDay).toISOString().slice(0, 10);
}

/** Zero-based column of `AB12`; null where the reference names none. */
function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return at === 0 || at > 3 ? null : column - 1;
}

/** Cells that a merge may fill; a sheet merged all over was made to exhaust a reader. */
const mostFilled = 200_000;

/** Rows and column of a merge one column wide, such as `A5:A9`; null for any other. */
function downwardMerge(reference: string): { column: number; from: number; until: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  const column = columnOf(match?.[1] ?? '');
  if (match === null || column === null || match[1] !== match[3]) return null;
  return { column, from: Number(match[2]), until: Number(match[4]) };
}

/**
 * Gives every row under a merged cell what stands in it: a client over all of its deliveries, a day over all lines.
 * Numbers stay where they are, for a sum over several rows is one sum.
 */
function fillMerges(rows: readonly TableRow[], merges: readonly string[]): void {
  let left = mostFilled;
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const reference of merges) {
    const merge = downwardMerge(reference);
    const top = merge === null ? undefined : byNumber.get(merge.from)?.cells[merge.column];
    if (merge === null || top === undefined || top === null || typeof top === 'number') continue;
    for (let number = merge.from + 1; number <= merge.until && left > 0; number += 1) {
      left -= 1;
      const row = byNumber.get(number);
      if (row === undefined || (row.cells[merge.column] ?? null) !== null) continue;
      const cells = [...row.cells];
      while (cells.length < merge.column) cells.push(null);
      cells[merge.column] = top;
      // The rows are this reader's own until it hands them over.
      Object.assign(row, { cells });
    }
  }
}

/**
 * A share as its cell shows it, «12.5%» for 0.125, to hundredths: a bare 0.125 would be taken for a sum of money, and
 * titles could not be told to be in percent.
 */
const percentText = (share: number): string =>
  `${Number((share * 100).toPrecision(15))
    .toFixed(2)
    .replace(/\.?0+$/, '')}%`;

/** Reads the rows of a sheet as its XML runs past; rows without a value are left out. */
export function createSheetSink(context: SheetContext): {
  readonly sink: XmlSink;
  /** The rows, once the whole sheet has run past. */
  rows(): TableRow[];
} {
  const { strings, styles, from1904, mostRows } = context;
  const rows: TableRow[] = [];
  const merges: string[] = [];
  // Dates of a table repeat: making each anew is what reading it would spend its time on.
  const days = new Map<number, Cell>();
  let cells: Cell[] = [];
  let number = 0;
  let level = 0;
  let indent = 0;
  let column = -1;
  let style: CellStyle | undefined;
  let type = '';
  let value = '';
  let takes = false;
  let phonetic = 0;

  const dayCell = (serial: number): Cell => {
    const known = days.get(serial);
    if (known !== undefined) return known;
    const day = dayOfSerial(serial, from1904);
    const cell: Cell = day === null ? serial : { day };
    if (days.size < 100_000) days.set(serial, cell);
    return cell;
  };
  const valueOf = (): Cell => {
    switch (type) {
      case 's': {
        const text = strings[Number(value)];
        if (text === undefined) throw new AppError('tableUnreadable', 'a text that is not there');
        return text === '' ? null : text;
      }
      case 'b':
        return value === '1' || value === 'true';
      case 'd':
        return /^\d{4}-\d{2}-\d{2}/.test(value) ? { day: value.slice(0, 10) } : value.trim() || null;
      case '':
      case 'n': {
        const read = Number(value);
        if (value.trim() === '' || !Number.isFinite(read)) return value.trim() || null;
        if (style?.isDay === true) return dayCell(read);
        return style?.isPercent === true ? percentText(read) : read;
      }
      default:
        // Texts of formulas, texts that stand in the cell, and errors such as #N/A.
        return value.trim() === '' ? null : value.trim();
    }
  };

  const sink: XmlSink = {
    open(name, tag) {
      switch (name) {
        case 'row':
          number = Number(attributeOf(tag, 'r') ?? number + 1);
          if (!Number.isInteger(number) || number < 1)
            throw new AppError('tableUnreadable', 'a row without a number');
          level = Number(attributeOf(tag, 'outlineLevel') ?? 0) || 0;
          cells = [];
          column = -1;
          indent = 0;
          break;
        case 'c': {
          const reference = attributeOf(tag, 'r');
          column = (reference === null ? null : columnOf(reference)) ?? column + 1;
          type = attributeOf(tag, 't') ?? '';
          const at = attributeOf(tag, 's');
          style = at === null ? undefined : styles[Number(at)];
          value = '';
          break;
        }
        case 'v':
        case 't':
          takes = phonetic === 0;
          break;
        case 'rPh':
          phonetic += 1;
          break;
        case 'mergeCell':
          if (merges.length < mostFilled) merges.push(attributeOf(tag, 'ref') ?? '');
          break;
        default:
      }
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          takes = false;
          break;
        case 'rPh':
          phonetic -= 1;
          break;
        case 'c': {
          if (value === '') break;
          const cell = valueOf();
          if (cell === null) break;
          if (column >= mostColumns)
            throw new AppError('tableTooLarge', 'too many columns', { rows: mostRows });
          while (cells.length < column) cells.push(null);
          if (cells.every((one) => one === null)) indent = style?.indent ?? 0;
          cells[column] = cell;
          break;
        }
        case 'row':
          if (cells.length === 0) break;
          if (rows.length >= mostRows)
            throw new AppError('tableTooLarge', 'too many rows', { rows: mostRows });
          rows.push(level + indent === 0 ? { number, cells } : { number, cells, level: level + indent });
          break;
        default:
      }
    },
    text(text) {
      if (takes) value += text;
    },
  };
  return {
    sink,
    rows() {
      fillMerges(rows, merges);
      return rows;
    },
  };
}

/** Collects the texts that cells share. */
export function createStringSink(): { readonly sink: XmlSink; readonly strings: string[] } {
  const strings: string[] = [];
  let value = '';
  let takes = false;
  let phonetic = 0;
  return {
    strings,
    sink: {
      open(name) {
        if (name === 'si') value = '';
        else if (name === 't') takes = phonetic === 0;
        else if (name === 'rPh') phonetic += 1;
      },
      close(name) {
        if (name === 't') takes = false;
        else if (name === 'rPh') phonetic -= 1;
        else if (name === 'si') strings.push(value.trim());
      },
      text(text) {
        if (takes) value += text;
      },
    },
  };
}
