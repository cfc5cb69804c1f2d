import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey<DecorationSet>('caretBlock');

/** The block with the caret as page.css knows blocks: a child of the page, or of a section. */
function caretBlock({ doc, selection: { $head } }: EditorState): DecorationSet {
  const depth = $head.depth > 1 && $head.node(1).type.name === 'section' ? 2 : 1;
  if ($head.depth < depth) return DecorationSet.empty;
  const block = Decoration.node($head.before(depth), $head.after(depth), { 'data-caret': '' });
  return DecorationSet.create(doc, [block]);
}

/**
 * Marks the block with the caret, so that it is always laid out. A block that just came (all was deleted, Enter was
 * pressed) or that was scrolled out of sight is laid out with the next frame only; a letter that is typed before would
 * leave the caret in front of itself, as the browser cannot move it in what has no layout.
 */
export const CaretBlock = Extension.create({
  name: 'caretBlock',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => caretBlock(state),
          apply: (transaction, before, _old, state) =>
            transaction.docChanged || transaction.selectionSet ? caretBlock(state) : before,
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});
