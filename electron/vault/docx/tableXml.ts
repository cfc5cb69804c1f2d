import { spacer } from './paragraphs.ts';

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

const firstMargin = '<w:left w:w="0" w:type="dxa"/>';
const lastMargin = '<w:right w:w="0" w:type="dxa"/>';
const edgeMargins = {
  first: `<w:tcMar>${firstMargin}</w:tcMar>`,
  last: `<w:tcMar>${lastMargin}</w:tcMar>`,
  only: `<w:tcMar>${firstMargin}${lastMargin}</w:tcMar>`,
} as const;

/** A cell; `content` must end with a paragraph, an empty one is given one (ECMA-376 §17.4.65). */
export function cellXml(look: CellLook, content: string): string {
  let properties = `<w:tcW w:w="${look.widthTwips}" w:type="dxa"/>`;
  if (look.span !== undefined && look.span > 1) properties += `<w:gridSpan w:val="${look.span}"/>`;
  if (look.merge === 'restart') properties += '<w:vMerge w:val="restart"/>';
  if (look.merge === 'continue') properties += '<w:vMerge/>';
  if (look.borders !== undefined && look.borders !== '')
    properties += `<w:tcBorders>${look.borders}</w:tcBorders>`;
  if (look.fill !== undefined) properties += `<w:shd w:val="clear" w:color="auto" w:fill="${look.fill}"/>`;
  if (look.edge !== undefined && look.edge !== null) properties += edgeMargins[look.edge];
  if (look.padTwips !== undefined) {
    const pad = ['top', 'left', 'bottom', 'right'].map(
      (side) => `<w:${side} w:w="${look.padTwips}" w:type="dxa"/>`,
    );
    properties += `<w:tcMar>${pad.join('')}</w:tcMar>`;
  }
  if (look.verticalAlign !== undefined) properties += `<w:vAlign w:val="${look.verticalAlign}"/>`;
  // A cell must end with a paragraph of its own, not with one inside a content control.
  const end = content === '' ? '<w:p/>' : content.endsWith('</w:sdt>') ? spacer : '';
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}${end}</w:tc>`;
}

/** A row taller than this many characters of XML may be split: kept whole it would run off its page. */
const longestWholeRow = 24_000;

export function rowXml(look: { readonly header?: boolean }, cells: string): string {
  let properties = cells.length < longestWholeRow ? '<w:cantSplit/>' : '';
  if (look.header === true) properties += '<w:tblHeader/>';
  return properties === '' ? `<w:tr>${cells}</w:tr>` : `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
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
  return `${xml}</w:tblGrid>${rows}</w:tbl>${spacer}`;
}

/** A border of `w:tcBorders`, `w:tblBorders` or `w:pBdr`; `eighths` of a point. */
export function borderXml(side: string, eighths: number, color: string, space = 0): string {
  return `<w:${side} w:val="single" w:sz="${eighths}" w:space="${space}" w:color="${color}"/>`;
}

const narrowestTwips = 20;

/** Divides a width by percents; the last column takes what rounding left. */
export function splitWidth(widthTwips: number, percents: readonly number[]): number[] {
  const whole = percents.reduce((sum, percent) => sum + percent, 0);
  let left = widthTwips;
  return percents.map((percent, at) => {
    const part = at === percents.length - 1 ? left : Math.round((widthTwips * percent) / whole);
    left -= part;
    // A block squeezed into a sliver of a cell still has columns.
    return Math.max(part, narrowestTwips);
  });
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
