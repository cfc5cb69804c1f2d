import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { DocumentRoot } from '../../shared/document/nodes.ts';

/**
 * Puts another text into the editor as one step that can be undone. Blocks at both ends that are the same stay as they
 * are drawn. Throws RangeError when the editor does not know something in it.
 */
export function replaceText({ schema, state, view }: Editor, root: DocumentRoot): void {
  const fresh = schema.nodeFromJSON(root);
  fresh.check();
  const { doc } = state;
  const most = Math.min(doc.childCount, fresh.childCount);
  let start = 0;
  while (start < most && doc.child(start).eq(fresh.child(start))) start += 1;
  let end = 0;
  while (
    end < most - start &&
    doc.child(doc.childCount - 1 - end).eq(fresh.child(fresh.childCount - 1 - end))
  )
    end += 1;
  if (start + end === doc.childCount && start + end === fresh.childCount) return;
  let from = 0;
  for (let index = 0; index < start; index += 1) from += doc.child(index).nodeSize;
  let tail = 0;
  for (let index = 0; index < end; index += 1) tail += doc.child(doc.childCount - 1 - index).nodeSize;
  view.dispatch(
    closeHistory(state.tr)
      .replaceWith(from, doc.content.size - tail, fresh.content.cut(from, fresh.content.size - tail))
      .scrollIntoView(),
  );
}
