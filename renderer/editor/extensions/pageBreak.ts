import { Node } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    pageBreak: {
      /** Starts a new page at the caret. */
      insertPageBreak: () => ReturnType;
    };
  }
}

/** A forced page break, shown as a quiet line with a word. */
export const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML() {
    return [
      { tag: 'div[data-page-break]' },
      { tag: 'br[style*="page-break-before: always"]' },
      { tag: 'br[style*="page-break-before:always"]' },
    ];
  },
  renderHTML() {
    return ['div', { 'data-page-break': '' }];
  },
  addCommands() {
    return {
      insertPageBreak:
        () =>
        ({ chain }) =>
          chain().insertContent({ type: 'pageBreak' }).run(),
    };
  },
});
