import type { Editor } from '@tiptap/core';
import { Fragment, type Node as DocumentNode } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import type { BlockNode, DocumentRoot } from '../../../shared/document/nodes.ts';
import { showPosition } from '../find/findPlugin.ts';
import { placeForBlock } from '../insertBlock.ts';
import { priceTablesIn, type WordPrices } from './wordPrices.ts';

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
 * Blocks that a proposal has once stay as they are; price tables that are there take the figures of the file's. `at` =
 * another place than the caret's.
 */
export function insertWord(
  editor: Editor,
  root: DocumentRoot,
  { prices, at }: { readonly prices: readonly WordPrices[]; readonly at: number | null },
): void {
  const { state, schema } = editor;
  const present = typesIn(state.doc);
  const wanted = root.content.filter(({ type }) => !(once.has(type) && present.has(type)));
  const nodes = wanted.map((block) => schema.nodeFromJSON(block));
  const tr = closeHistory(state.tr);
  const tables = priceTablesIn(editor);
  let changedAt: number | null = null;
  for (const each of prices) {
    if (each.kind !== 'taken' || each.place === null || each.taken.changes.length === 0) continue;
    const from = tables[each.place]?.from;
    if (from === undefined) continue;
    // The block keeps its size, so that every other place stays what it is.
    tr.setNodeAttribute(from, 'table', each.taken.table);
    changedAt ??= from;
  }
  const place = placeForBlock(state, at);
  if (nodes.length > 0) tr.replaceWith(place.from, place.to, Fragment.from(nodes)).scrollIntoView();
  if (!tr.docChanged) return;
  editor.view.dispatch(tr);
  editor.commands.focus(nodes.length > 0 ? place.from + 1 : null);
  if (nodes.length === 0 && changedAt !== null) showPosition(editor, changedAt);
}
