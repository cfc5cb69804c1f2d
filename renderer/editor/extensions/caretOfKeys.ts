import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Before a key is acted upon, the editor hears where the key before it has put the caret. The browser tells so with the
 * next turn of its own; keys that waited for a busy window come in one turn, and Enter after End would split the line
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
              if (!view.composing) document.dispatchEvent(new Event('selectionchange'));
              return false;
            },
          },
        },
      }),
    ];
  },
});
