import type { DocumentLook } from '../../../shared/domain/company.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { HeadingLevel } from '../../../shared/document/nodes.ts';
import { headingShapes } from '../../../shared/domain/headingShapes.ts';
import { bodyStyle } from './bodyStyle.ts';
import { headingNumId } from './numbering.ts';
import { wordNamespaces } from './namespaces.ts';
import { textArea } from './pageParts.ts';
import { paletteOf } from './palette.ts';
import { languageTag } from './scripts.ts';
import { styleNames, type OwnStyle } from './styleNames.ts';
import { tablePaintOf } from './tablePaint.ts';
import { borderXml, cellMarginTwips } from './tableXml.ts';
import { halfPointsOf, twipsOfMm, twipsOfPt } from './units.ts';
import { escapeAttribute, xmlHead } from './xml.ts';

export const quoteIndentTwips = 340;

type ParagraphStyle = {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string | null;
  readonly next?: string;
  readonly priority?: number;
  /** Ours, not one of Word's own. */
  readonly custom?: boolean;
  /** Content of `w:pPr` and `w:rPr`. */
  readonly paragraph?: string;
  readonly run?: string;
};

function paragraphStyle(style: ParagraphStyle): string {
  const basedOn = style.basedOn === undefined ? 'Normal' : style.basedOn;
  return (
    `<w:style w:type="paragraph"${basedOn === null ? ' w:default="1"' : ''}${style.custom === true ? ' w:customStyle="1"' : ''} w:styleId="${style.id}">` +
    `<w:name w:val="${style.name}"/>${basedOn === null ? '' : `<w:basedOn w:val="${basedOn}"/>`}` +
    `${style.next === undefined ? '' : `<w:next w:val="${style.next}"/>`}<w:uiPriority w:val="${style.priority ?? 20}"/><w:qFormat/>` +
    `${(style.paragraph ?? '') === '' ? '' : `<w:pPr>${style.paragraph}</w:pPr>`}` +
    `${(style.run ?? '') === '' ? '' : `<w:rPr>${style.run}</w:rPr>`}</w:style>`
  );
}

function fonts(name: string): string {
  const font = escapeAttribute(name);
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
}

function size(pt: number): string {
  const half = halfPointsOf(pt);
  return `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
}

function color(hex: string): string {
  return `<w:color w:val="${hex}"/>`;
}

function spacing(beforePt: number, afterPt: number, line?: number): string {
  const lines = line === undefined ? '' : ` w:line="${Math.round(line * 240)}" w:lineRule="auto"`;
  return `<w:spacing w:before="${twipsOfPt(beforePt)}" w:after="${twipsOfPt(afterPt)}"${lines}/>`;
}

const bold = '<w:b/><w:bCs/>';

/** From which level headings count, and whether they show it. */
export type HeadingNumbering = { readonly first: HeadingLevel; readonly numbered: boolean };

/** `w:numPr` of a heading's style; the list's level points back at the style (see numbering.ts). */
function headingNumbers(level: number, { first, numbered }: HeadingNumbering): string {
  return !numbered || level < first
    ? ''
    : `<w:numPr><w:ilvl w:val="${level - first}"/><w:numId w:val="${headingNumId}"/></w:numPr>`;
}

function headingStyles(look: DocumentLook, numbering: HeadingNumbering): string {
  const palette = paletteOf(look);
  return headingShapes(look)
    .map(({ sizePt, beforePt, afterPt, tone, rule, capitals, centred }, at) =>
      paragraphStyle({
        id: `Heading${at + 1}`,
        // The built-in name: Word shows it in its own language and lists it in the navigation pane.
        name: `heading ${at + 1}`,
        next: bodyStyle(look) ?? 'Normal',
        priority: 9,
        paragraph:
          `<w:keepNext/><w:keepLines/>${headingNumbers(at + 1, numbering)}${rule ? `<w:pBdr>${borderXml('bottom', 6, palette.accent, 2)}</w:pBdr>` : ''}` +
          `<w:suppressAutoHyphens/>${spacing(beforePt, afterPt, 1.05)}<w:jc w:val="${centred ? 'center' : 'left'}"/><w:outlineLvl w:val="${at}"/>`,
        // Capitals by the style, not by the text: what is read aloud and copied stays as it was typed.
        run:
          fonts(look.headingFont) +
          bold +
          (capitals ? '<w:caps/>' : '') +
          color(palette[tone]) +
          size(sizePt),
      }),
    )
    .join('');
}

/**
 * Word's own styles of a table of contents; the outermost level that is listed stands at the edge. Without an indent on
 * the right, which would keep long words off the numbers: LibreOffice does not print what stands in it.
 */
function contentsStyles(look: DocumentLook, { first }: HeadingNumbering): string {
  const palette = paletteOf(look);
  const [shape] = headingShapes({ ...look, headings: 'plain' });
  const tab = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${textArea(look).widthTwips}"/></w:tabs>`;
  const level = (at: number) => {
    const depth = Math.max(at - first, 0);
    return paragraphStyle({
      id: `TOC${at}`,
      name: `toc ${at}`,
      next: 'Normal',
      priority: 39,
      paragraph: `${tab}${spacing(depth === 0 ? 3 : 0, 2, 1.05)}<w:ind w:left="${depth * 284}"/>`,
    });
  };
  return (
    paragraphStyle({
      id: 'TOCHeading',
      name: 'TOC Heading',
      next: 'Normal',
      priority: 39,
      paragraph: `<w:keepNext/><w:keepLines/>${spacing(12, 6, 1.05)}`,
      run: fonts(look.headingFont) + bold + color(palette.ink) + size(shape.sizePt * 0.85),
    }) + [1, 2, 3].map(level).join('')
  );
}

function bodyTextStyle(look: DocumentLook): string {
  if (bodyStyle(look) === null) return '';
  const indent = look.firstLineMm > 0 ? `<w:ind w:firstLine="${twipsOfMm(look.firstLineMm)}"/>` : '';
  // An indent tells paragraphs apart: the space between them can be small.
  const gap = look.firstLineMm > 0 ? spacing(0, 3) : '';
  return paragraphStyle({
    id: 'BodyText',
    name: 'Body Text',
    priority: 1,
    paragraph: `${gap}${indent}<w:jc w:val="${look.textAlign === 'justify' ? 'both' : 'left'}"/>`,
  });
}

/** Our own paragraph styles: everything but the plain text looks are set here and nowhere else. */
function ownStyles(look: DocumentLook, language: Language): string {
  const palette = paletteOf(look);
  const names = styleNames[language];
  const body = look.bodySizePt;
  const heading = fonts(look.headingFont);
  const small = Math.max(body - 1.5, 8);
  const own = (id: OwnStyle, paragraph: string, run: string, basedOn = 'Normal') =>
    paragraphStyle({ id, name: names[id], basedOn, priority: 30, custom: true, paragraph, run });
  // The tinted borders are padding: shading reaches to them, and paragraphs with the same borders share one frame.
  const pad = (side: string) => borderXml(side, 4, palette.accentTint, 5);
  const bar = `<w:pBdr>${pad('top')}${borderXml('left', 18, palette.accent, 10)}${pad('bottom')}${pad('right')}</w:pBdr>`;
  const barShade = `<w:shd w:val="clear" w:color="auto" w:fill="${palette.accentTint}"/>`;
  const barIndent = '<w:ind w:left="227" w:right="113"/>';
  return [
    own('Spacer', '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', size(2)),
    own('Rule', `<w:pBdr>${borderXml('bottom', 4, palette.line, 1)}</w:pBdr>${spacing(0, 8)}`, size(4)),
    own('Picture', `<w:keepLines/>${spacing(4, 8, 1)}`, ''),
    own('LetterheadName', spacing(0, 0, 1), heading + bold + color(palette.accent) + size(body * 1.2)),
    own('LetterheadTagline', spacing(1, 0, 1), heading + color(palette.muted) + size(8)),
    own(
      'LetterheadDetails',
      `${spacing(0, 2, 1)}<w:jc w:val="right"/>`,
      heading + color(palette.muted) + size(7.5),
    ),
    own('Addressee', spacing(0, 1, 1.08), ''),
    own('TableText', spacing(0, 0, 1.05), size(small)),
    own('TableStrong', '', bold, 'TableText'),
    own('TableNote', spacing(1, 0, 1), color(palette.muted) + size(small - 1), 'TableText'),
    own(
      'TableHead',
      `<w:keepNext/><w:suppressAutoHyphens/>${spacing(0, 0, 1)}`,
      heading + bold + color(tablePaintOf(look).headInk) + size(Math.max(small - 2, 7.5)),
      'TableText',
    ),
    own('TableFigure', '<w:suppressAutoHyphens/>', '', 'TableText'),
    own(
      'TableGroup',
      '<w:keepNext/>',
      heading + bold + color(palette.accent) + size(small - 0.5),
      'TableText',
    ),
    own('TableGrand', '<w:suppressAutoHyphens/>', bold, 'TableText'),
    own('InWords', spacing(0, 8), color(palette.muted) + size(small)),
    own('BlockText', spacing(0, 3, 1.08), ''),
    own('BlockTitle', '<w:keepNext/>', heading + bold + color(palette.accent), 'BlockText'),
    own('AttentionTitle', '', color(palette.attention), 'BlockTitle'),
    own(
      'CalloutTitle',
      `<w:keepNext/><w:keepLines/>${bar}${barShade}${spacing(0, 2)}${barIndent}<w:outlineLvl w:val="1"/>`,
      heading + bold + color(palette.accent) + size(body),
    ),
    own('Callout', `<w:keepLines/>${bar}${barShade}${spacing(0, 0)}${barIndent}`, ''),
    own('Signature', spacing(16, 0, 1), ''),
    own('PreparedBy', spacing(10, 0), color(palette.muted) + size(Math.max(body - 2.5, 8))),
  ].join('');
}

const cellMargins =
  `<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="${cellMarginTwips}" w:type="dxa"/>` +
  `<w:bottom w:w="45" w:type="dxa"/><w:right w:w="${cellMarginTwips}" w:type="dxa"/></w:tblCellMar>`;

function tableStyle(id: OwnStyle, language: Language, borders: string, more = ''): string {
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${styleNames[language][id]}"/>` +
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>' +
    `<w:tblPr>${borders === '' ? '' : `<w:tblBorders>${borders}</w:tblBorders>`}${cellMargins}</w:tblPr>${more}</w:style>`
  );
}

function tableStyles(look: DocumentLook, language: Language): string {
  const { table, head, headFill } = tablePaintOf(look);
  const fill = headFill === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${headFill}"/>`;
  const cell = `${head === '' ? '' : `<w:tcBorders>${head}</w:tcBorders>`}${fill}`;
  const firstRow =
    cell === '' ? '' : `<w:tblStylePr w:type="firstRow"><w:tcPr>${cell}</w:tcPr></w:tblStylePr>`;
  return (
    tableStyle('KamertonTable', language, table, firstRow) +
    tableStyle('KamertonGrid', language, table) +
    tableStyle('KamertonPlain', language, '')
  );
}

/** `word/styles.xml` of a look: Word's own styles under the names it expects, ours beside them. */
export function stylesXml(look: DocumentLook, language: Language, numbering: HeadingNumbering): string {
  const palette = paletteOf(look);
  const small = look.bodySizePt - 2;
  const lang = `<w:lang w:val="${languageTag[language]}" w:eastAsia="en-US" w:bidi="ar-SA"/>`;
  return (
    `${xmlHead}<w:styles ${wordNamespaces}><w:docDefaults><w:rPrDefault><w:rPr>${fonts(look.bodyFont)}${color(palette.ink)}` +
    `${size(look.bodySizePt)}${lang}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${spacing(0, 6, look.lineSpacing)}</w:pPr></w:pPrDefault></w:docDefaults>` +
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>' +
    paragraphStyle({
      id: 'Normal',
      name: 'Normal',
      basedOn: null,
      priority: 0,
      paragraph: '<w:widowControl/>',
    }) +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' +
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
    bodyTextStyle(look) +
    headingStyles(look, numbering) +
    contentsStyles(look, numbering) +
    paragraphStyle({
      id: 'ListParagraph',
      name: 'List Paragraph',
      priority: 34,
      paragraph: spacing(0, 4.5),
    }) +
    paragraphStyle({
      id: 'Quote',
      name: 'Quote',
      priority: 29,
      paragraph: `<w:pBdr>${borderXml('left', 12, palette.accent, 8)}</w:pBdr><w:ind w:left="${quoteIndentTwips}"/>`,
      run: `<w:i/><w:iCs/>${color(palette.muted)}`,
    }) +
    paragraphStyle({
      id: 'Caption',
      name: 'caption',
      priority: 35,
      paragraph: `<w:keepLines/>${spacing(0, 8, 1)}`,
      run: color(palette.muted) + size(Math.max(small, 8)),
    }) +
    paragraphStyle({
      id: 'FootnoteText',
      name: 'footnote text',
      priority: 99,
      paragraph: spacing(0, 0, 1),
      run: size(Math.max(small - 0.5, 8)),
    }) +
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' +
    paragraphStyle({
      id: 'Header',
      name: 'header',
      priority: 99,
      // The bare number of a page stands alone in the middle; names are kept apart from the text by a line.
      ...(look.pageNumbers === 'topCentre'
        ? { paragraph: `${spacing(0, 0, 1)}<w:jc w:val="center"/>`, run: size(small) }
        : {
            paragraph: `<w:pBdr>${borderXml('bottom', 4, palette.line, 4)}</w:pBdr>${spacing(0, 0, 1)}`,
            run: fonts(look.headingFont) + color(palette.muted) + size(Math.min(small, 8)),
          }),
    }) +
    paragraphStyle({
      id: 'Footer',
      name: 'footer',
      priority: 99,
      paragraph:
        look.footer === 'company'
          ? `<w:pBdr>${borderXml('top', 4, palette.accent, 4)}</w:pBdr>${spacing(0, 0, 1)}`
          : `${spacing(0, 0, 1)}<w:jc w:val="right"/>`,
      run: fonts(look.headingFont) + color(palette.muted) + size(Math.min(small, 8)),
    }) +
    `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr>${color(palette.link)}<w:u w:val="single"/></w:rPr></w:style>` +
    ownStyles(look, language) +
    tableStyles(look, language) +
    '</w:styles>'
  );
}
