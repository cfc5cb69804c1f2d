import { Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { MergeFieldKey } from '../../../shared/document/mergeFields.ts';
import { isOwnField } from '../../../shared/domain/dossierStandard.ts';
import { openField, proposalSession } from '../session.ts';
import { fieldHint, fieldLabel } from '../fieldLabel.ts';
import { ownFields } from '../ownFields.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    mergeField: {
      /** Puts a field at the caret; its value comes from the dossier. */
      insertMergeField: (key: MergeFieldKey) => ReturnType;
    };
  }
}

/**
 * A merge field, shown as a chip with its value; a field without a value shows its name in red. Drawn by hand:
 * a document can hold hundreds, and a React tree for each would be felt while typing.
 */
export const MergeField = Node.create({
  name: 'mergeField',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return {
      key: {
        default: null,
        parseHTML: (element) => {
          const key = MergeFieldKey.safeParse(element.getAttribute('data-field'));
          return key.success ? key.data : null;
        },
        renderHTML: ({ key }: { key?: string | null }) => ({ 'data-field': key ?? '' }),
      },
    };
  },
  parseHTML() {
    return [
      {
        tag: 'span[data-field]',
        getAttrs: (element) =>
          MergeFieldKey.safeParse(element.getAttribute('data-field')).success ? null : false,
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', HTMLAttributes];
  },
  renderText({ node }) {
    const key = MergeFieldKey.safeParse(node.attrs.key);
    return key.success ? (proposalSession.getState().values?.[key.data] ?? '') : '';
  },
  addCommands() {
    return {
      insertMergeField:
        (key) =>
        ({ chain }) =>
          chain().insertContent({ type: 'mergeField', attrs: { key } }).run(),
    };
  },
  addNodeView() {
    return ({ node, getPos, editor }) => {
      const dom = document.createElement('span');
      dom.className = 'k-field';
      dom.contentEditable = 'false';
      const key = MergeFieldKey.parse(node.attrs.key);
      const draw = () => {
        const value = proposalSession.getState().values?.[key] ?? null;
        const label = fieldLabel(key);
        dom.textContent = value ?? label;
        dom.classList.toggle('k-field-empty', value === null);
        const hint = value === null ? fieldHint(key) : null;
        dom.title = hint === null ? label : `${label}. ${hint}`;
        dom.dataset.field = key;
      };
      draw();
      const stop = proposalSession.subscribe((state, previous) => {
        if (state.values?.[key] !== previous.values?.[key] || state.language !== previous.language) draw();
      });
      // The department's words may come after the page, and change while it is open.
      const stopNames = isOwnField(key) ? ownFields.subscribe(draw) : () => undefined;
      const open = (event: MouseEvent) => {
        const position = getPos();
        if (position === undefined) return;
        event.preventDefault();
        editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position)));
        editor.view.focus();
        openField(key, dom);
      };
      dom.addEventListener('click', open);
      return {
        dom,
        ignoreMutation: () => true,
        destroy: () => {
          stop();
          stopNames();
          dom.removeEventListener('click', open);
        },
      };
    };
  },
});
