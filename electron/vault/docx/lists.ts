import type { BulletListNode, ListItemNode, OrderedListNode } from '../../../shared/document/nodes.ts';
import { bulletNumId, deepestLevel, listIndent, listStepTwips } from './numbering.ts';
import { paragraphXml, writeTextBlock } from './paragraphs.ts';
import type { Place, Writing } from './writing.ts';

type ListNode = BulletListNode | OrderedListNode;

/** Space below the last item in twips: the paragraphs' own, as on the page; between items it is the style's. */
export const afterListTwips = 120;
const afterList = `<w:spacing w:after="${afterListTwips}"/>`;

/** Where a list stands among lists. */
type ListPlace = {
  /** The place of the outermost list: indents are counted from there. */
  readonly outer: Place;
  /** 0 for a list in no other. */
  readonly depth: number;
  /** Whether the text goes on after this list, or part of one: it does so a little lower than the next item would. */
  readonly isEnd: boolean;
  /** The list whose item this one is in, if it may count on: «1.» → «1.1.». */
  readonly countsOn: number | null;
};

function wordLevel(depth: number): number {
  return Math.min(depth, deepestLevel);
}

function numberingOf(list: ListNode, at: ListPlace, writing: Writing): number {
  if (list.type === 'bulletList') return bulletNumId;
  // A list that begins elsewhere than at 1, or below Word's last level, cannot share its parent's counters.
  if (at.countsOn !== null && list.attrs.start === 1 && at.depth <= deepestLevel) return at.countsOn;
  return writing.collector.orderedList({ baseLevel: wordLevel(at.depth), start: list.attrs.start });
}

function writeItem(
  item: ListItemNode,
  list: ListNode,
  numId: number,
  at: ListPlace,
  writing: Writing,
): string {
  const { outer, depth, isEnd } = at;
  const left = outer.indentTwips + listIndent(depth);
  // Word knows no break of the page inside an item: what stands before it is the item's last.
  const last = item.content.findLast(({ type }) => type !== 'pageBreak');
  const bearsMark = last?.type === 'paragraph' || last?.type === 'heading';
  const mark = {
    numbering: `<w:numPr><w:ilvl w:val="${wordLevel(depth)}"/><w:numId w:val="${numId}"/></w:numPr>`,
    // The numbering's own indent is enough unless the list is indented itself or deeper than Word's levels.
    indent:
      (isEnd && (last === undefined || (bearsMark && last === item.content[0])) ? afterList : '') +
      (outer.indentTwips === 0 && depth <= deepestLevel
        ? ''
        : `<w:ind w:left="${left}" w:hanging="${listStepTwips}"/>`),
  };
  const inside: Place = {
    widthTwips: Math.max(outer.widthTwips - listIndent(depth), listStepTwips),
    indentTwips: left,
    paragraphStyle: outer.paragraphStyle ?? 'ListParagraph',
  };
  let xml = '';
  let marked = false;
  let mayCountOn = list.type === 'orderedList';
  for (const child of item.content) {
    if (!marked && (child.type === 'paragraph' || child.type === 'heading')) {
      xml += writeTextBlock(child, outer, writing, mark);
      marked = true;
      continue;
    }
    // An item that begins with a table or a list: Word hangs its mark on an empty paragraph.
    if (!marked) xml += paragraphXml({ style: inside.paragraphStyle, ...mark }, '');
    marked = true;
    if (child.type === 'bulletList' || child.type === 'orderedList') {
      const countsOn = mayCountOn && child.type === 'orderedList' ? numId : null;
      // A second list in the same item begins anew.
      if (child.type === 'orderedList') mayCountOn = false;
      const ends = isEnd && child === last;
      xml += writeListAt(child, { outer, depth: depth + 1, countsOn, isEnd: ends }, writing);
    } else {
      xml += writing.blocks([child], inside, writing);
    }
  }
  return marked ? xml : paragraphXml({ style: inside.paragraphStyle, ...mark }, '');
}

function writeListAt(list: ListNode, at: ListPlace, writing: Writing): string {
  const numId = numberingOf(list, at, writing);
  let xml = '';
  list.content.forEach((item, place) => {
    const isEnd = at.isEnd && place === list.content.length - 1;
    xml += writeItem(item, list, numId, isEnd === at.isEnd ? at : { ...at, isEnd }, writing);
  });
  return xml;
}

/** A list with everything in it, in real numbering: each ordered list counts from its own start. */
export function writeList(list: ListNode, place: Place, writing: Writing): string {
  return writeListAt(list, { outer: place, depth: 0, countsOn: null, isEnd: true }, writing);
}
