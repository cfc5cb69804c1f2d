import type { BlockNode, HeadingLevel, InlineNode, TextAlign } from '../../../../shared/document/nodes.ts';
import { isOwnTag, readOwnTag } from '../ownControl.ts';
import { afterListTwips } from '../lists.ts';
import { listIndent } from '../numbering.ts';
import { indentStepTwips } from '../paragraphs.ts';
import { createBlockBuilder, indented, type BlockBuilder } from './blockBuilder.ts';
import { isContents, readContents } from './readContents.ts';
import { plainText, readInline } from './readInline.ts';
import { readOwnBlock } from './readOwnBlock.ts';
import { notePrintedPrices } from './printedPrices.ts';
import type { Piece, Reading } from './reading.ts';
import { readTable } from './readTable.ts';
import type { ListMark } from './wordNumbering.ts';
import { alignOf, numberingOf, type WordStyle } from './wordStyles.ts';
import { attribute, child, elementsOf, numberOf, switchOf, valueOf, type XmlElement } from './xmlTree.ts';

/** Paragraphs that only our writer makes: a gap after a table, a rule. */
const spacerStyle = 'Spacer';
const ruleStyle = 'Rule';

type Paragraph = {
  readonly properties: XmlElement | null;
  readonly style: WordStyle;
  readonly pieces: readonly Piece[];
  readonly align: TextAlign | null;
  readonly indentTwips: number;
};

const inlineTypes = new Set(['text', 'hardBreak', 'mergeField', 'footnote']);

function isInline(piece: Piece): piece is InlineNode {
  return inlineTypes.has(piece.type);
}

/** `w:outlineLvl` said directly makes a paragraph a heading too. */
function levelOf({ style, properties }: Paragraph): number | null {
  if (style.role.kind === 'heading') return style.role.level;
  const outline = numberOf(valueOf(properties, 'w:outlineLvl'));
  return style.role.kind === 'text' && outline !== null && outline < 9 ? outline + 1 : null;
}

function textBlock(content: InlineNode[], paragraph: Paragraph, reading: Reading): BlockNode {
  const { align } = paragraph;
  const level = levelOf(paragraph);
  const inside = content.length === 0 ? {} : { content };
  if (level === null)
    return { type: 'paragraph', ...(align === null ? {} : { attrs: { textAlign: align } }), ...inside };
  if (level > 3) reading.losses.note('deepHeadings');
  // Held between the three levels there are.
  return {
    type: 'heading',
    attrs: { level: Math.min(level, 3) as HeadingLevel, textAlign: align },
    ...inside,
  };
}

/** The paragraph's text, cut where a picture, a break or a box stands in it. */
function blocksOf(paragraph: Paragraph, reading: Reading): BlockNode[] {
  const blocks: BlockNode[] = [];
  let line: InlineNode[] = [];
  const flush = () => {
    // Between blocks nothing but spaces is no paragraph.
    if (
      plainText(line).trim() !== '' ||
      line.some(({ type }) => type === 'mergeField' || type === 'footnote')
    )
      blocks.push(textBlock(line, paragraph, reading));
    line = [];
  };
  const split = paragraph.pieces.some((piece) => !isInline(piece));
  for (const piece of paragraph.pieces) {
    if (isInline(piece)) line.push(piece);
    else {
      flush();
      const align = paragraph.align === 'justify' ? null : paragraph.align;
      if (piece.type === 'image' && piece.attrs.align === null && align !== null)
        blocks.push({ ...piece, attrs: { ...piece.attrs, align } });
      else if (piece.type !== 'listItem') blocks.push(piece);
    }
  }
  if (split) flush();
  else blocks.push(textBlock(line, paragraph, reading));
  return blocks;
}

function isRule({ properties, pieces, style }: Paragraph, reading: Reading): boolean {
  if (pieces.length > 0) return false;
  if (reading.own) return style.id === ruleStyle;
  const borders = child(properties, 'w:pBdr');
  return ['w:bottom', 'w:top'].some((side) => !['none', 'nil', null].includes(valueOf(borders, side)));
}

/** The mark of a list item; null where the paragraph is none. */
function markOf({ properties, style }: Paragraph, level: number | null, reading: Reading): ListMark | null {
  const direct = numberingOf(properties);
  const reference =
    direct === null
      ? style.numbering
      : {
          numId: direct.numId ?? style.numbering?.numId ?? null,
          level: direct.level ?? style.numbering?.level ?? null,
        };
  const mark = reading.numbering.next(reference);
  if (level !== null) {
    // A numbered heading stays a heading: its number is the look's.
    if (mark !== null && !reading.own) {
      reading.losses.noteOnce('headingNumbers');
      reading.headingNumIds.add(mark.numId);
    }
    return null;
  }
  if (mark !== null && mark.unusual) reading.losses.noteOnce('listFormats');
  if (mark !== null && mark.joined && reading.headingNumIds.has(mark.numId))
    reading.losses.noteOnce('listLevels');
  if (mark !== null || direct?.numId === '0' || style.role.kind !== 'list' || style.role.numbered === null)
    return mark;
  return {
    numId: `style ${style.id}`,
    level: style.role.level,
    ordered: style.role.numbered,
    number: 1,
    unusual: false,
    joined: false,
  };
}

/** Lists of bullets share their numbering: our writer tells one from the next by the space below its last item. */
function endsList({ properties }: Paragraph): boolean {
  return numberOf(attribute(child(properties, 'w:spacing'), 'w:after')) === afterListTwips;
}

function depthOf(mark: ListMark, paragraph: Paragraph, base: number, reading: Reading): number {
  const direct = child(paragraph.properties, 'w:ind');
  // Below Word's deepest level our writer only goes on indenting.
  if (!reading.own || direct === null) return mark.level;
  return Math.max(Math.round((paragraph.indentTwips - base) / listIndent(0)) - 1, 0);
}

/** A caption below a picture becomes the picture's own. */
function takenAsCaption(paragraph: Paragraph, builder: BlockBuilder): boolean {
  const last = builder.last();
  if (paragraph.style.role.kind !== 'caption' || last?.type !== 'image' || last.attrs.caption !== null)
    return false;
  const text = plainText(paragraph.pieces);
  if (text.trim() === '' || text.length > 300 || !paragraph.pieces.every(isInline)) return false;
  last.attrs.caption = text;
  return true;
}

function breaksPage(properties: XmlElement | null): boolean {
  const section = child(properties, 'w:sectPr');
  return section !== null && (valueOf(section, 'w:type') ?? 'nextPage') !== 'continuous';
}

type Flow = {
  readonly builder: BlockBuilder;
  readonly base: number;
  readonly reading: Reading;
  /** Words of a paragraph whose end was deleted: they go on in the next. */
  carried: readonly Piece[];
};

/** Text stands at the left anyway: other programs say so at every paragraph. */
function foreignAlign(properties: XmlElement | null, style: WordStyle): TextAlign | null {
  const said = alignOf(properties) ?? style.align;
  return said === 'left' ? null : said;
}

function addParagraph(element: XmlElement, flow: Flow): void {
  const { builder, base, reading } = flow;
  const properties = child(element, 'w:pPr');
  const style = reading.styles.paragraph(valueOf(properties, 'w:pStyle'));
  const inContents = reading.fields.some(({ code }) => isContents(code));
  const read = readInline(element, style, reading);
  const began = read.find(({ type }) => type === 'tableOfContents');
  if (began !== undefined && began.type === 'tableOfContents') builder.add(began, base);
  // Lines of a table of contents are drawn anew, wherever its field has gone.
  if (began !== undefined || style.role.kind === 'contents' || (inContents && read.length === 0)) return;
  const pieces = [...flow.carried, ...read];
  flow.carried = [];
  if (child(child(properties, 'w:rPr'), 'w:del') !== null) {
    flow.carried = pieces;
    return;
  }
  const indent = child(properties, 'w:ind');
  const paragraph: Paragraph = {
    properties,
    style,
    pieces,
    align: reading.own ? alignOf(properties) : foreignAlign(properties, style),
    indentTwips: numberOf(attribute(indent, 'w:left') ?? attribute(indent, 'w:start')) ?? 0,
  };
  if (reading.own && style.id === spacerStyle && pieces.length === 0) return;
  const before = switchOf(properties, 'w:pageBreakBefore') ?? style.pageBreakBefore;
  if (before && !reading.own && builder.last() !== null) builder.add({ type: 'pageBreak' }, base);
  placeParagraph(paragraph, flow);
  if (breaksPage(properties)) builder.add({ type: 'pageBreak' }, base);
}

function placeParagraph(paragraph: Paragraph, { builder, base, reading }: Flow): void {
  const { indentTwips, style } = paragraph;
  const level = levelOf(paragraph);
  const mark = markOf(paragraph, level, reading);
  if (mark === null && isRule(paragraph, reading)) {
    builder.add({ type: 'horizontalRule' }, indentTwips);
    return;
  }
  if (mark === null && takenAsCaption(paragraph, builder)) return;
  const blocks = blocksOf(paragraph, reading);
  if (mark !== null) {
    builder.item(mark, depthOf(mark, paragraph, base, reading), blocks);
    if (reading.own && endsList(paragraph)) builder.endList();
  } else if (!reading.own && style.role.kind === 'list' && builder.inList())
    for (const block of blocks) builder.continue(block);
  else if (style.role.kind === 'quote' && base === 0) addQuoted(blocks, builder);
  else if (reading.own) for (const block of blocks) builder.add(block, indentTwips);
  else
    for (const block of blocks) builder.add(indented(block, Math.round(indentTwips / indentStepTwips)), base);
}

/** Paragraphs in a style of quotations, one after another, are one quotation. */
function addQuoted(blocks: readonly BlockNode[], builder: BlockBuilder): void {
  const last = builder.last();
  if (last?.type === 'blockquote') last.content.push(...blocks);
  else builder.add({ type: 'blockquote', content: [...blocks] }, 0);
}

function addTable(element: XmlElement, { builder, reading }: Flow): void {
  const table = readTable(element, reading);
  const indent = child(child(element, 'w:tblPr'), 'w:tblInd');
  if (table !== null) builder.add(table, reading.own ? (numberOf(attribute(indent, 'w:w')) ?? 0) : 0);
}

function addControl(element: XmlElement, flow: Flow): void {
  const { builder, reading } = flow;
  const properties = child(element, 'w:sdtPr');
  const content = elementsOf(child(element, 'w:sdtContent'));
  const tag = valueOf(properties, 'w:tag') ?? '';
  const own = isOwnTag(tag) ? readOwnTag(tag) : null;
  const gallery = valueOf(child(properties, 'w:docPartObj'), 'w:docPartGallery');
  if (gallery === 'Table of Contents') {
    builder.add(readContents(content), own?.indentTwips ?? flow.base);
    return;
  }
  if (own?.type === 'priceTable') {
    const blocks = reading.blocks(content, own.indentTwips, reading);
    for (const block of blocks) builder.add(block, own.indentTwips);
    notePrintedPrices(content, blocks, reading);
    return;
  }
  const block = own === null ? null : readOwnBlock(own, content, reading);
  if (own !== null && block !== null) builder.add(block, own.indentTwips);
  else addAll(content, flow);
}

function addAll(elements: readonly XmlElement[], flow: Flow): void {
  for (const element of elements) {
    switch (element.name) {
      case 'w:p':
        addParagraph(element, flow);
        break;
      case 'w:tbl':
        addTable(element, flow);
        break;
      case 'w:sdt':
        addControl(element, flow);
        break;
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        addAll(elementsOf(element), flow);
        break;
      case 'mc:AlternateContent':
        addAll(elementsOf(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback')), flow);
        break;
      case 'm:oMathPara':
        flow.reading.losses.note('equations');
        break;
      default:
    }
  }
}

/** Blocks of a body, a cell, a quotation, a text box: paragraphs, lists, tables and blocks of ours, in order. */
export function readBlocks(
  elements: readonly XmlElement[],
  baseTwips: number,
  reading: Reading,
): BlockNode[] {
  const builder = createBlockBuilder(reading.own, baseTwips);
  const flow: Flow = { builder, base: baseTwips, reading, carried: [] };
  addAll(elements, flow);
  if (flow.carried.length > 0) {
    const plain = {
      properties: null,
      style: reading.styles.paragraph(null),
      align: null,
      indentTwips: baseTwips,
    };
    for (const block of blocksOf({ ...plain, pieces: flow.carried }, reading)) builder.add(block, baseTwips);
  }
  return builder.finish();
}
