import type { Editor } from '@tiptap/core';

/** A document that is shown: what puts the caret into it, and whether its far blocks and all that stands beside it are there. */
export type OpenPage = { readonly focusMiddle: () => void; readonly isWhole: () => boolean };

/** Puts the caret into a long paragraph in the middle of the document, on the screen. */
export function focusMiddle(editor: Editor): void {
  const { doc } = editor.state;
  let place = 0;
  doc.descendants((node, pos, parent) => {
    if (
      place === 0 &&
      pos > doc.content.size / 2 &&
      parent === doc &&
      node.isTextblock &&
      node.content.size > 100
    )
      place = pos + 50;
    return place === 0;
  });
  editor.commands.focus(place, { scrollIntoView: true });
}
