import type { BlockNode } from '../../../shared/document/nodes.ts';
import { writeTableOfContents } from './contents.ts';
import { writeImage } from './images.ts';
import { writeAddressee, writeSignature, writeValidity } from './letterBlocks.ts';
import { writeLetterhead } from './letterhead.ts';
import { writeAttachments, writeCallout, writeColumns } from './frameBlocks.ts';
import { writeList } from './lists.ts';
import { ownControl } from './ownControl.ts';
import { placeIndent, writeTextBlock } from './paragraphs.ts';
import { writeReferences, writeTeam } from './peopleBlocks.ts';
import { writePayback, writePaymentSchedule, writePriceTable } from './priceBlocks.ts';
import { quoteIndentTwips } from './styles.ts';
import { writeTable } from './tables.ts';
import type { BlockWriter, Place, Writing } from './writing.ts';

/** The writer of every node: a node added to the union does not compile until it is written. */
const blockWriters: { readonly [Type in BlockNode['type']]: BlockWriter<Type> } = {
  paragraph: writeTextBlock,
  heading: writeTextBlock,
  bulletList: writeList,
  orderedList: writeList,
  table: writeTable,
  blockquote: (node, place, writing) =>
    writeBlocks(
      node.content,
      {
        widthTwips: Math.max(place.widthTwips - quoteIndentTwips, quoteIndentTwips),
        indentTwips: place.indentTwips + quoteIndentTwips,
        paragraphStyle: 'Quote',
      },
      writing,
    ),
  // In the thin paragraph the mark of the break takes no line of its own on the next page.
  pageBreak: () => '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>',
  horizontalRule: (_node, place) => `<w:p><w:pPr><w:pStyle w:val="Rule"/>${placeIndent(place)}</w:pPr></w:p>`,
  image: writeImage,
  letterhead: writeLetterhead,
  addressee: writeAddressee,
  priceTable: writePriceTable,
  paymentSchedule: writePaymentSchedule,
  payback: writePayback,
  team: writeTeam,
  references: writeReferences,
  validity: writeValidity,
  signature: writeSignature,
  attachments: writeAttachments,
  tableOfContents: writeTableOfContents,
  callout: writeCallout,
  columns: writeColumns,
  argument: (node, place, writing) => writeBlocks(node.content, place, writing),
  section: (node, place, writing) => writeBlocks(node.content, place, writing),
};

function writeBlock<Type extends BlockNode['type']>(
  node: Extract<BlockNode, { type: Type }>,
  place: Place,
  writing: Writing,
): string {
  // The table has a writer of this very type; TypeScript cannot see that the node's own tag picks it.
  const write = blockWriters[node.type] as BlockWriter<Type>;
  return ownControl(node, write(node, place, writing), place, writing);
}

/** Blocks as WordprocessingML, in order. */
export function writeBlocks(nodes: readonly BlockNode[], place: Place, writing: Writing): string {
  let xml = '';
  // Counted by hand here and in what each cell and each piece of text goes through: before a function is hot, `for … of`
  // makes an object for every step, and a first export spends a tenth of its time on clearing such things away.
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node !== undefined) xml += writeBlock(node, place, writing);
  }
  return xml;
}
