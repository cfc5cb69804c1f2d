import { fitWidths, leastColumnTwips, narrowestColumnTwips, wholeTwips } from './columnWidths.ts';
import { keptSpacer, spacer } from './paragraphs.ts';

/** Cell margins left and right in twips, as in the table style. */
export const cellMarginTwips = 85;

export type CellLook = {
  readonly widthTwips: number;
  readonly span?: number;
  readonly merge?: 'restart' | 'continue' | null;
  /** Content of `w:tcBorders`. */
  readonly borders?: string;
  readonly fill?: string;
  /** Where the cell stands in its row: the outer margins of a table are none, so that its text meets the text edges. */
  readonly edge?: 'first' | 'last' | 'only' | null;
  /** Margins of its own on every side. */
  readonly padTwips?: number;
  readonly verticalAlign?: 'top' | 'center' | 'bottom';
};

/** The margin of a cell at either side: less in a narrow one, where it would leave no room for a letter. */
export function sideMargin(widthTwips: number): number {
  return Math.round(cellMarginTwips * Math.min(widthTwips / leastColumnTwips, 1));
}

/** `w:tcMar` of a cell, where its margins are not those of the table style. */
function sideMargins({ widthTwips, edge = null }: CellLook): string {
  const margin = sideMargin(widthTwips);
  if (edge === null && margin === cellMarginTwips) return '';
  const side = (name: 'left' | 'right', isEdge: boolean) =>
    isEdge || margin < cellMarginTwips ? `<w:${name} w:w="${isEdge ? 0 : margin}" w:type="dxa"/>` : '';
  const sides =
    side('left', edge === 'first' || edge === 'only') + side('right', edge === 'last' || edge === 'only');
  return sides === '' ? '' : `<w:tcMar>${sides}</w:tcMar>`;
}

const keptRow = '<w:cantSplit/>';

const keepsNext =
  /<w:pStyle w:val="(?:Heading\d|TOCHeading|CalloutTitle|BlockTitle|AttentionTitle)"\/>(?!<w:keepNext)/g;

/**
 * What stands in a cell, free to go on over pages. A heading that keeps with what follows would tie its row to the next
 * row in Word; and LibreOffice never ends placing that, nor a row kept whole while the one around it goes on.
 */
function flowing(content: string): string {
  const free =
    content.includes('Heading') || content.includes('Title"')
      ? content.replaceAll(keepsNext, '$&<w:keepNext w:val="0"/>')
      : content;
  if (!free.includes('<w:tbl>')) return free;
  return free
    .replaceAll(`<w:trPr>${keptRow}</w:trPr>`, '')
    .replaceAll(keptRow, '')
    .replaceAll('<w:keepNext/>', '');
}

/** A written cell and whether it is surely short enough for its row to be kept whole. */
export type Cell = { readonly xml: string; readonly short: boolean };

/** A cell up to its content: the same for all that look alike. */
export type CellStart = {
  readonly xml: string;
  readonly widthTwips: number;
  /** Content below this with its markup and all, as nearly every cell's is, has few lines. */
  readonly shortLength: number;
};

/** The beginning of a cell: its properties in the schema's order (ECMA-376 §17.4.69). */
export function cellStart(look: CellLook): CellStart {
  let properties = `<w:tcW w:w="${look.widthTwips}" w:type="dxa"/>`;
  if (look.span !== undefined && look.span > 1) properties += `<w:gridSpan w:val="${look.span}"/>`;
  if (look.merge === 'restart') properties += '<w:vMerge w:val="restart"/>';
  if (look.merge === 'continue') properties += '<w:vMerge/>';
  if (look.borders !== undefined && look.borders !== '')
    properties += `<w:tcBorders>${look.borders}</w:tcBorders>`;
  if (look.fill !== undefined) properties += `<w:shd w:val="clear" w:color="auto" w:fill="${look.fill}"/>`;
  if (look.padTwips === undefined) properties += sideMargins(look);
  else {
    const pad = ['top', 'left', 'bottom', 'right'].map(
      (side) => `<w:${side} w:w="${look.padTwips}" w:type="dxa"/>`,
    );
    properties += `<w:tcMar>${pad.join('')}</w:tcMar>`;
  }
  if (look.verticalAlign !== undefined) properties += `<w:vAlign w:val="${look.verticalAlign}"/>`;
  const { widthTwips } = look;
  return {
    xml: `<w:tc><w:tcPr>${properties}</w:tcPr>`,
    widthTwips,
    shortLength: lettersOfLine(widthTwips) * mostLinesKept,
  };
}

/** A cell that holds nothing but paragraphs of text, at least one: its content need not be looked through. */
export function plainCell(start: CellStart, content: string): Cell {
  return {
    xml: `${start.xml}${content}</w:tc>`,
    short: content.length < start.shortLength || isShort(content, start),
  };
}

/** A cell; `content` must end with a paragraph, an empty one is given one (ECMA-376 §17.4.65). */
export function cellXml(look: CellLook, content: string): Cell {
  return closedCell(cellStart(look), content);
}

/** The same after its beginning. */
export function closedCell(start: CellStart, content: string): Cell {
  // A cell must end with a paragraph of its own, not with one inside a content control.
  const end = content === '' ? '<w:p/>' : content.endsWith('</w:sdt>') ? spacer : '';
  return { xml: `${start.xml}${flowing(content)}${end}</w:tc>`, short: isShort(content, start) };
}

/** A row of more lines, about half a page, may be split: kept whole it leaves a hole above or runs off its page. */
const mostLinesKept = 30;
/** A letter and a line of text, and a line in the units of drawings. */
const letterTwips = 110;
const lineEmu = 180_000;

function lettersOfLine(widthTwips: number): number {
  return Math.max((widthTwips - 2 * sideMargin(widthTwips)) / letterTwips, 1);
}

/** Whether a cell is surely of few lines; none is with a table inside. */
function isShort(content: string, { widthTwips, shortLength }: CellStart): boolean {
  if (content.includes('<w:tbl>')) return false;
  if (content.length < shortLength && !content.includes('<w:drawing>')) return true;
  let lines = content.replaceAll(/<[^>]*>/g, '').length / lettersOfLine(widthTwips);
  lines += content.split('</w:p>').length + content.split('<w:br/>').length - 2;
  for (const [, height] of content.matchAll(/<wp:extent cx="\d+" cy="(\d+)"/g))
    lines += Number(height) / lineEmu;
  return lines <= mostLinesKept;
}

/** A row; one of short cells is kept whole at the end of a page. */
export function rowXml(look: { readonly header?: boolean }, cells: readonly Cell[]): string {
  let xml = '';
  let short = true;
  for (let at = 0; at < cells.length; at += 1) {
    xml += cells[at]?.xml ?? '';
    short &&= cells[at]?.short !== false;
  }
  let properties = short ? keptRow : '';
  if (look.header === true) properties += '<w:tblHeader/>';
  return properties === '' ? `<w:tr>${xml}</w:tr>` : `<w:tr><w:trPr>${properties}</w:trPr>${xml}</w:tr>`;
}

export type TableLook = {
  readonly style: string;
  /** One per grid column, in twips: without them Word squeezes the columns. */
  readonly columns: readonly number[];
  readonly indentTwips: number;
  readonly header: boolean;
  /** The first column names the rows: said so to screen readers. */
  readonly headerColumn?: boolean;
  /** Content of `w:tblBorders` where it is not the style's. */
  readonly borders?: string;
  /** Its last row stands on one page with what follows; the row's own paragraphs say the same. */
  readonly keepNext?: boolean;
};

/** A table with its grid, followed by the paragraph that keeps it apart from the next one. */
export function tableXml(look: TableLook, rows: string): string {
  const width = look.columns.reduce((sum, column) => sum + column, 0);
  let xml = `<w:tbl><w:tblPr><w:tblStyle w:val="${look.style}"/><w:tblW w:w="${width}" w:type="dxa"/>`;
  if (look.indentTwips !== 0) xml += `<w:tblInd w:w="${look.indentTwips}" w:type="dxa"/>`;
  if (look.borders !== undefined) xml += `<w:tblBorders>${look.borders}</w:tblBorders>`;
  const firstColumn = look.headerColumn === true;
  // The bits of the old form say the same as its attributes (ECMA-376 part 4, §14.4.10).
  const bits = (0x0400 | (look.header ? 0x0020 : 0) | (firstColumn ? 0x0080 : 0))
    .toString(16)
    .padStart(4, '0')
    .toUpperCase();
  xml += `<w:tblLayout w:type="fixed"/><w:tblLook w:val="${bits}" w:firstRow="${look.header ? 1 : 0}" w:lastRow="0" `;
  xml += `w:firstColumn="${firstColumn ? 1 : 0}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>`;
  for (const column of look.columns) xml += `<w:gridCol w:w="${column}"/>`;
  return `${xml}</w:tblGrid>${rows}</w:tbl>${look.keepNext === true ? keptSpacer : spacer}`;
}

/** A border of `w:tcBorders`, `w:tblBorders` or `w:pBdr`; `eighths` of a point. */
export function borderXml(side: string, eighths: number, color: string, space = 0): string {
  return `<w:${side} w:val="single" w:sz="${eighths}" w:space="${space}" w:color="${color}"/>`;
}

/** Divides a width by percents; a block squeezed into a sliver of a cell still has columns. */
export function splitWidth(widthTwips: number, percents: readonly number[]): number[] {
  const narrow = widthTwips < percents.length * leastColumnTwips;
  const least = percents.map(() => (narrow ? narrowestColumnTwips : 0));
  return wholeTwips(fitWidths(percents, least, widthTwips, narrowestColumnTwips));
}

/** Which edge a column stands on; none in a table whose outer columns keep their margins. */
export function edgeOf(
  at: number,
  span: number,
  columns: number,
  flush = true,
): 'first' | 'last' | 'only' | null {
  if (!flush) return null;
  const first = at === 0;
  const last = at + span >= columns;
  if (first && last) return 'only';
  if (first) return 'first';
  return last ? 'last' : null;
}
