import { textParagraph } from './paragraphs.ts';
import { cellXml, edgeOf, rowXml, splitWidth, tableXml } from './tableXml.ts';
import type { BlockWriter, Place, Writing } from './writing.ts';

type Line = { readonly style: 'TableStrong' | 'TableText' | 'TableNote'; readonly text: string };

/** Rows of two columns, each a few lines of text, between light rules. */
function twoColumns(
  rows: readonly (readonly [readonly Line[], readonly Line[]])[],
  place: Place,
  writing: Writing,
): string {
  if (rows.length === 0) return '';
  const columns = splitWidth(place.widthTwips, [56, 44]);
  const xml = rows.map((row) => {
    const cells = row.map((lines, at) =>
      cellXml(
        { widthTwips: columns[at] ?? 0, edge: edgeOf(at, 1, 2, writing.look.tables !== 'grid') },
        lines.map(({ style, text }) => textParagraph(text, { style }, writing)).join(''),
      ),
    );
    return rowXml({}, cells);
  });
  const look = { style: 'KamertonTable', columns, indentTwips: place.indentTwips, header: false };
  return tableXml(look, xml.join(''));
}

/** The group that prepared the proposal: who, and what for and how to reach them. */
export const writeTeam: BlockWriter<'team'> = (node, place, writing) =>
  twoColumns(
    writing.views.team(node.attrs.colleagueIds).map((member) => [
      [
        { style: 'TableStrong', text: member.name },
        { style: 'TableNote', text: member.position },
      ],
      [
        { style: 'TableText', text: member.responsibility },
        { style: 'TableNote', text: member.contacts },
      ],
    ]),
    place,
    writing,
  );

/** References: the project and its result on the left, who recommends us on the right. */
export const writeReferences: BlockWriter<'references'> = (node, place, writing) =>
  twoColumns(
    writing.views.references(node.attrs.referenceIds).map((entry) => [
      [
        { style: 'TableStrong', text: entry.title },
        { style: 'TableText', text: entry.project },
        { style: 'TableText', text: entry.result },
      ],
      [
        { style: 'TableText', text: entry.referee },
        { style: 'TableNote', text: entry.contacts },
      ],
    ]),
    place,
    writing,
  );
