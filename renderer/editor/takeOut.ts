import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

type Change = { readonly transaction: Transaction; readonly appendedTransactions: readonly Transaction[] };

/** Whether a node is in the document, whatever was written into it: an edit keeps its attributes as they are. */
function holds(doc: Node, { attrs }: Node): boolean {
  let found = false;
  doc.descendants((node) => {
    found ||= node.attrs === attrs;
    return !found;
  });
  return found;
}

/**
 * Takes a block out in one step of undo. Returns the way back, which puts the block where it stood whatever was typed
 * since: the editor's undo would take those words instead.
 */
export function takeOut(editor: Editor, at: number): () => void {
  const node = editor.state.doc.nodeAt(at);
  if (node === null) return () => undefined;
  let place = at;
  let changes = 0;
  const follow = ({ transaction, appendedTransactions }: Change) => {
    changes += 1;
    for (const { mapping } of [transaction, ...appendedTransactions]) place = mapping.map(place, -1);
  };
  editor.on('update', follow);
  editor.view.dispatch(closeHistory(editor.state.tr.delete(at, at + node.nodeSize)));
  return () => {
    editor.off('update', follow);
    if (editor.isDestroyed || holds(editor.state.doc, node)) return;
    // With nothing changed since, one undo leaves nothing behind in the history.
    if (changes === 1) editor.commands.undo();
    else editor.view.dispatch(editor.state.tr.insert(place, node).scrollIntoView());
  };
}
