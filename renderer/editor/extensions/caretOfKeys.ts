import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Lets the editor hear at once where a key has put the caret: the browser tells so a moment later. */
export function hearCaret(view: EditorView): void {
  if (view.hasFocus()) document.dispatchEvent(new Event('selectionchange'));
}

/**
 * Before a key is acted upon, the editor hears where the key before it has put the caret. Keys that waited for a busy window come in one turn, and Enter after End would split the line
 * where the caret stood before.
 */
export const CaretOfKeys = Extension.create({
  name: 'caretOfKeys',
  // Before all that acts upon keys.
  priority: 10_000,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(view) {
              // What an input method is writing in is left alone.
              if (!view.composing) hearCaret(view);
              return false;
            },
          },
        },
      }),
    ];
  },
});
