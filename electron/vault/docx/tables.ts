import { keptRows } from '../../../shared/document/keptRows.ts';
import type { CellAlign, CellShade, TableNode } from '../../../shared/document/nodes.ts';
import { columnWidths } from './columnWidths.ts';
import { tableGrid, type Slot } from './tableGrid.ts';
import { cellXml, edgeOf, rowXml, sideMargin, tableXml, type Cell, type CellLook } from './tableXml.ts';
import type { BlockWriter, Place, Writing } from './writing.ts';

/** A row of the table's head: everything in it is a header cell. Word repeats such rows only at the top. */
function isHeaderRow(slots: readonly Slot[]): boolean {
  return (
    slots.some((slot) => slot.kind === 'cell') &&
    slots.every(
      (slot) => slot.kind === 'continued' || (slot.kind === 'cell' && slot.cells[0]?.type === 'tableHeader'),
    )
  );
}

function headerRows(table: TableNode, rows: readonly (readonly Slot[])[]): number {
  const body = rows.findIndex((slots) => !isHeaderRow(slots));
  // A table of nothing but header cells has no body to repeat them over.
  return body === -1 ? (table.content.length > 1 ? 1 : 0) : body;
}

function fillOf(shade: CellShade | null, { palette }: Writing): { readonly fill?: string } {
  if (shade === null) return {};
  return { fill: shade === 'grey' ? palette.greyTint : palette.accentTint };
}

function verticalOf(align: CellAlign | null): Pick<CellLook, 'verticalAlign'> {
  // Word's middle is «center».
  return align === null ? {} : { verticalAlign: align === 'middle' ? 'center' : align };
}

/** Whether the table's first column names its rows: every row begins with a header cell. */
function hasHeaderColumn(rows: readonly (readonly Slot[])[], heads: number): boolean {
  const body = rows.slice(heads);
  return (
    body.length > 0 &&
    body.every(
      ([slot]) =>
        slot?.kind === 'continued' || (slot?.kind === 'cell' && slot.cells[0]?.type === 'tableHeader'),
    )
  );
}

type RowPlace = { readonly inHead: boolean; readonly lastHead: boolean; readonly keepNext: boolean };

function writeSlot(
  slot: Slot,
  widths: readonly number[],
  { inHead, lastHead, keepNext }: RowPlace,
  writing: Writing,
): Cell {
  let widthTwips = 0;
  for (let at = slot.column; at < slot.column + slot.span; at += 1) widthTwips += widths[at] ?? 0;
  const look = {
    widthTwips,
    span: slot.span,
    edge: edgeOf(slot.column, slot.span, widths.length, writing.tables.flush),
  };
  if (slot.kind === 'continued') return cellXml({ ...look, merge: 'continue' }, '');
  if (slot.kind === 'filler') return cellXml(look, '');
  const first = slot.cells[0];
  const header = first?.type === 'tableHeader';
  const place: Place = {
    widthTwips: widthTwips - 2 * sideMargin(widthTwips),
    indentTwips: 0,
    // Letters as small as a head's would be lost at the beginning of a row.
    paragraphStyle: header ? (inHead ? 'TableHead' : 'TableStrong') : 'TableText',
    keepNext,
  };
  let content = '';
  let isPlain = true;
  for (const cell of slot.cells) {
    content += writing.blocks(cell.content, place, writing);
    isPlain &&= cell.content.every(({ type }) => type === 'paragraph');
  }
  return cellXml(
    {
      ...look,
      merge: slot.rows > 1 ? 'restart' : null,
      ...(lastHead ? { borders: writing.tables.head } : {}),
      // The head of a filled look keeps its fill: its letters are made for it.
      ...(header && inHead && writing.tables.headFill !== null
        ? { fill: writing.tables.headFill }
        : fillOf(first?.attrs.shade ?? null, writing)),
      ...verticalOf(first?.attrs.verticalAlign ?? (header && inHead ? 'bottom' : null)),
    },
    content,
    isPlain,
  );
}

/** A table of the document: full grid, explicit widths, repeated head, merged cells. */
export const writeTable: BlockWriter<'table'> = (node, place, writing) => {
  const grid = tableGrid(node);
  // A table without a cell prints nothing, and Word opens no table without a row.
  if (grid.columns === 0) return '';
  const widths = columnWidths(grid, place.widthTwips, writing.textWidthTwips);
  const heads = headerRows(node, grid.rows);
  const kept = keptRows(node, heads);
  let rows = '';
  grid.rows.forEach((slots, index) => {
    const inHead = index < heads;
    const at = { inHead, lastHead: index === heads - 1, keepNext: kept[index] === true };
    rows += rowXml(
      { header: inHead },
      slots.map((slot) => writeSlot(slot, widths, at, writing)),
    );
  });
  // The looks draw both alike; with a style of its own, upright lines for tables without a head are set once in Word.
  const style = heads > 0 ? 'KamertonTable' : 'KamertonGrid';
  const headerColumn = hasHeaderColumn(grid.rows, heads);
  const look = { style, columns: widths, indentTwips: place.indentTwips, header: heads > 0, headerColumn };
  return tableXml(look, rows);
};
