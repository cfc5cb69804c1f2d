import { Extension } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { initialsOfReader, proposalSession } from '../session.ts';

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
      if (caret > from && caret < to)
        decorations.push(Decoration.node(from, to, { class: 'k-argument-active' }));
    });
  });
  return DecorationSet.create(doc, decorations);
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
          apply: (transaction, previous, _old, state) =>
            transaction.docChanged || transaction.selectionSet || transaction.getMeta(key) === 'redraw'
              ? decorationsOf(state.doc, state.selection.from)
              : previous,
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
