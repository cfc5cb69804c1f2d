import { Extension } from '@tiptap/core';
import { ownClipboard } from '../paste/ownClipboard.ts';

/** Copies within the document keep everything the model knows. */
export const OwnClipboard = Extension.create({
  name: 'ownClipboard',
  addProseMirrorPlugins() {
    return [ownClipboard(this.editor.schema)];
  },
});
