import type { BulletListNode, ListItemNode, OrderedListNode } from '../../../shared/document/nodes.ts';
import { bulletNumId, deepestLevel, listIndent, listStepTwips } from './numbering.ts';
import { paragraphXml, writeTextBlock } from './paragraphs.ts';
import type { Place, Writing } from './writing.ts';

type ListNode = BulletListNode | OrderedListNode;

/** Space below the last item in twips: the paragraphs' own, as on the page; between items it is the style's. */
export const afterListTwips = 120;
const bidi = '<w:bidi/>';
const afterList = `<w:spacing w:after="${afterListTwips}"/>`;

/** Where a list stands among lists. */
type ListPlace = {
  /** The place of the outermost list: indents are counted from there. */
  readonly outer: Place;
  /** 0 for a list in no other. */
  readonly depth: number;
  /** The list whose item this one is in, if it may count on: «1.» → «1.1.». */
  readonly countsOn: number | null;
};

/** What was written of a list. `last` = its last paragraph, where that bears the mark of an item, else nothing. */
type Written = { readonly before: string; readonly last: string };

const nothing: Written = { before: '', last: '' };

function wordLevel(depth: number): number {
  return Math.min(depth, deepestLevel);
}

/** One after the other; nothing written changes nothing. */
function joined(one: Written, other: Written): Written {
  return other.before === '' && other.last === ''
    ? one
    : { before: one.before + one.last + other.before, last: other.last };
}

/** What all items of a list have in common. */
type ItemFrame = {
  readonly numId: number;
  readonly mark: { readonly numbering: string; readonly indent: string };
  /** Where what follows an item's first line stands. */
  readonly inside: Place;
};

function itemFrame(numId: number, { outer, depth }: ListPlace): ItemFrame {
  const left = outer.indentTwips + listIndent(depth);
  const numbering = `<w:numPr><w:ilvl w:val="${wordLevel(depth)}"/><w:numId w:val="${numId}"/></w:numPr>`;
  const mark = {
    numbering,
    // The numbering's own indent is enough unless the list is indented itself or deeper than Word's levels.
    indent:
      outer.indentTwips === 0 && depth <= deepestLevel
        ? ''
        : `<w:ind w:left="${left}" w:hanging="${listStepTwips}"/>`,
  };
  const inside: Place = {
    widthTwips: Math.max(outer.widthTwips - listIndent(depth), listStepTwips),
    indentTwips: left,
    paragraphStyle: outer.paragraphStyle ?? 'ListParagraph',
  };
  return { numId, mark, inside };
}

function writeItem(
  item: ListItemNode,
  list: ListNode,
  { numId, mark, inside }: ItemFrame,
  { outer, depth }: ListPlace,
  writing: Writing,
): Written {
  const [first] = item.content;
  const bearsMark = first?.type === 'paragraph' || first?.type === 'heading';
  // An item that begins with a table or a list: Word hangs its mark on an empty paragraph.
  let written: Written = {
    before: '',
    last: bearsMark
      ? writeTextBlock(first, outer, writing, mark)
      : paragraphXml({ style: inside.paragraphStyle, ...mark }, ''),
  };
  if (bearsMark && item.content.length === 1) return written;
  let mayCountOn = list.type === 'orderedList';
  for (const child of bearsMark ? item.content.slice(1) : item.content) {
    if (child.type === 'bulletList' || child.type === 'orderedList') {
      const countsOn = mayCountOn && child.type === 'orderedList' ? numId : null;
      // A second list in the same item begins anew.
      if (child.type === 'orderedList') mayCountOn = false;
      written = joined(written, writeListAt(child, { outer, depth: depth + 1, countsOn }, writing));
      continue;
    }
    const xml = writing.blocks([child], inside, writing);
    // Word knows no break of the page inside an item: what stands before it is the item's last.
    written =
      child.type === 'pageBreak' && written.last !== ''
        ? { before: written.before, last: written.last + xml }
        : joined(written, { before: xml, last: '' });
  }
  return written;
}

function writeItems(list: ListNode, numId: number, at: ListPlace, writing: Writing): Written {
  const frame = itemFrame(numId, at);
  return list.content.reduce<Written>(
    (written, item) => joined(written, writeItem(item, list, frame, at, writing)),
    nothing,
  );
}

function writeListAt(list: ListNode, at: ListPlace, writing: Writing): Written {
  const { depth, countsOn } = at;
  if (list.type === 'bulletList') return writeItems(list, bulletNumId, at, writing);
  const { start } = list.attrs;
  // A list that begins elsewhere than at 1, or below Word's last level, cannot share its parent's counters.
  if (countsOn !== null && start === 1 && depth <= deepestLevel)
    return writeItems(list, countsOn, at, writing);
  const numId = writing.collector.orderedList({ baseLevel: wordLevel(depth), start });
  const written = writeItems(list, numId, at, writing);
  writing.collector.endOrderedList();
  return written;
}

const numberingEnd = '</w:numPr>';

/** More space below a paragraph with a mark: after its numbering and its direction (ECMA-376 §17.3.1.26). */
function withSpaceBelow(paragraph: string): string {
  const numbered = paragraph.indexOf(numberingEnd) + numberingEnd.length;
  const at = paragraph.startsWith(bidi, numbered) ? numbered + bidi.length : numbered;
  return paragraph.slice(0, at) + afterList + paragraph.slice(at);
}

/**
 * A list with everything in it, in real numbering: each ordered list counts from its own start. The text goes on a
 * little lower after its last item than the next item would.
 */
export function writeList(list: ListNode, place: Place, writing: Writing): string {
  const { before, last } = writeListAt(list, { outer: place, depth: 0, countsOn: null }, writing);
  return last === '' ? before : before + withSpaceBelow(last);
}
