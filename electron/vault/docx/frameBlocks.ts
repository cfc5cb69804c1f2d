import { hairline, paragraphXml, placeIndent, textParagraph } from './paragraphs.ts';
import { borderXml, cellXml, edgeOf, rowXml, sideMargin, splitWidth, tableXml } from './tableXml.ts';
import type { BlockWriter, Place } from './writing.ts';

const calloutPadTwips = 170;

/** A callout (врезка): a table of one cell, because anything may stand in it, with a bar and a ground of its tone. */
export const writeCallout: BlockWriter<'callout'> = (node, place, writing) => {
  const { palette } = writing;
  const attention = node.attrs.tone === 'attention';
  const padTwips = Math.round(Math.min(calloutPadTwips, place.widthTwips / 6));
  const inside: Place = {
    widthTwips: place.widthTwips - 2 * padTwips,
    indentTwips: 0,
    paragraphStyle: 'BlockText',
  };
  const style = attention ? 'AttentionTitle' : 'BlockTitle';
  const content =
    textParagraph(node.attrs.title ?? '', { style }, writing) + writing.blocks(node.content, inside, writing);
  const cell = cellXml(
    {
      widthTwips: place.widthTwips,
      borders: borderXml('left', 18, attention ? palette.attention : palette.accent),
      fill: attention ? palette.attentionTint : palette.accentTint,
      padTwips,
    },
    content === '' ? paragraphXml({ style: inside.paragraphStyle }, '') : content,
  );
  const look = {
    style: 'KamertonPlain',
    columns: [place.widthTwips],
    indentTwips: place.indentTwips,
    header: false,
  };
  return hairline + tableXml(look, rowXml({}, [cell]));
};

/** Two columns side by side: a table without lines. */
export const writeColumns: BlockWriter<'columns'> = (node, place, writing) => {
  const columns = splitWidth(
    place.widthTwips,
    node.content.map(() => 1),
  );
  const cells = node.content.map((column, at) => {
    const widthTwips = columns[at] ?? 0;
    const inside = {
      // The gap between two columns is the margins of their cells.
      widthTwips: widthTwips - 2 * sideMargin(widthTwips),
      indentTwips: 0,
      paragraphStyle: 'BlockText',
    };
    return cellXml(
      { widthTwips, edge: edgeOf(at, 1, columns.length) },
      writing.blocks(column.content, inside, writing),
    );
  });
  const look = { style: 'KamertonPlain', columns, indentTwips: place.indentTwips, header: false };
  return hairline + tableXml(look, rowXml({}, cells));
};

/** The list of attachments, a line each; the heading stays with the first. */
export const writeAttachments: BlockWriter<'attachments'> = (node, place, writing) => {
  const lines = writing.views.attachments(node.attrs.items);
  return lines
    .map((line, at) =>
      textParagraph(
        line,
        { style: 'BlockText', keepNext: at === 0 && lines.length > 1, indent: placeIndent(place) },
        writing,
      ),
    )
    .join('');
};
