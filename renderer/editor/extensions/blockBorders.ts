import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { splitBlock } from '@tiptap/pm/commands';
import { TextSelection } from '@tiptap/pm/state';

/** Boxes around text that an empty line in their middle does not cut in two: both halves would be the same argument. */
const boxes = new Set(['argument', 'callout']);

/** A line of its own in the middle of a box stays in it; at the end it leaves the box, as in a list. */
function staysInBox(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
  const { $cursor } = selection;
  if ($cursor.parent.content.size > 0 || $cursor.depth < 2 || !boxes.has($cursor.node(-1).type.name))
    return false;
  if ($cursor.after() === $cursor.end(-1)) return false;
  return splitBlock(editor.state, editor.view.dispatch);
}

/** The borders of boxes around text. */
export const BlockBorders = Extension.create({
  name: 'blockBorders',
  addKeyboardShortcuts() {
    return { Enter: ({ editor }) => staysInBox(editor) };
  },
});
