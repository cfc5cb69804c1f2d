import type {
  DossierImportField,
  DossierImportPlan,
  DossierRowReason,
  GroupChoice,
} from '../../../shared/domain/dossierImport.ts';
import { largestAmountMinor } from '../../../shared/domain/money.ts';
import { BadCell } from './badCell.ts';
import { type DecimalMark, decimalMarkOf, readScaled } from './readValues.ts';
import { type DayOrder, dayOrderOf } from './readDays.ts';
import { type Cell, cellText, type TableRow } from './tableFile.ts';

/** A client as a row names it; a row of one client's own file names none. */
export type NamedClient = { readonly name: string; readonly inn: string };

/** A row that cannot be taken, or is no record. */
export type LeftRow =
  | { readonly kind: 'total' | 'heading'; readonly row: number; readonly name: string }
  /** A line that may be a client or goods; null = the user has not said. */
  | {
      readonly kind: 'group';
      readonly row: number;
      readonly name: string;
      readonly choice: GroupChoice | null;
    }
  | {
      readonly kind: 'skipped';
      readonly row: number;
      readonly name: string;
      readonly reason: DossierRowReason;
      readonly field: DossierImportField | null;
      readonly value: string;
    };

/** A field that is left out while its row is taken. */
export type LeftField = {
  readonly reason: DossierRowReason;
  readonly field: DossierImportField;
  readonly value: string;
};

export type BadDossierCell = BadCell<DossierRowReason, DossierImportField>;
const bad = (reason: DossierRowReason, field: DossierImportField): BadDossierCell =>
  new BadCell(reason, field);

/** How the cells of one table are read: by its plan, and by what whole columns tell. */
export type RowReader = {
  readonly plan: DossierImportPlan;
  cell(row: TableRow, field: DossierImportField): Cell | undefined;
  text(row: TableRow, field: DossierImportField): string;
  has(field: DossierImportField): boolean;
  /** Whole parts of `1 / 10^places`; null where the cell is empty. Throws a bad cell. */
  number(row: TableRow, field: DossierImportField, places: number): number | null;
  dayOrder(field: DossierImportField): DayOrder;
};

/** Makes the reader of a table's rows. */
export function createRowReader(rows: readonly TableRow[], plan: DossierImportPlan): RowReader {
  const marks = new Map<DossierImportField, DecimalMark>();
  const orders = new Map<DossierImportField, DayOrder>();
  const columnOf = (field: DossierImportField): number | null => plan.mapping[field] ?? null;
  const column = (field: DossierImportField): (Cell | undefined)[] => {
    const at = columnOf(field);
    return at === null ? [] : rows.map(({ cells }) => cells[at]);
  };
  const cell: RowReader['cell'] = (row, field) => {
    const at = columnOf(field);
    return at === null ? undefined : row.cells[at];
  };
  return {
    plan,
    cell,
    text: (row, field) => cellText(cell(row, field)),
    has: (field) => columnOf(field) !== null,
    number(row, field, places) {
      const found = cell(row, field);
      const text = cellText(found);
      if (text === '' || text === '-' || text === '—' || text === '–') return null;
      let mark = marks.get(field);
      if (mark === undefined) {
        mark = decimalMarkOf(column(field));
        marks.set(field, mark);
      }
      // Brackets are a minus of accountants: (1 234,56).
      const inBrackets = /^\(.+\)$/.test(text);
      const read = readScaled(inBrackets ? `-${text.slice(1, -1)}` : found, places, mark);
      if (!read.ok) throw bad(read.reason === 'ambiguous' ? 'ambiguousNumber' : 'badNumber', field);
      if (Math.abs(read.value) > largestAmountMinor) throw bad('tooLarge', field);
      return read.value;
    },
    dayOrder(field) {
      if (plan.dayOrder !== 'auto') return plan.dayOrder;
      const known = orders.get(field);
      if (known !== undefined) return known;
      const found = dayOrderOf(column(field));
      orders.set(field, found);
      return found;
    },
  };
}

/** Digits of an ИНН as a file writes it: a number of a workbook loses the zero in front. */
export function innOf(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length === 9 || digits.length === 11) return `0${digits}`;
  return digits.length === 10 || digits.length === 12 ? digits : '';
}

/** The client that a row names; null where it names none. */
export function clientOf(row: TableRow, reader: RowReader, heading: string): NamedClient | null {
  const named = reader.text(row, 'client') || heading;
  // 1С writes both into one cell: «Ромашка ООО, ИНН 7701234567».
  const inside = /^(.*?)[,;(\s]+инн[:\s]*(\d{10}|\d{12})\D*$/iu.exec(named);
  const name = (inside?.[1] ?? named).replace(/[,;(]\s*$/, '').slice(0, 200);
  const inn = innOf(reader.text(row, 'inn')) || (inside?.[2] ?? '');
  return name === '' && inn === '' ? null : { name, inn };
}

/** Whether a row sums others up: its first text says so. */
export function sumsUp(row: TableRow): boolean {
  const first = cellText(row.cells.find((cell) => typeof cell === 'string'));
  return /^(итог[ои]?|всего|общий итог|(grand |sub)?total)\s*:?$|^(итого|всего)[\s:]|^total:/i.test(first);
}

/** The first text of a row, to name it by. */
export const firstText = (row: TableRow): string =>
  cellText(row.cells.find((cell) => typeof cell === 'string')).slice(0, 200);

/** A row that is left out because of a cell. Throws on whatever is no bad cell. */
export function leftBy(error: unknown, row: TableRow, name: string, reader: RowReader): LeftRow {
  if (!(error instanceof BadCell)) throw error;
  // Only cells of this kind of table are thrown while its rows are read.
  const { reason, field } = error as BadDossierCell;
  const value = reader.text(row, field).slice(0, 200);
  return { kind: 'skipped', row: row.number, name, reason, field, value };
}
