import { Extension } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { NodeSelection, Plugin } from '@tiptap/pm/state';

/** The validity block of a document; null where there is none. */
function validityIn(doc: DocumentNode): DocumentNode | null {
  let found: DocumentNode | null = null;
  doc.descendants((node) => {
    if (node.type.name === 'validity') found ??= node;
    return found === null && !node.isTextblock;
  });
  return found;
}

/**
 * A proposal always says until when it is valid (GLOSSARY: срок действия): a key pressed on the chosen block does not
 * replace it, and a removal of all that is around it leaves the block at the document's end.
 */
export const ValidityKept = Extension.create({
  name: 'validityKept',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        filterTransaction: (transaction, { selection }) =>
          !transaction.docChanged ||
          !(selection instanceof NodeSelection && selection.node.type.name === 'validity') ||
          validityIn(transaction.doc) !== null,
        appendTransaction: (transactions, before, after) => {
          if (!transactions.some(({ docChanged }) => docChanged) || validityIn(after.doc) !== null) return null;
          const lost = validityIn(before.doc);
          return lost === null ? null : after.tr.insert(after.doc.content.size, lost);
        },
      }),
    ];
  },
});
