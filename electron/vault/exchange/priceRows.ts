import type { PriceImportField, PriceImportPlan } from '../../../shared/domain/priceImport.ts';
import { PriceListDraft } from '../../../shared/domain/priceListItem.ts';
import { largestAmountMinor } from '../../../shared/domain/money.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import type { RowReason } from '../../../shared/domain/tableImport.ts';
import type { VatRate } from '../../../shared/domain/vat.ts';
import { BadCell } from './badCell.ts';
import type { ImportField, SheetLayout } from './layout.ts';
import { readCurrency } from './readCurrency.ts';
import { type DecimalMark, decimalMarkOf, isTotalRow, readDayCell, readScaled } from './readValues.ts';
import { type Cell, cellText, type TableRow } from './tableFile.ts';

/** What columns of price lists are called, in Russian and English. */
export const priceFields: readonly ImportField<PriceImportField>[] = [
  {
    key: 'article',
    titles: [/^артикул|^article|^sku|^part n/, /артикул|^код( |$)|^item code|номенклатурный/],
  },
  {
    key: 'name',
    titles: [
      /^наименование|^название|^name|^product|^description|^item$/,
      /наименован|номенклатура|товар|услуг/,
    ],
  },
  { key: 'group', titles: [/^группа|^категория|^раздел|^group|^category/] },
  { key: 'unit', titles: [/^ед( |$|\.|иниц)|^unit( of)?|^uom/] },
  {
    key: 'floor',
    titles: [/^порог|^мин(имальная)? .*цена|^минимальная цена|^floor|^min.* price/, /мин.* цена|не ниже/],
  },
  { key: 'cost', titles: [/^себестоимость|^закупочная|^закупка|^cost|^purchase price/, /закуп/] },
  { key: 'margin', titles: [/^мин.*маржа|^маржа|^min.* margin|^margin/] },
  { key: 'price', titles: [/^цена|^price|^unit price|^list price/, /цена|стоимость|price/] },
  { key: 'currency', titles: [/^валюта|^currency/] },
  { key: 'vatRate', titles: [/^ндс|^ставка ндс|^vat/] },
  { key: 'validFrom', titles: [/^действует с( |$)|^дата начала|^начало|^valid from|^from$/] },
  { key: 'validUntil', titles: [/^действует (до|по)|^дата окончания|^окончание|^valid (until|to)|^until$/] },
];

/** A row of a price file as it was understood. */
export type PriceRow =
  | { readonly kind: 'item'; readonly row: number; readonly draft: PriceListDraft }
  | { readonly kind: 'total' | 'heading'; readonly row: number; readonly name: string }
  | {
      readonly kind: 'skipped';
      readonly row: number;
      readonly name: string;
      readonly reason: RowReason;
      readonly field: PriceImportField | null;
      readonly value: string;
    };

type BadPriceCell = BadCell<RowReason, PriceImportField>;

function currencyOf(cell: Cell | undefined, missing: Currency): Currency {
  if (cellText(cell) === '') return missing;
  const known = readCurrency(cell);
  if (known === null) throw new BadCell('badCurrency', 'currency');
  return known;
}

function vatRateOfCell(cell: Cell | undefined, missing: VatRate): VatRate {
  const text = cellText(cell).toLowerCase();
  if (text === '') return missing;
  if (/без\s*ндс|не облага|no vat|exempt|^[-–—]$/.test(text)) return 'none';
  const read = readScaled(typeof cell === 'number' ? cell : text.replace(/^ндс\s*/, ''), 2, 'unknown');
  if (!read.ok) throw new BadCell('badVat', 'vatRate');
  // A rate that nobody formatted as percent stands as 0.22.
  const percent = typeof cell === 'number' && cell > 0 && cell < 1 ? read.value : read.value / 100;
  if (!Number.isInteger(percent) || percent < 0 || percent > 99) throw new BadCell('badVat', 'vatRate');
  return percent;
}

type Reading = {
  readonly plan: PriceImportPlan;
  readonly marks: Readonly<Partial<Record<PriceImportField, DecimalMark>>>;
};

function cellOf(row: TableRow, field: PriceImportField, { plan }: Reading): Cell | undefined {
  const at = plan.mapping[field];
  return at === null || at === undefined ? undefined : row.cells[at];
}

/** A sum in hundredths; null where the cell is empty. */
function hundredths(row: TableRow, field: PriceImportField, reading: Reading): number | null {
  const cell = cellOf(row, field, reading);
  if (cellText(cell) === '') return null;
  const read = readScaled(cell, 2, reading.marks[field] ?? 'unknown');
  if (!read.ok) throw new BadCell(read.reason === 'ambiguous' ? 'ambiguousNumber' : 'badNumber', field);
  if (read.value < 0) throw new BadCell('negativeNumber', field);
  if (read.value > largestAmountMinor) throw new BadCell('tooLarge', field);
  return read.value;
}

function marginOf(row: TableRow, reading: Reading): number | null {
  const cell = cellOf(row, 'margin', reading);
  const read = hundredths(row, 'margin', reading);
  if (read === null) return null;
  const bp = typeof cell === 'number' && cell > 0 && cell < 1 ? read * 100 : read;
  if (bp > 9999) throw new BadCell('tooLarge', 'margin');
  return bp;
}

function dayOf(row: TableRow, field: 'validFrom' | 'validUntil', reading: Reading) {
  const cell = cellOf(row, field, reading);
  if (cellText(cell) === '') return null;
  const day = readDayCell(cell);
  if (day === null) throw new BadCell('badDate', field);
  return day;
}

function draftOf(row: TableRow, group: string, reading: Reading): PriceListDraft {
  const { plan } = reading;
  const text = (field: PriceImportField): string => cellText(cellOf(row, field, reading));
  const name = text('name');
  if (name === '') throw new BadCell('noName', 'name');
  const priceMinor = hundredths(row, 'price', reading);
  if (priceMinor === null) throw new BadCell('noPrice', 'price');
  const [validFrom, validUntil] = [dayOf(row, 'validFrom', reading), dayOf(row, 'validUntil', reading)];
  if (validFrom !== null && validUntil !== null && validUntil < validFrom)
    throw new BadCell('datesReversed', 'validUntil');
  const draft = PriceListDraft.safeParse({
    article: text('article'),
    name,
    group: text('group') || group,
    unit: text('unit'),
    priceMinor,
    currency: currencyOf(cellOf(row, 'currency', reading), plan.currency),
    vatRate: vatRateOfCell(cellOf(row, 'vatRate', reading), plan.vatRate),
    vatMode: plan.vatMode,
    floorMinor: hundredths(row, 'floor', reading),
    costMinor: hundredths(row, 'cost', reading),
    floorMarginBp: marginOf(row, reading),
    validFrom,
    validUntil,
  } satisfies Record<keyof PriceListDraft, unknown>);
  // Numbers and days were read one by one above: what is left is a text beyond its length.
  if (!draft.success) throw new BadCell('tooLong', 'name');
  return draft.data;
}

const isHeading = (row: TableRow, reading: Reading): boolean => {
  const filled = row.cells.filter((cell) => cellText(cell) !== '');
  return (
    filled.length === 1 && typeof filled[0] === 'string' && cellText(cellOf(row, 'price', reading)) === ''
  );
};

/**
 * The rows of a price file: items, headings of groups (one text alone in a row), sums, and rows that cannot be taken
 * with the reason. Nothing is guessed: a cell that can be read in two ways, or in none, leaves its row out.
 */
export function readPriceRows(layout: Pick<SheetLayout, 'rows'>, plan: PriceImportPlan): PriceRow[] {
  const column = (field: PriceImportField) => {
    const at = plan.mapping[field];
    return at === null || at === undefined ? [] : layout.rows.map(({ cells }) => cells[at]);
  };
  const sums = ['price', 'floor', 'cost'] as const;
  const marks = Object.fromEntries(sums.map((field) => [field, decimalMarkOf(column(field))]));
  const reading: Reading = { plan, marks: { ...marks, margin: 'unknown' } };
  let group = '';
  return layout.rows.map((row): PriceRow => {
    const at = plan.mapping.name;
    const name = (at === null || at === undefined ? '' : cellText(row.cells[at])).slice(0, 500);
    const first = cellText(row.cells.find((cell) => cellText(cell) !== ''));
    if (isTotalRow(row.cells)) return { kind: 'total', row: row.number, name: first.slice(0, 500) };
    if (isHeading(row, reading)) {
      group = first.slice(0, 200);
      return { kind: 'heading', row: row.number, name: group };
    }
    try {
      return { kind: 'item', row: row.number, draft: draftOf(row, group, reading) };
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      // Only cells of this file's fields are thrown here.
      const { reason, field } = error as BadPriceCell;
      const value = cellText(cellOf(row, field, reading)).slice(0, 200);
      return { kind: 'skipped', row: row.number, name, reason, field, value };
    }
  });
}
