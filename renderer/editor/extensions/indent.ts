import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { deepestIndent } from '../../../shared/document/nodes.ts';
import { listDepth } from '../lists/listLevels.ts';

const depthOf = (value: unknown): number => {
  const depth = Number(value);
  return Number.isInteger(depth) && depth > 0 ? Math.min(depth, deepestIndent) : 0;
};

/** Steps of indent of the paragraph at the caret; null where there is none to indent: in lists, in headings. */
export function indentAtCaret(editor: Editor): number | null {
  const { $from } = editor.state.selection;
  return $from.parent.type.name === 'paragraph' && listDepth(editor) === 0
    ? depthOf($from.parent.attrs.indent)
    : null;
}

/** Moves the chosen paragraphs a step to the right (1) or to the left (-1), list items a level. One step of undo. */
export function changeIndent(editor: Editor, by: 1 | -1): void {
  if (listDepth(editor) > 0) {
    if (by === 1) editor.commands.sinkListItem('listItem');
    else editor.commands.liftListItem('listItem');
    return;
  }
  const { tr, doc, selection } = editor.state;
  doc.nodesBetween(selection.from, selection.to, (node, position, parent) => {
    if (node.type.name !== 'paragraph' || parent?.type.name === 'listItem') return;
    const indent = Math.min(Math.max(depthOf(node.attrs.indent) + by, 0), deepestIndent);
    if (indent !== depthOf(node.attrs.indent)) tr.setNodeAttribute(position, 'indent', indent);
  });
  if (tr.docChanged) editor.view.dispatch(tr.scrollIntoView());
}

/** Indents of paragraphs (GLOSSARY: отступ абзаца) by Word's keys: Tab and Shift+Tab outside of lists and tables. */
export const Indent = Extension.create({
  name: 'indent',
  // Before the list's own Tab, which would draw an empty paragraph below a list into its last item.
  priority: 850,
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph'],
        attributes: {
          indent: {
            default: 0,
            parseHTML: (element) => depthOf(element.dataset.indent),
            renderHTML: ({ indent }: { indent?: unknown }) =>
              depthOf(indent) === 0 ? {} : { 'data-indent': String(depthOf(indent)) },
          },
        },
      },
    ];
  },
  addKeyboardShortcuts() {
    const press = (by: 1 | -1) => {
      // In a table Tab goes on to the next cell; where nothing can be indented, it leaves the page as elsewhere.
      const inTable = this.editor.isActive('table');
      if (!this.editor.isEditable || inTable || indentAtCaret(this.editor) === null) return false;
      changeIndent(this.editor, by);
      return true;
    };
    return { Tab: () => press(1), 'Shift-Tab': () => press(-1) };
  },
});
