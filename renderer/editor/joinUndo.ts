import type { Node as DocumentNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

type Typing = {
  readonly doc: DocumentNode;
  readonly what: string;
  readonly atMs: number;
  readonly group: number;
};

/** A document that a panel's field has left, what the field sets, and the group of undo that its changes are in. */
let typing: Typing | null = null;

/** As long a pause as ends a step of undo in the text (extensions/index.ts). */
const pauseMs = 600;

/**
 * Puts a change by a panel's field into one step of undo with the change before it, if nothing else came in between: a
 * name is typed in one go and taken back in one. The history joins by itself only what changes text in one place.
 */
export function joinUndo(transaction: Transaction, what: string): Transaction {
  const nowMs = Date.now();
  const goesOn = typing?.doc === transaction.before && typing.what === what && nowMs - typing.atMs < pauseMs;
  // Below zero, since input methods count theirs upwards; -1 is the history's word for none.
  const group = goesOn && typing ? typing.group : Math.min(-2, (typing?.group ?? -1) - 1);
  typing = { doc: transaction.doc, what, atMs: nowMs, group };
  return transaction.setMeta('composition', group);
}
