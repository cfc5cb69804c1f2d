import type { Editor } from '@tiptap/core';
import { Fragment, type Node as DocumentNode } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import type { BlockNode, DocumentRoot } from '../../../shared/document/nodes.ts';
import { placeForBlock } from '../insertBlock.ts';

/** A proposal has these once: the one that is there stays. */
const once = new Set<BlockNode['type']>([
  'letterhead',
  'addressee',
  'validity',
  'signature',
  'tableOfContents',
]);

function typesIn(doc: DocumentNode): ReadonlySet<string> {
  const types = new Set<string>();
  doc.descendants((node) => {
    types.add(node.type.name);
    return !node.isTextblock;
  });
  return types;
}

/**
 * Puts what a Word file said into the document at the caret, in one step of undo; an empty paragraph gives its place.
 * Blocks that a proposal has once stay as they are. `at` = another place than the caret's.
 */
export function insertWord(editor: Editor, root: DocumentRoot, at: number | null = null): void {
  const { state, schema } = editor;
  const present = typesIn(state.doc);
  const wanted = root.content.filter(({ type }) => !(once.has(type) && present.has(type)));
  const nodes = wanted.map((block) => schema.nodeFromJSON(block));
  if (nodes.length === 0) return;
  const place = placeForBlock(state, at);
  const tr = closeHistory(state.tr).replaceWith(place.from, place.to, Fragment.from(nodes));
  editor.view.dispatch(tr.scrollIntoView());
  editor.commands.focus(place.from + 1);
}
