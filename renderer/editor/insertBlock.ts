import type { Editor, JSONContent } from '@tiptap/core';
import type { BlockNode } from '../../shared/document/nodes.ts';

/** Blocks that hold a text of their own: what is put in stands in them, and not in a list or a cell. */
const holders = new Set(['doc', 'section']);

/**
 * Puts a block under the one with the caret, within its section, and shows it. Undo takes it out in one step. Where
 * the caret has not been in the document yet, it comes to the end of the first section: the cover letter.
 */
export function insertBlock(editor: Editor, block: BlockNode): void {
  const { selection, doc } = editor.state;
  const { $from } = selection;
  let depth = $from.depth;
  while (depth > 0 && !holders.has($from.node(depth - 1).type.name)) depth -= 1;
  const first = doc.firstChild;
  const untouched = selection.from <= 2 && first?.type.name === 'section';
  const at = untouched ? first.nodeSize - 1 : depth === 0 ? selection.to : $from.after(depth);
  // The library's type of JSON is looser than ours in everything but optional keys.
  editor
    .chain()
    .insertContentAt(at, block as JSONContent)
    .scrollIntoView()
    .focus()
    .run();
}
