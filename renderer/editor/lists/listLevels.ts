import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { deepestList } from '../paste/blockWriter.ts';

/** How many lists the caret is inside of, up to the next table cell. */
export function listDepth(editor: Editor): number {
  const { $from } = editor.state.selection;
  let depth = 0;
  for (let at = $from.depth; at > 0; at -= 1) {
    const { name } = $from.node(at).type;
    if (name === 'tableCell' || name === 'tableHeader') break;
    if (name === 'listItem') depth += 1;
  }
  return depth;
}

/** Lists a chosen item still holds below itself. */
function heightBelow(editor: Editor): number {
  const { $from, to } = editor.state.selection;
  const depth = listDepth(editor);
  let height = 0;
  editor.state.doc.nodesBetween($from.before($from.depth), to, (node, position) => {
    if (node.type.name !== 'listItem') return;
    const $inside = editor.state.doc.resolve(position + 1);
    let own = 0;
    for (let at = $inside.depth; at > 0; at -= 1) if ($inside.node(at).type.name === 'listItem') own += 1;
    height = Math.max(height, own - depth);
  });
  return height;
}

/**
 * Word's keys in lists: Tab goes a level in (down to the fifth), Shift+Tab a level out, Backspace at the beginning of
 * an item takes it out. In the first item, which has nothing to go under, Tab stays without effect.
 */
export const ListLevels = Extension.create({
  name: 'listLevels',
  // Before the table's Tab: a list inside a cell comes first.
  priority: 900,
  addKeyboardShortcuts() {
    return {
      Tab: ({ editor }) => {
        const depth = listDepth(editor);
        if (depth === 0) return false;
        if (depth + heightBelow(editor) < deepestList) editor.commands.sinkListItem('listItem');
        return true;
      },
      'Shift-Tab': ({ editor }) =>
        listDepth(editor) > 0 && (editor.commands.liftListItem('listItem') || true),
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        const isFirst =
          $from.depth > 0 &&
          $from.node($from.depth - 1).type.name === 'listItem' &&
          $from.index($from.depth - 1) === 0;
        return empty && $from.parentOffset === 0 && isFirst && editor.commands.liftListItem('listItem');
      },
    };
  },
});
