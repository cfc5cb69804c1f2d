import { Extension } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import { getI18n } from 'react-i18next';
import { askForSwap } from '../argumentAsk.ts';
import { initialsOfReader, proposalSession } from '../session.ts';
import { staysInLines } from './lineEdits.ts';

const key = new PluginKey<DecorationSet>('sectionMargins');

function personIdsOf(node: DocumentNode): readonly string[] {
  const ids: unknown = node.attrs.personIds;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

function marginOf(personIds: readonly string[]): HTMLElement {
  const margin = document.createElement('div');
  margin.className = 'k-margin';
  margin.contentEditable = 'false';
  margin.setAttribute('aria-hidden', 'true');
  for (const id of personIds) {
    const initials = initialsOfReader(id);
    if (initials === null) continue;
    const token = document.createElement('span');
    token.className = 'k-margin-token';
    token.textContent = initials;
    margin.append(token);
  }
  return margin;
}

function decorationsOf(doc: DocumentNode, caret: number): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((node, offset) => {
    if (node.type.name !== 'section') return;
    const end = offset + node.nodeSize;
    if (caret > offset && caret < end)
      decorations.push(Decoration.node(offset, end, { class: 'k-section-active' }));
    const personIds = personIdsOf(node);
    if (personIds.length > 0)
      decorations.push(
        Decoration.widget(offset + 1, () => marginOf(personIds), {
          key: `margin-${personIds.join()}`,
          side: -1,
          ignoreSelection: true,
        }),
      );
    node.forEach((child, childOffset) => {
      if (child.type.name !== 'argument') return;
      const from = offset + 1 + childOffset;
      const to = from + child.nodeSize;
      if (caret <= from || caret >= to) return;
      decorations.push(Decoration.node(from, to, { class: 'k-argument-active' }));
      const blockId = String(child.attrs.blockId);
      if (proposalSession.getState().proposal?.status === 'draft')
        decorations.push(
          Decoration.widget(from + 1, toolsOf(blockId), {
            key: `argument-tools-${blockId}`,
            side: -1,
            ignoreSelection: true,
            stopEvent: () => true,
          }),
        );
    });
  });
  return DecorationSet.create(doc, decorations);
}

/** Swap and drop beside the argument with the caret. The panel «Why» has the same two for the keyboard. */
function toolsOf(blockId: string): (view: EditorView) => HTMLElement {
  return (view) => {
    const tools = document.createElement('div');
    tools.className = 'k-argument-tools';
    tools.contentEditable = 'false';
    const tool = (words: string, sign: string, press: () => void) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.tabIndex = -1;
      button.textContent = sign;
      button.title = words;
      button.setAttribute('aria-label', words);
      button.addEventListener('mousedown', (event) => event.preventDefault());
      button.addEventListener('click', press);
      tools.append(button);
    };
    const { t } = getI18n();
    tool(t('compose:swap.action'), '⇄', () => askForSwap(blockId));
    tool(t('compose:swap.drop'), '×', () => {
      const at = view.posAtDOM(tools, 0);
      const place = view.state.doc.resolve(at);
      for (let depth = place.depth; depth > 0; depth -= 1) {
        if (place.node(depth).type.name !== 'argument') continue;
        view.dispatch(view.state.tr.delete(place.before(depth), place.after(depth)));
        return;
      }
    });
    return tools;
  };
}

/** Whether something was typed, and the caret is in the block of text where it was. */
function staysWithCaret(transaction: Transaction, before: EditorState, after: EditorState): boolean {
  const start = transaction.mapping.map(before.selection.$from.start(), -1);
  return staysInLines(transaction) && after.selection.$from.start() === start;
}

/** Initials of a section's readers at the page's margin, and a rule beside the active argument. Neither is printed. */
export const SectionMargins = Extension.create({
  name: 'sectionMargins',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => decorationsOf(state.doc, state.selection.from),
          apply: (transaction, previous, old, state) => {
            const asked = transaction.getMeta(key) === 'redraw';
            if (!asked && !transaction.docChanged && !transaction.selectionSet) return previous;
            return !asked && transaction.docChanged && staysWithCaret(transaction, old, state)
              ? previous.map(transaction.mapping, state.doc)
              : decorationsOf(state.doc, state.selection.from);
          },
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => {
          const stop = proposalSession.subscribe((state, previous) => {
            if (state.context?.readers !== previous.context?.readers)
              view.dispatch(view.state.tr.setMeta(key, 'redraw'));
          });
          return { destroy: stop };
        },
      }),
    ];
  },
});
