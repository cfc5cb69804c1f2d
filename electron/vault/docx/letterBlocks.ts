import { plainRuns } from './inline.ts';
import { keptSpacer, paragraphXml, placeIndent, spacer, textParagraph } from './paragraphs.ts';
import { borderXml, cellXml, edgeOf, rowXml, splitWidth, tableXml } from './tableXml.ts';
import type { BlockWriter, Place } from './writing.ts';

/** Number and date on the left, the addressee in the right corner. */
export const writeAddressee: BlockWriter<'addressee'> = (_node, place, writing) => {
  const view = writing.views.addressee();
  const paragraphs = (lines: readonly string[]) =>
    lines.map((line) => textParagraph(line, { style: 'Addressee' }, writing)).join('');
  const left = paragraphs([view.numberLine, view.requestLine ?? '']);
  const right = paragraphs(view.right);
  if (left === '' && right === '') return '';
  const columns = splitWidth(place.widthTwips, [58, 42]);
  const cells = [left, right].map((content, at) =>
    cellXml({ widthTwips: columns[at] ?? 0, edge: edgeOf(at, 1, 2) }, content),
  );
  const look = { style: 'KamertonPlain', columns, indentTwips: place.indentTwips, header: false };
  return tableXml(look, rowXml({}, cells));
};

/** Validity (срок действия): a callout whose heading stays with its text, and the text with the signature below it. */
export const writeValidity: BlockWriter<'validity'> = (node, place, writing) => {
  const view = writing.views.validity(node.attrs.offerKind);
  const title = writing.headings.mark(plainRuns(view.heading, writing));
  const heading =
    view.heading === '' ? '' : paragraphXml({ style: 'CalloutTitle', ...calloutIndent(place) }, title);
  const text = textParagraph(
    view.text,
    { style: 'Callout', keepNext: true, ...calloutIndent(place) },
    writing,
  );
  return heading + text === '' ? '' : spacer + heading + text + keptSpacer;
};

/** Narrower than this (2 cm) a callout keeps no margins of its style. */
const narrowCalloutTwips = 1134;

function calloutIndent(place: Place): { readonly indent?: string } {
  if (place.widthTwips < narrowCalloutTwips)
    return { indent: `<w:ind w:left="${place.indentTwips}" w:right="0"/>` };
  return place.indentTwips === 0 ? {} : { indent: placeIndent(place) };
}

/** Signature row: post, line, initials and name; who prepared the paper below. */
export const writeSignature: BlockWriter<'signature'> = (_node, place, writing) => {
  const view = writing.views.signature();
  const author =
    view.preparedBy === null
      ? ''
      : textParagraph(view.preparedBy, { style: 'PreparedBy', indent: placeIndent(place) }, writing);
  if (view.position === '' && view.name === '') return author;
  const columns = splitWidth(place.widthTwips, [44, 2, 26, 2, 26]);
  // Kept with the line below it and by the validity above it, so that a signature never stands alone on a page.
  const text = (words: string) => textParagraph(words, { style: 'Signature', keepNext: true }, writing);
  const line = borderXml('bottom', 4, writing.palette.ink);
  const cell = (at: number, content: string, borders = '') =>
    cellXml(
      { widthTwips: columns[at] ?? 0, edge: edgeOf(at, 1, columns.length), verticalAlign: 'bottom', borders },
      content,
    );
  const cells = [
    cell(0, text(view.position)),
    cell(1, ''),
    cell(2, '', line),
    cell(3, ''),
    cell(4, text(view.name)),
  ];
  const look = { style: 'KamertonPlain', columns, indentTwips: place.indentTwips, header: false };
  return keptSpacer + tableXml({ ...look, keepNext: author !== '' }, rowXml({}, cells)) + author;
};
