import type { Editor } from '@tiptap/core';

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
