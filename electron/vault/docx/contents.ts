import type { HeadingLevel } from '../../../shared/document/nodes.ts';
import { contentsLine, contentsView, listedLevels } from '../../../shared/document/contentsView.ts';
import type { PlacedHeading, PlacedHeadings } from '../../../shared/document/headings.ts';
import type { HeadingPages } from '../../../shared/document/pageFrame.ts';
import { printedField } from '../../../shared/document/resolveFields.ts';
import { plainRuns } from './inline.ts';
import { ownTag } from './ownControl.ts';
import { spacerAround, paragraphXml, placeIndent, textParagraph } from './paragraphs.ts';
import type { BlockWriter, Place, Writing } from './writing.ts';

/** The headings of a document on their way into the file: which of them need a bookmark, one after the other. */
export type HeadingMarks = {
  readonly first: HeadingLevel;
  readonly headings: readonly PlacedHeading[];
  /** The page of a heading by its place among all; undefined where it is not known. */
  pageOf(at: number): number | undefined;
  /** Wraps the runs of the next heading of the document in its bookmark, if a table of contents points there. */
  mark(runs: string): string;
};

function bookmarkName(at: number): string {
  return `_Toc${String(100_000_000 + at)}`;
}

/** Bookmarks for the headings that a table of contents of the document lists. */
export function headingMarks(placed: PlacedHeadings, pages: HeadingPages): HeadingMarks {
  const depth = placed.listedDepth;
  const { from, to } = listedLevels(placed.first, depth ?? 1);
  const pageOf = new Map(pages.map((known) => [known.at, known.page]));
  let at = -1;
  return {
    ...placed,
    pageOf: (heading) => pageOf.get(heading),
    mark(runs) {
      at += 1;
      const level = placed.headings[at]?.level;
      if (depth === null || level === undefined || level < from || level > to) return runs;
      return `<w:bookmarkStart w:id="${at}" w:name="${bookmarkName(at)}"/>${runs}<w:bookmarkEnd w:id="${at}"/>`;
    },
  };
}

const fieldChar = (type: 'begin' | 'separate' | 'end') => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (words: string) =>
  `<w:r><w:instrText xml:space="preserve"> ${words} </w:instrText></w:r>`;

/** Narrower than this (3.5 cm) a line has no room for dots and a number: its words stand alone, without an indent. */
const narrowTwips = 1984;

/**
 * A narrow cell. LibreOffice never ends breaking a line there that is indented by its style past the edge, or whose
 * leader finds no place.
 */
function isNarrow(place: Place): boolean {
  return place.widthTwips < narrowTwips;
}

/** Where the numbers of pages stand, said in the paragraph only where the place is narrower than the style's page. */
function numberTab(place: Place, writing: Writing): string {
  const right = place.indentTwips + place.widthTwips;
  if (right === writing.textWidthTwips) return '';
  const clear = `<w:tab w:val="clear" w:pos="${writing.textWidthTwips}"/>`;
  return isNarrow(place)
    ? `<w:tabs>${clear}</w:tabs>`
    : `<w:tabs>${clear}<w:tab w:val="right" w:leader="dot" w:pos="${right}"/></w:tabs>`;
}

/**
 * A table of contents as Word's own field with its lines already there, so that it is whole before anybody updates it.
 * The pages are those of our own PDF; Word, which breaks pages by itself, counts again when the field is updated. Where
 * they are not known, a line ends without dots that would lead to nothing. The field is not marked for an update, for
 * then Word would ask whoever opens the file a question about other files.
 */
export const writeTableOfContents: BlockWriter<'tableOfContents'> = (node, place, writing) => {
  const { headings, values, language } = writing;
  const view = contentsView(node.attrs, headings, (key) => printedField(values, key, language), language);
  if (view.entries.length === 0) return '';
  const { from, to } = listedLevels(headings.first, node.attrs.levels);
  const tabs = numberTab(place, writing);
  const begin = `${fieldChar('begin')}${instruction(`TOC \\o "${from}-${to}" \\h \\z \\u`)}${fieldChar('separate')}`;
  const lines = view.entries.map((entry, index) => {
    const name = bookmarkName(entry.at);
    const number = headings.pageOf(entry.at);
    const page =
      number === undefined || isNarrow(place)
        ? ''
        : `<w:r><w:tab/></w:r>${fieldChar('begin')}${instruction(`PAGEREF ${name} \\h`)}${fieldChar('separate')}<w:r><w:t>${number}</w:t></w:r>${fieldChar('end')}`;
    const look = {
      style: `TOC${entry.level}`,
      tabs,
      ...(isNarrow(place)
        ? { indent: `<w:ind w:left="${place.indentTwips}" w:firstLine="0"/>` }
        : place.indentTwips === 0
          ? {}
          : { indent: placeIndent(place) }),
    };
    const words = plainRuns(contentsLine(entry), writing);
    return paragraphXml(
      look,
      `${index === 0 ? begin : ''}<w:hyperlink w:anchor="${name}" w:history="1">${words}${page}</w:hyperlink>`,
    );
  });
  const title = textParagraph(view.title, { style: 'TOCHeading', indent: placeIndent(place) }, writing);
  return (
    `<w:sdt><w:sdtPr>${ownTag(node, place)}<w:id w:val="${writing.collector.nextId()}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>` +
    `<w:sdtContent>${title}${lines.join('')}${spacerAround(fieldChar('end'))}</w:sdtContent></w:sdt>${spacerAround('')}`
  );
};
