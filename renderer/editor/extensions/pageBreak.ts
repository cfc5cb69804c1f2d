import { Node } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

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
          chain()
            .insertContent({ type: 'pageBreak' })
            .command(({ tr, state }) => {
              // At the end of a paragraph the break itself is chosen: what is typed next belongs on the new page.
              const { selection } = tr;
              if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'pageBreak')
                return true;
              const { to } = selection;
              const paragraph = state.schema.nodes.paragraph?.create();
              if (!tr.doc.resolve(to).nodeAfter?.isTextblock && paragraph) tr.insert(to, paragraph);
              tr.setSelection(TextSelection.near(tr.doc.resolve(to + 1)));
              return true;
            })
            .run(),
    };
  },
});
