import type { Editor, JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { BlockNode } from '../../shared/document/nodes.ts';

/** Blocks that hold a text of their own: what is put in stands in them, and not in a list or a cell. */
const holders = new Set(['doc', 'section']);

/**
 * Where a block goes: under the one with the caret (or the one at `at`), within its section; an empty paragraph gives
 * its place. Where the caret has not been in the document yet, at the end of the first section: the cover letter.
 */
export function placeForBlock(
  { selection, doc }: EditorState,
  at: number | null = null,
): { readonly from: number; readonly to: number } {
  const $from = at === null ? selection.$from : doc.resolve(at);
  let depth = $from.depth;
  while (depth > 0 && !holders.has($from.node(depth - 1).type.name)) depth -= 1;
  const first = doc.firstChild;
  const untouched = at === null && selection.from <= 2 && first?.type.name === 'section';
  if (untouched) return { from: first.nodeSize - 1, to: first.nodeSize - 1 };
  if (depth === 0) {
    const end = at ?? selection.to;
    return { from: end, to: end };
  }
  const isEmpty = $from.node(depth).type.name === 'paragraph' && $from.node(depth).content.size === 0;
  return { from: isEmpty ? $from.before(depth) : $from.after(depth), to: $from.after(depth) };
}

/**
 * Where the payback calculation goes: at the end of the section for finance, who judge by it; else below the last of
 * the price table and the payment schedule; null = the document has neither.
 */
export function placeForPayback(doc: Node): number | null {
  const [forFinance, belowPrices]: [number[], number[]] = [[], []];
  doc.descendants((node, at) => {
    if (node.type.name === 'section' && node.attrs['role'] === 'finance')
      forFinance.push(at + node.nodeSize - 1);
    if (node.type.name === 'priceTable' || node.type.name === 'paymentSchedule')
      belowPrices.push(at + node.nodeSize);
  });
  return forFinance.at(-1) ?? belowPrices.at(-1) ?? null;
}

/** Puts a block `at` a place, or at {@link placeForBlock}, and shows it. Undo takes it out in one step. */
export function insertBlock(editor: Editor, block: BlockNode, at: number | null = null): void {
  const { from, to } = at === null ? placeForBlock(editor.state) : { from: at, to: at };
  // The library's type of JSON is looser than ours in everything but optional keys.
  editor
    .chain()
    .insertContentAt({ from, to }, block as JSONContent)
    .scrollIntoView()
    .focus()
    .run();
}

/** Where what the last step of a transaction put in ends, in the document after it. */
export function endOfInsertion({ mapping }: Transaction): number {
  let end = 0;
  mapping.maps.at(-1)?.forEach((_from, _to, _newFrom, newTo) => (end = newTo));
  return end;
}
