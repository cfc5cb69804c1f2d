import { hexOf, isGrey, isPaper } from '../colors.ts';
import { pxOf, styleOf } from './sourceStyles.ts';
import type { Style, StyleSheet } from './sourceStyles.ts';
import { formatInside } from './inlineFormat.ts';
import { alignOf } from './walk.ts';
import type { Spot, Walk } from './walk.ts';

/** Word's own limit of columns. */
const mostColumns = 63;
const mostRows = 2000;
const deepestTable = 2;
/** Width of the page's text at 96 dots to the inch; narrower columns than this cannot be taken by the mouse. */
const textWidthPx = 640;
const narrowestPx = 40;

function rowsOf(table: Element): readonly { readonly row: Element; readonly inHead: boolean }[] {
  return [...table.children].flatMap((part) => {
    if (part.localName === 'tr') return [{ row: part, inHead: false }];
    if (!/^t(?:head|body|foot)$/.test(part.localName)) return [];
    return [...part.children].flatMap((row) =>
      row.localName === 'tr' ? [{ row, inHead: part.localName === 'thead' }] : [],
    );
  });
}

const cellsOf = (row: Element) =>
  [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');

/** Tables that only place things: frames of one cell, and the grids that letters and pages are laid out in. */
function isLayout(table: Element, rows: readonly { readonly row: Element }[]): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  const counts = rows.map(({ row }) => cellsOf(row).length);
  if (counts.every((count) => count <= 1) && rows.length <= 1) return true;
  const border = table.getAttribute('border') ?? '0';
  return table.querySelector('table') !== null && border === '0' && !table.className.startsWith('Mso');
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan' | 'span', most: number): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
}

/** A width as the source says it: pixels, or a share of the table (`33%`, `85*`). */
function widthOf(
  element: Element,
  sheet: StyleSheet,
): { readonly px: number | null; readonly share: number | null } {
  const said = [styleOf(element, sheet).get('width'), element.getAttribute('width')];
  const px = said.map(pxOf).find((width) => width !== null) ?? null;
  const share =
    said
      .map((width) => Number(/^\s*([\d.]+)\s*[%*]\s*$/.exec(width ?? '')?.[1] ?? 0))
      .find((part) => part > 0) ?? null;
  return { px, share };
}

/** Widths that a table gives to its columns by `col` and `colgroup`. */
function columnElements(table: Element): readonly Element[] {
  return [...table.children].flatMap((part) => {
    const inside = part.localName === 'colgroup' ? [...part.children] : [];
    const columns =
      part.localName === 'col' || (part.localName === 'colgroup' && inside.length === 0) ? [part] : inside;
    return columns.flatMap((column) => Array<Element>(spanOf(column, 'span', mostColumns)).fill(column));
  });
}

type PlacedCell = {
  readonly source: Element;
  readonly clean: Element;
  readonly column: number;
  readonly colspan: number;
};

/** Gives every cell the widths of its columns, in pixels of the page, where the source gives all of them. */
function setWidths(table: Element, cells: readonly PlacedCell[], sheet: StyleSheet): void {
  const count = Math.max(0, ...cells.map(({ column, colspan }) => column + colspan));
  const elements = columnElements(table);
  const widths = Array.from({ length: count }, (_, column) => {
    const element =
      elements[column] ?? cells.find((cell) => cell.column === column && cell.colspan === 1)?.source;
    return element ? widthOf(element, sheet) : { px: null, share: null };
  });
  const byShare = widths.every(({ share }) => share !== null);
  const known = widths.map(({ px, share }) => (byShare ? share : px) ?? 0);
  if (count === 0 || known.some((width) => width <= 0)) return;
  const sum = known.reduce((total, width) => total + width, 0);
  const scale = byShare ? textWidthPx / sum : Math.min(1, textWidthPx / sum);
  const px = known.map((width) => Math.max(narrowestPx, Math.round(width * scale)));
  for (const { clean, column, colspan } of cells)
    clean.setAttribute('colwidth', px.slice(column, column + colspan).join());
}

const figure = /^[-−+(]?\s*(?:\d[\d\s\u00a0\u202f.,']*)\s*\)?\s*(?:%|₽|руб\.?|р\.|\$|€|¥)?$/u;

/** Writes a table with its merged cells, widths and header rows; a table that only lays out gives its text alone. */
export function writeTable(table: Element, spot: Spot, walk: Walk): void {
  const rows = rowsOf(table);
  const { writer, page, losses } = walk;
  if (isLayout(table, rows) || spot.tableDepth >= deepestTable) {
    for (const { row } of rows)
      for (const cell of cellsOf(row)) {
        writer.startParagraph({ tag: 'p', align: spot.align });
        walk.inside(cell, spot);
      }
    writer.startParagraph({ tag: 'p', align: spot.align });
    return;
  }
  const caption = table.querySelector(':scope > caption');
  if (caption) {
    writer.startParagraph({ tag: 'p', align: spot.align });
    walk.inside(caption, spot);
  }
  const placed: PlacedCell[] = [];
  const target = page.createElement('table');
  const body = page.createElement('tbody');
  target.append(body);
  writer.inside(target, () => {
    /** Cells of rows above that reach into the row: column → rows still covered. */
    let covered: number[] = [];
    for (const { row, inHead } of rows.slice(0, mostRows)) {
      if (styleOf(row, walk.sheet).get('display') === 'none') {
        if ((row.textContent ?? '').trim() !== '') losses.hidden += 1;
        continue;
      }
      covered = writeRow(row, inHead, body, covered, placed, spot, walk);
    }
  });
  if (rows.length > mostRows) losses.hidden += rows.length - mostRows;
  setWidths(table, placed, walk.sheet);
  finishTable(body);
  if (body.children.length === 0) target.remove();
}

function writeRow(
  row: Element,
  inHead: boolean,
  body: Element,
  coveredAbove: readonly number[],
  placed: PlacedCell[],
  spot: Spot,
  walk: Walk,
): number[] {
  const { page, sheet, losses } = walk;
  const target = page.createElement('tr');
  const covered = coveredAbove.map((rows) => Math.max(0, rows - 1));
  const reaches = (at: number) => (coveredAbove[at] ?? 0) > 1;
  body.append(target);
  let column = 0;
  for (const cell of cellsOf(row)) {
    while (reaches(column)) column += 1;
    if (column >= mostColumns) {
      losses.columns += 1;
      continue;
    }
    const colspan = spanOf(cell, 'colspan', mostColumns - column);
    const rowspan = spanOf(cell, 'rowspan', 1000);
    const style = styleOf(cell, sheet);
    const clean = page.createElement(inHead || cell.localName === 'th' ? 'th' : 'td');
    if (colspan > 1) clean.setAttribute('colspan', String(colspan));
    if (rowspan > 1) clean.setAttribute('rowspan', String(rowspan));
    placed.push({ source: cell, clean, column, colspan });
    setGround(cell, clean, style);
    for (let at = column; at < column + colspan; at += 1) covered[at] = rowspan;
    column += colspan;
    target.append(clean);
    const format = formatInside(cell, style, spot.format);
    const align = alignOfCell(cell, row, walk);
    walk.writer.inside(clean, () => {
      walk.writer.startParagraph({ tag: 'p', align });
      walk.inside(cell, {
        ...spot,
        format,
        align,
        heading: null,
        listDepth: 0,
        tableDepth: spot.tableDepth + 1,
      });
    });
  }
  return covered;
}

function alignOfCell(cell: Element, row: Element, { sheet, fromSheet }: Walk): Spot['align'] {
  const own = alignOf(cell, styleOf(cell, sheet), alignOf(row, styleOf(row, sheet), null));
  if (own !== null) return own;
  const saysLeft = /left/i.test(cell.getAttribute('align') ?? styleOf(cell, sheet).get('text-align') ?? '');
  const isFigure =
    cell.hasAttribute('sdval') || cell.hasAttribute('x:num') || figure.test((cell.textContent ?? '').trim());
  return fromSheet && isFigure && !saysLeft ? 'right' : null;
}

/** A cell's ground in the document's two; a head's is the look's own. */
function setGround(cell: Element, clean: Element, style: Style): void {
  const ground = hexOf(
    style.get('background-color') ?? style.get('background') ?? cell.getAttribute('bgcolor') ?? '',
  );
  if (ground !== null && !isPaper(ground) && clean.localName === 'td')
    clean.setAttribute('data-shade', isGrey(ground) ? 'grey' : 'accentLight');
  const stands = style.get('vertical-align') ?? cell.getAttribute('valign') ?? '';
  // Top and bottom are what programs write everywhere; only the middle was somebody's wish.
  if (/^(?:middle|center)$/i.test(stands)) clean.setAttribute('data-valign', 'middle');
}

/** Takes off empty rows at the end, and finds the header that a bold first row is meant to be. */
function finishTable(body: Element): void {
  while (
    body.lastElementChild &&
    (body.lastElementChild.textContent ?? '').trim() === '' &&
    !body.lastElementChild.querySelector('img')
  ) {
    const last = body.lastElementChild;
    const isCovered = last.children.length === 0;
    if (isCovered) break;
    last.remove();
  }
  const [first, second] = body.children;
  if (
    first &&
    second &&
    [...first.children].every((cell) => cell.localName === 'td' && isBold(cell)) &&
    first.children.length > 1
  )
    for (const cell of Array.from(first.children)) renameElement(cell, 'th');
  for (const bold of body.querySelectorAll(':scope > tr > th strong')) bold.replaceWith(...bold.childNodes);
}

function isBold(cell: Element): boolean {
  const walker = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let any = false;
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement?.closest('strong')) return false;
    any = true;
  }
  return any;
}

function renameElement(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  for (const { name, value } of Array.from(element.attributes))
    if (name !== 'data-shade') renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
