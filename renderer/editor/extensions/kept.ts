import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * A document that may not be edited is not changed by panels and menus either: what was sent stays, whoever asks.
 * Without it only the keyboard is kept out.
 */
export const Kept = Extension.create({
  name: 'kept',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('kept'),
        filterTransaction: (transaction) => this.editor.isEditable || !transaction.docChanged,
      }),
    ];
  },
});
