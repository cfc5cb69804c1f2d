import {
  deepestIndent,
  type BlockNode,
  type BulletListNode,
  type ListItemNode,
  type OrderedListNode,
} from '../../../../shared/document/nodes.ts';
import { listIndent } from '../numbering.ts';
import { indentStepTwips } from '../paragraphs.ts';
import type { ListMark } from './wordNumbering.ts';

type OpenList = {
  readonly list: BulletListNode | OrderedListNode;
  readonly depth: number;
  readonly mark: ListMark;
  /** The number of its last item. */
  last: number;
};

/** Puts blocks in order, and those of lists into their lists. */
export type BlockBuilder = {
  /** A block in no list, or one that goes on in the list item it is indented to. `indentTwips` from the page's edge. */
  add(block: BlockNode, indentTwips: number): void;
  /** A block that goes on in the item that is open, wherever that is. */
  continue(block: BlockNode): void;
  /** An item of a list at a depth from 0. */
  item(mark: ListMark, depth: number, content: readonly BlockNode[]): void;
  /** The next item begins a list of its own. */
  endList(): void;
  /** Whether a list is open. */
  inList(): boolean;
  /** The block that was put in last; null where there is none. */
  last(): BlockNode | null;
  /** All there is, the last list closed. */
  finish(): BlockNode[];
};

const mostStart = 100_000;
/** What rounding of units may shift. */
const toleranceTwips = 1;

/** A paragraph indented by steps of Word's own button (`ParagraphNode`). */
export function indented(block: BlockNode, steps: number): BlockNode {
  if (block.type !== 'paragraph' || steps <= 0) return block;
  const attrs = block.attrs ?? { textAlign: null };
  return { ...block, attrs: { ...attrs, indent: Math.min(steps, deepestIndent) } };
}

function listFor(mark: ListMark): BulletListNode | OrderedListNode {
  return mark.ordered
    ? { type: 'orderedList', attrs: { start: Math.min(Math.max(mark.number, 0), mostStart) }, content: [] }
    : { type: 'bulletList', content: [] };
}

/** `own` = lists are told apart by their numbering alone; `baseTwips` = the indent of the block all this stands in. */
export function createBlockBuilder(own: boolean, baseTwips: number): BlockBuilder {
  const out: BlockNode[] = [];
  const open: OpenList[] = [];
  /** Page breaks say nothing of the list they stand in: what follows decides. */
  let breaks: BlockNode[] = [];
  let latest: BlockNode | null = null;

  const itemContent = (): BlockNode[] | null => open.at(-1)?.list.content.at(-1)?.content ?? null;
  const settle = (into: BlockNode[]) => {
    into.push(...breaks);
    breaks = [];
  };
  const closeTo = (count: number) => {
    open.length = count;
  };
  const put = (block: BlockNode, into: BlockNode[]) => {
    settle(into);
    into.push(block);
    latest = block;
  };

  /** The same list goes on: of the same numbering, or counting on in the numbering of its definition. */
  const goesOn = (top: OpenList, mark: ListMark): boolean => {
    if (top.mark.ordered !== mark.ordered) return false;
    if (!mark.ordered || top.mark.numId === mark.numId) return true;
    return !own && mark.number === top.last + 1;
  };

  return {
    add(block, indentTwips) {
      if (block.type === 'pageBreak' && open.length > 0) {
        breaks.push(block);
        latest = block;
        return;
      }
      const stepsOf = block.type === 'paragraph' ? deepestIndent : 0;
      for (let steps = 0; steps <= stepsOf; steps += 1) {
        const left = indentTwips - baseTwips - steps * indentStepTwips;
        const depth = open.findLastIndex((each) => Math.abs(listIndent(each.depth) - left) <= toleranceTwips);
        if (depth === -1 && Math.abs(left) > toleranceTwips) continue;
        closeTo(depth + 1);
        put(indented(block, steps), itemContent() ?? out);
        return;
      }
      closeTo(0);
      put(block, out);
    },
    continue: (block) => put(block, itemContent() ?? out),
    item(mark, depth, content) {
      while ((open.at(-1)?.depth ?? -1) > depth) open.pop();
      const top = open.at(-1);
      if (top !== undefined && top.depth === depth && !goesOn(top, mark)) open.pop();
      let at = open.at(-1);
      if (at?.depth === depth) settle(itemContent() ?? out);
      else {
        const list = listFor(mark);
        put(list, itemContent() ?? out);
        at = { list, depth, mark, last: mark.number };
        open.push(at);
      }
      at.last = mark.number;
      const [first] = content;
      const item: ListItemNode = {
        type: 'listItem',
        content: [...(first?.type === 'paragraph' ? [] : [{ type: 'paragraph' } as const]), ...content],
      };
      at.list.content.push(item);
      latest = content.at(-1) ?? null;
    },
    endList: () => closeTo(0),
    inList: () => open.length > 0,
    last: () => latest,
    finish() {
      closeTo(0);
      settle(out);
      return out;
    },
  };
}
