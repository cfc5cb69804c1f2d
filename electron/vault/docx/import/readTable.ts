import type {
  CellAlign,
  CellShade,
  TableCellNode,
  TableHeaderNode,
  TableNode,
  TableRowNode,
} from '../../../../shared/document/nodes.ts';
import { colorOf, lightness } from './readMarks.ts';
import type { Reading } from './reading.ts';
import {
  attribute,
  child,
  descendants,
  elementsOf,
  numberOf,
  switchOf,
  valueOf,
  type XmlElement,
} from './xmlTree.ts';

type Cell = TableCellNode | TableHeaderNode;
/** A cell that may yet grow downwards, by the column it begins in. */
type Growing = Map<number, { readonly cell: Cell; readonly span: number }>;

const twipsPerPx = 15;
const mostSpan = 63;
const ownGrey = '#f1f0ee';

/** Rows of a table or cells of a row, which may stand in controls and in changes. */
export function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((each) => {
    if (each.name === name) return [each];
    if (each.name === 'w:sdt') return unwrapped(child(each, 'w:sdtContent') ?? each, name);
    return each.name === 'w:customXml' || each.name === 'w:ins' ? unwrapped(each, name) : [];
  });
}

/** A cell's ground as one of ours; dark ones belong to a head, whose look is not the document's. */
function shadeOf(properties: XmlElement | null, { own }: Reading): CellShade | null {
  const fill = colorOf(attribute(child(properties, 'w:shd'), 'w:fill'));
  if (fill === null || fill === '#ffffff' || lightness(fill) < 0.6) return null;
  if (own) return fill === ownGrey ? 'grey' : 'accentLight';
  const channels = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  return Math.max(...channels) - Math.min(...channels) <= 8 ? 'grey' : 'accentLight';
}

const verticals: Readonly<Record<string, CellAlign>> = {
  top: 'top',
  center: 'middle',
  both: 'middle',
  bottom: 'bottom',
};

function verticalOf(properties: XmlElement | null, inHead: boolean, { own }: Reading): CellAlign | null {
  const said = verticals[valueOf(properties, 'w:vAlign') ?? ''] ?? null;
  // Top is where text stands anyway, and the bottom is a head's.
  return said === 'top' && !inHead && !own ? null : said === 'bottom' && inHead ? null : said;
}

/** Our writer's mark of a header cell below the head. */
const namesRow = 'TableStrong';

function isNaming(cell: XmlElement, reading: Reading): boolean {
  return (
    reading.own &&
    elementsOf(cell).some(
      (each) => each.name === 'w:p' && valueOf(child(each, 'w:pPr'), 'w:pStyle') === namesRow,
    )
  );
}

/** Whether every word of a row is bold: how a head is made by people who do not know of heads. */
function isBoldRow(row: XmlElement): boolean {
  const runs = descendants(row, 'w:r').filter((run) => child(run, 'w:t') !== null);
  return runs.length > 0 && runs.every((run) => switchOf(child(run, 'w:rPr'), 'w:b') === true);
}

/** The head's weight is the look's: the mark would say it twice. */
function withoutBold(cells: readonly Cell[]): void {
  for (const { content } of cells) {
    for (const block of content) {
      if (block.type !== 'paragraph') continue;
      for (const node of block.content ?? []) {
        const rest = (node.marks ?? []).filter(({ type }) => type !== 'bold');
        if (rest.length > 0) node.marks = rest;
        else delete node.marks;
      }
    }
  }
}

function contentOf(element: XmlElement, reading: Reading): Cell['content'] {
  const content = reading.blocks(elementsOf(element), 0, reading);
  const last = content.at(-1);
  // Word wants a paragraph after a table in a cell; it is not the author's.
  if (
    !reading.own &&
    content.at(-2)?.type === 'table' &&
    last?.type === 'paragraph' &&
    (last.content ?? []).length === 0
  )
    content.pop();
  return content.length === 0 ? [{ type: 'paragraph' }] : content;
}

function emptyCell(span: number, header: boolean): Cell {
  const attrs = { colspan: span, rowspan: 1, colwidth: null, shade: null, verticalAlign: null };
  return { type: header ? 'tableHeader' : 'tableCell', attrs, content: [{ type: 'paragraph' }] };
}

/** Widths of the grid's columns in pixels; 0 where the file names none. */
function widthsOf(table: XmlElement): readonly number[] {
  return elementsOf(child(table, 'w:tblGrid'))
    .filter(({ name }) => name === 'w:gridCol')
    .map((column) => {
      const twips = numberOf(attribute(column, 'w:w')) ?? 0;
      return twips <= 0 ? 0 : Math.min(Math.max(Math.round(twips / twipsPerPx), 1), 4000);
    });
}

function readRow(
  element: XmlElement,
  header: boolean,
  widths: readonly number[],
  growing: Growing,
  reading: Reading,
): TableRowNode {
  const properties = child(element, 'w:trPr');
  const cells: Cell[] = [];
  let column = 0;
  const skip = (name: string) => {
    const count = Math.min(numberOf(valueOf(properties, name)) ?? 0, mostSpan);
    if (count > 0) cells.push(emptyCell(count, header));
    column += count;
  };
  skip('w:gridBefore');
  for (const each of unwrapped(element, 'w:tc')) {
    const look = child(each, 'w:tcPr');
    const span = Math.min(Math.max(numberOf(valueOf(look, 'w:gridSpan')) ?? 1, 1), mostSpan);
    const merge = child(look, 'w:vMerge');
    const above = growing.get(column);
    const left = cells.at(-1);
    if (valueOf(look, 'w:hMerge') === 'continue' && left !== undefined) left.attrs.colspan += span;
    else if (merge !== null && attribute(merge, 'w:val') !== 'restart' && above?.span === span)
      above.cell.attrs.rowspan += 1;
    else {
      const own = widths.slice(column, column + span);
      const cell: Cell = {
        type: header || isNaming(each, reading) ? 'tableHeader' : 'tableCell',
        attrs: {
          colspan: span,
          rowspan: 1,
          colwidth: own.length === span && own.every((width) => width > 0) ? own : null,
          shade: shadeOf(look, reading),
          verticalAlign: verticalOf(look, header, reading),
        },
        content: contentOf(each, reading),
      };
      cells.push(cell);
      growing.delete(column);
      if (attribute(merge, 'w:val') === 'restart') growing.set(column, { cell, span });
    }
    // Whatever began inside this cell's columns ends here.
    for (let at = column + 1; at < column + span; at += 1) growing.delete(at);
    column += span;
  }
  skip('w:gridAfter');
  return { type: 'tableRow', content: cells };
}

/** A row of header cells right below the head: our writer makes one only in a table of nothing but header cells. */
function namesRows(row: TableRowNode | undefined): boolean {
  return (
    row !== undefined && row.content.length > 0 && row.content.every(({ type }) => type === 'tableHeader')
  );
}

function asHeader(cell: Cell): void {
  cell.type = 'tableHeader';
}

/** A table with its merged cells, widths, head, grounds; null for one without a cell. */
export function readTable(table: XmlElement, reading: Reading): TableNode | null {
  const widths = widthsOf(table);
  const growing: Growing = new Map();
  const rows: TableRowNode[] = [];
  let heads = 0;
  for (const [at, element] of unwrapped(table, 'w:tr').entries()) {
    const properties = child(element, 'w:trPr');
    if (child(properties, 'w:del') !== null) {
      reading.losses.note('deletions');
      continue;
    }
    if (child(properties, 'w:ins') !== null) reading.losses.note('insertions');
    const marked = switchOf(properties, 'w:tblHeader') === true;
    if (marked) heads += 1;
    const guessed = !marked && !reading.own && at === 0 && isBoldRow(element);
    const row = readRow(element, marked || guessed, widths, growing, reading);
    if (!reading.own && (marked || guessed)) withoutBold(row.content);
    rows.push(row);
  }
  if (reading.own && heads === 1 && namesRows(rows[1])) for (const row of rows) row.content.forEach(asHeader);
  return rows.some(({ content }) => content.length > 0) ? { type: 'table', content: rows } : null;
}
