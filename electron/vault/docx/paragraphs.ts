import type { HeadingNode, ParagraphNode, TextAlign } from '../../../shared/document/nodes.ts';
import { isRightToLeft, plainRuns, writeInline } from './inline.ts';
import { bodyStyle } from './bodyStyle.ts';
import { leastColumnTwips } from './columnWidths.ts';
import type { Place, Writing } from './writing.ts';
import { cleanText } from './xml.ts';

/** Properties of a paragraph, all optional. */
export type ParagraphLook = {
  readonly style?: string | null;
  readonly keepNext?: boolean;
  /** `w:numPr` of a list item; empty = none. */
  readonly numbering?: string;
  /** `w:ind`, with `w:spacing` before it where that is not the style's; empty = the style's own. */
  readonly indent?: string;
  readonly align?: TextAlign | null;
  /** `w:tabs` that differ from the style's. */
  readonly tabs?: string;
  readonly rightToLeft?: boolean;
};

/** In a paragraph read from right to left Word's `left` means its beginning, the right edge. */
const justification: Readonly<Record<TextAlign, string>> = {
  left: '<w:jc w:val="left"/>',
  center: '<w:jc w:val="center"/>',
  right: '<w:jc w:val="right"/>',
  justify: '<w:jc w:val="both"/>',
};

/** A paragraph around finished runs; properties in the order of the schema (ECMA-376 §17.3.1.26). */
export function paragraphXml(look: ParagraphLook, runs: string): string {
  let properties = '';
  if (look.style !== undefined && look.style !== null) properties += `<w:pStyle w:val="${look.style}"/>`;
  if (look.keepNext === true) properties += '<w:keepNext/>';
  if (look.numbering !== undefined) properties += look.numbering;
  if (look.tabs !== undefined) properties += look.tabs;
  if (look.rightToLeft === true) properties += '<w:bidi/>';
  if (look.indent !== undefined) properties += look.indent;
  if (look.align !== undefined && look.align !== null) properties += justification[look.align];
  return properties === '' ? `<w:p>${runs}</w:p>` : `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A paragraph of one plain text in a named style; nothing for a blank text. */
export function textParagraph(text: string, look: ParagraphLook, writing: Writing): string {
  return cleanText(text).trim() === '' ? '' : paragraphXml(look, plainRuns(text, writing));
}

/** The indent of a place, empty where it is none. */
export function placeIndent(place: Place): string {
  return place.indentTwips === 0 ? '' : `<w:ind w:left="${place.indentTwips}"/>`;
}

/** What a plain paragraph is: body text at the edge of the page, nothing of the look's where it is indented. */
function plainStyle(place: Place, writing: Writing): string | null {
  return place.indentTwips === 0 ? bodyStyle(writing.look) : null;
}

/** Word's own step of «increase indent»: its default tab stop (settings.ts). */
export const indentStepTwips = 709;

/** The indent of a block of text in its place; `straight` = its first line begins where the others do. */
function blockIndent(node: ParagraphNode | HeadingNode, place: Place, straight: boolean): string {
  const wished = node.type === 'paragraph' ? (node.attrs?.indent ?? 0) : 0;
  // In a narrow cell an indent stops where it would leave no room for its words.
  const most = Math.floor((place.widthTwips - leastColumnTwips) / indentStepTwips);
  const steps = Math.min(wished, Math.max(most, 0));
  const left = place.indentTwips + steps * indentStepTwips;
  if (left === 0) return straight ? '<w:ind w:firstLine="0"/>' : '';
  return `<w:ind w:left="${left}"${straight ? ' w:firstLine="0"' : ''}/>`;
}

/** A paragraph or heading of the document. `item` = it carries the mark of a list item. */
export function writeTextBlock(
  node: ParagraphNode | HeadingNode,
  place: Place,
  writing: Writing,
  item?: { readonly numbering: string; readonly indent: string },
): string {
  const style =
    node.type === 'heading'
      ? `Heading${node.attrs.level}`
      : (place.paragraphStyle ?? (item === undefined ? plainStyle(place, writing) : 'ListParagraph'));
  const align = node.attrs?.textAlign ?? null;
  // A first line indented by the style would push a centred or right-hand line off its place.
  const straight = style === 'BodyText' && (align === 'center' || align === 'right');
  const look: ParagraphLook = {
    style,
    keepNext: place.keepNext === true,
    rightToLeft: isRightToLeft(node.content),
    indent: item?.indent ?? blockIndent(node, place, straight),
    align,
    numbering: item?.numbering ?? '',
  };
  const runs = writeInline(node.content, writing);
  return paragraphXml(look, node.type === 'heading' ? writing.headings.mark(runs) : runs);
}

/** A hair-thin paragraph around runs that show nothing: the end of a field. */
export function spacerAround(runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr>${runs}</w:p>`;
}

/**
 * A hair-thin paragraph after every table: Word joins two tables that touch, and a cell or a document must end
 * with a paragraph (ECMA-376 §17.4.65).
 */
export const spacer = spacerAround('');

/** The same between two things that belong on one page. */
export const keptSpacer = '<w:p><w:pPr><w:pStyle w:val="Spacer"/><w:keepNext/></w:pPr></w:p>';

/**
 * A point of height before a table that begins a content control: LibreOffice takes the bold and the italic letters of
 * the control's first paragraph away when that stands in a cell.
 */
export const hairline =
  '<w:p><w:pPr><w:pStyle w:val="Spacer"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';
