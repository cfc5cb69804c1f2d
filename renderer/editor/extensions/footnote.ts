import { Node } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { FootnoteNode } from '../../../shared/document/nodes.ts';
import { proposalSession } from '../session.ts';
import { hasLateBlocks, noteClass } from './lateBlocks.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts a footnote at the caret and asks for its text. */
      insertFootnote: () => ReturnType;
    };
  }
}

/** Text of a footnote node; empty when it is none. */
export function footnoteTextOf(attrs: unknown): string {
  return FootnoteNode.shape.attrs.safeParse(attrs).data?.text ?? '';
}

/**
 * Writes each mark's number. Style sheets cannot count here: blocks far from the screen are not laid out, and their
 * counters are not seen outside of them.
 */
function numberMarks(view: EditorView): void {
  let number = 0;
  for (const mark of view.dom.getElementsByClassName(noteClass)) {
    // A block that is not drawn yet (lateBlocks.ts) has marks to come.
    const toCome = mark.getAttribute('data-notes');
    number += Number(toCome ?? 1);
    if (toCome === null && mark.textContent !== String(number)) mark.textContent = String(number);
  }
}

/** A footnote's mark in the line; its text is shown on it and changed in a popover. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return {
      text: {
        default: '',
        parseHTML: (element) => element.dataset.footnote?.slice(0, 1000) ?? '',
        renderHTML: ({ text }: { text?: string }) => ({ 'data-footnote': text ?? '' }),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'sup[data-footnote]', priority: 60 }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['sup', HTMLAttributes];
  },
  addCommands() {
    return {
      insertFootnote:
        () =>
        ({ chain, state }) => {
          const position = state.selection.to;
          return chain()
            .insertContentAt(position, { type: 'footnote', attrs: { text: '' } }, { updateSelection: false })
            .command(({ dispatch, tr }) => {
              closeHistory(tr);
              // The mark is drawn after this command: only then there is something to hang the popover on.
              if (dispatch) queueMicrotask(() => proposalSession.setState({ openFootnote: position }));
              return true;
            })
            .run();
        },
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        view: (view) => {
          numberMarks(view);
          return {
            update: (now, before) => {
              if (hasLateBlocks(before) || !now.state.doc.eq(before.doc)) numberMarks(now);
            },
          };
        },
      }),
    ];
  },
  addNodeView() {
    return ({ node: first, getPos, editor }) => {
      let node = first;
      const dom = document.createElement('sup');
      dom.className = `k-footnote ${noteClass}`;
      dom.contentEditable = 'false';
      dom.title = footnoteTextOf(node.attrs);
      const open = (event: MouseEvent) => {
        const position = getPos();
        if (position === undefined || !editor.isEditable) return;
        event.preventDefault();
        editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position)));
        proposalSession.setState({ openFootnote: position });
      };
      dom.addEventListener('click', open);
      return {
        dom,
        update: (next) => {
          if (next.type !== node.type) return false;
          node = next;
          dom.title = footnoteTextOf(node.attrs);
          return true;
        },
        ignoreMutation: () => true,
        destroy: () => dom.removeEventListener('click', open),
      };
    };
  },
});
