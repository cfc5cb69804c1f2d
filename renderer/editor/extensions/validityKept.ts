import { Extension } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { staysInLines } from './lineEdits.ts';

/** The validity block of a document; null where there is none. */
function validityIn(doc: DocumentNode): DocumentNode | null {
  let found: DocumentNode | null = null;
  doc.descendants((node) => {
    if (node.type.name === 'validity') found ??= node;
    return found === null && !node.isTextblock;
  });
  return found;
}

function placesOfValidity(doc: DocumentNode): readonly number[] {
  const places: number[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'validity') places.push(position);
    return !node.isTextblock;
  });
  return places;
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
          if (transactions.every(staysInLines)) return null;
          const lost = validityIn(before.doc);
          if (validityIn(after.doc) === null)
            return lost === null ? null : after.tr.insert(after.doc.content.size, lost);
          const [old, ...others] = placesOfValidity(before.doc);
          if (old === undefined || others.length > 0 || placesOfValidity(after.doc).length < 2) return null;
          // A pasted one takes the place of the one that was there: a proposal says its term once.
          const place = transactions.reduce((at, { mapping }) => mapping.map(at), old);
          const node = after.doc.nodeAt(place);
          return node?.type.name === 'validity' ? after.tr.delete(place, place + node.nodeSize) : null;
        },
      }),
    ];
  },
});
