import { keptRows } from '../../../shared/document/keptRows.ts';
import type { BlockNode, CellAlign, CellShade, TableNode } from '../../../shared/document/nodes.ts';
import { columnWidths } from './columnWidths.ts';
import { tableGrid, type CellNode, type CellSlot, type Slot } from './tableGrid.ts';
import {
  cellStart,
  closedCell,
  edgeOf,
  plainCell,
  rowXml,
  sideMargin,
  tableXml,
  type Cell,
  type CellLook,
  type CellStart,
} from './tableXml.ts';
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

/** What the cells of a table that look alike have in common. */
type Frame = { readonly start: CellStart; readonly place: Place };

type TableWriting = {
  readonly widths: readonly number[];
  readonly writing: Writing;
  /** Frames already made: most cells are as the one above them. */
  readonly frames: Map<number, Frame>;
};

function widthOf({ column, span }: Slot, widths: readonly number[]): number {
  let widthTwips = 0;
  for (let at = column; at < column + span; at += 1) widthTwips += widths[at] ?? 0;
  return widthTwips;
}

function makeFrame(
  slot: Slot,
  first: CellNode | undefined,
  { inHead, lastHead, keepNext }: RowPlace,
  { widths, writing }: TableWriting,
): Frame {
  const widthTwips = widthOf(slot, widths);
  const header = first?.type === 'tableHeader';
  const look = {
    widthTwips,
    span: slot.span,
    edge: edgeOf(slot.column, slot.span, widths.length, writing.tables.flush),
    merge: slot.kind === 'continued' ? 'continue' : slot.kind === 'cell' && slot.rows > 1 ? 'restart' : null,
  } as const;
  return {
    start: cellStart(
      slot.kind !== 'cell'
        ? look
        : {
            ...look,
            ...(lastHead ? { borders: writing.tables.head } : {}),
            // The head of a filled look keeps its fill: its letters are made for it.
            ...(header && inHead && writing.tables.headFill !== null
              ? { fill: writing.tables.headFill }
              : fillOf(first?.attrs.shade ?? null, writing)),
            ...verticalOf(first?.attrs.verticalAlign ?? (header && inHead ? 'bottom' : null)),
          },
    ),
    place: {
      widthTwips: widthTwips - 2 * sideMargin(widthTwips),
      indentTwips: 0,
      // Letters as small as a head's would be lost at the beginning of a row.
      paragraphStyle: header ? (inHead ? 'TableHead' : 'TableStrong') : 'TableText',
      keepNext,
    },
  };
}

/** A number that cells with the same frame share; null for the few that are shaded, aligned or merged down. */
function frameKey(slot: CellSlot, first: CellNode, row: RowPlace): number | null {
  if (slot.rows > 1 || (first.attrs.shade ?? first.attrs.verticalAlign ?? null) !== null) return null;
  const bits =
    (first.type === 'tableHeader' ? 1 : 0) |
    (row.inHead ? 2 : 0) |
    (row.lastHead ? 4 : 0) |
    (row.keepNext ? 8 : 0);
  // Word has no more than 63 columns.
  return bits | (slot.span << 4) | (slot.column << 10);
}

function frameOf(slot: Slot, row: RowPlace, table: TableWriting): Frame {
  const first = slot.kind === 'cell' ? slot.cells[0] : undefined;
  const key = slot.kind === 'cell' && first !== undefined ? frameKey(slot, first, row) : null;
  if (key === null) return makeFrame(slot, first, row, table);
  let frame = table.frames.get(key);
  if (frame === undefined) {
    frame = makeFrame(slot, first, row, table);
    table.frames.set(key, frame);
  }
  return frame;
}

const isParagraph = ({ type }: BlockNode): boolean => type === 'paragraph';

function writeSlot(slot: Slot, row: RowPlace, table: TableWriting): Cell {
  const { start, place } = frameOf(slot, row, table);
  if (slot.kind !== 'cell') return closedCell(start, '');
  let content = '';
  let isPlain = true;
  // Looked at without an iterator, as in blocks.ts.
  for (let at = 0; at < slot.cells.length; at += 1) {
    const blocks = slot.cells[at]?.content ?? [];
    content += table.writing.blocks(blocks, place, table.writing);
    isPlain &&= blocks.every(isParagraph);
  }
  return isPlain && content !== '' ? plainCell(start, content) : closedCell(start, content);
}

/** A table of the document: full grid, explicit widths, repeated head, merged cells. */
export const writeTable: BlockWriter<'table'> = (node, place, writing) => {
  const grid = tableGrid(node);
  // A table without a cell prints nothing, and Word opens no table without a row.
  if (grid.columns === 0) return '';
  const widths = columnWidths(grid, place.widthTwips, writing.textWidthTwips);
  const table: TableWriting = { widths, writing, frames: new Map() };
  const heads = headerRows(node, grid.rows);
  const kept = keptRows(node, heads);
  let rows = '';
  grid.rows.forEach((slots, index) => {
    const inHead = index < heads;
    const at = { inHead, lastHead: index === heads - 1, keepNext: kept[index] === true };
    rows += rowXml(
      { header: inHead },
      slots.map((slot) => writeSlot(slot, at, table)),
    );
  });
  // The looks draw both alike; with a style of its own, upright lines for tables without a head are set once in Word.
  const style = heads > 0 ? 'KamertonTable' : 'KamertonGrid';
  const headerColumn = hasHeaderColumn(grid.rows, heads);
  const look = { style, columns: widths, indentTwips: place.indentTwips, header: heads > 0, headerColumn };
  return tableXml(look, rows);
};
