import type { Editor } from '@tiptap/core';

type PlacedList = { readonly position: number; readonly start: number; readonly next: number };
/** `index` = the item with the caret. */
type CurrentList = PlacedList & { readonly index: number };

/** The numbered list at the caret, and the one before it on the same level of the document. */
export function numberedLists(editor: Editor): {
  readonly current: CurrentList | null;
  readonly before: PlacedList | null;
} {
  const { $from } = editor.state.selection;
  let depth = $from.depth;
  while (depth > 0 && $from.node(depth).type.name !== 'orderedList') depth -= 1;
  if (depth === 0) return { current: null, before: null };
  const position = $from.before(depth);
  const placed = (at: number): PlacedList | null => {
    const node = editor.state.doc.nodeAt(at);
    const start = Number(node?.attrs.start ?? 1);
    return node ? { position: at, start, next: start + node.childCount } : null;
  };
  let before: number | null = null;
  editor.state.doc.nodesBetween(0, position, (node, at, parent) => {
    if (at >= position) return false;
    if (node.type.name !== 'orderedList') return !node.isTextblock;
    if (at + node.nodeSize <= position && parent?.type.name !== 'listItem') before = at;
    return at + node.nodeSize > position;
  });
  const current = placed(position);
  const index = $from.index(depth);
  return { current: current && { ...current, index }, before: before === null ? null : placed(before) };
}

/**
 * Gives the numbered list at the caret another first number; in the middle of a list a new one begins there, as in
 * Word. One step of undo.
 */
export function startListAt(editor: Editor, start: number): void {
  const { current } = numberedLists(editor);
  if (current && Number.isInteger(start) && start >= 0 && start <= 100_000) {
    const { tr, doc } = editor.state;
    if (current.index === 0) tr.setNodeAttribute(current.position, 'start', start);
    else {
      const item = doc.resolve(current.position + 1).posAtIndex(current.index);
      const type = doc.nodeAt(current.position)?.type;
      if (type) tr.split(item, 1, [{ type, attrs: { start } }]);
    }
    editor.view.dispatch(tr);
  }
  editor.view.focus();
}
