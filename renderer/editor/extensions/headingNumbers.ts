import { Extension, Node } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { headingNumbers } from '../../../shared/document/headings.ts';
import { HeadingLevel } from '../../../shared/document/nodes.ts';
import { proposalSession } from '../session.ts';
import { staysInLines } from './lineEdits.ts';

/** The document itself: whether its headings are numbered stands on it and travels with it. */
export const DocumentWithNumbers = Node.create({
  name: 'doc',
  topNode: true,
  content: 'block+',
  addAttributes() {
    return { headingNumbers: { default: null, rendered: false } };
  },
});

/** Whether the headings show numbers: by the document's own word, or else by the look. */
export function showsHeadingNumbers(doc: DocumentNode): boolean {
  const own: unknown = doc.attrs.headingNumbers;
  if (typeof own === 'boolean') return own;
  return proposalSession.getState().context?.company.look.headingNumbers === 'decimal';
}

/** Turns the numbers of headings on or off for this document, whatever the look says. One step of undo. */
export function toggleHeadingNumbers(editor: Editor): void {
  const { tr, doc } = editor.state;
  editor.view.dispatch(tr.setDocAttribute('headingNumbers', !showsHeadingNumbers(doc)));
  editor.view.focus();
}

type Placed = { readonly from: number; readonly to: number; readonly level: HeadingLevel };

/** Headings that may carry a number: all but the first line of a list item, which carries the item's mark. */
function countedHeadings(doc: DocumentNode): Placed[] {
  const found: Placed[] = [];
  doc.descendants((node, position, parent, index) => {
    if (node.type.name === 'heading' && !(parent?.type.name === 'listItem' && index === 0)) {
      const level = HeadingLevel.safeParse(node.attrs.level);
      if (level.success) found.push({ from: position, to: position + node.nodeSize, level: level.data });
    }
    return !node.isTextblock && !node.isAtom;
  });
  return found;
}

type Numbers = { readonly levels: string; readonly marks: DecorationSet };
const none: Numbers = { levels: '', marks: DecorationSet.empty };
const key = new PluginKey<Numbers>('headingNumbers');

function numbersOf(doc: DocumentNode, placed: readonly Placed[], levels: string): Numbers {
  const numbers = headingNumbers(placed.map(({ level }) => level));
  const marks = placed.flatMap(({ from, to }, at) => {
    const number = numbers[at] ?? '';
    return number === '' ? [] : [Decoration.node(from, to, { 'data-number': number })];
  });
  return { levels, marks: DecorationSet.create(doc, marks) };
}

/**
 * The numbers before headings. They are marks of the view, written out one by one: style sheets cannot count here,
 * for blocks far from the screen are not laid out and count for nothing.
 */
export const HeadingNumbers = Extension.create({
  name: 'headingNumbers',
  addProseMirrorPlugins() {
    const read = (doc: DocumentNode): Numbers => {
      if (!showsHeadingNumbers(doc)) return none;
      const placed = countedHeadings(doc);
      return numbersOf(doc, placed, placed.map(({ level }) => level).join(''));
    };
    return [
      new Plugin<Numbers>({
        key,
        state: {
          init: (_config, state) => read(state.doc),
          apply: (transaction, before, _old, state) => {
            if (transaction.getMeta(key) === 'redraw') return read(state.doc);
            if (!transaction.docChanged) return before;
            if (!showsHeadingNumbers(state.doc)) return none;
            // Typing leaves the headings as they were: their marks move along, and nothing is drawn anew.
            const marks = before.marks.map(transaction.mapping, state.doc);
            if (staysInLines(transaction)) return { levels: before.levels, marks };
            const placed = countedHeadings(state.doc);
            const levels = placed.map(({ level }) => level).join('');
            return levels === before.levels && marks.find().length === before.marks.find().length
              ? { levels, marks }
              : numbersOf(state.doc, placed, levels);
          },
        },
        props: { decorations: (state) => key.getState(state)?.marks },
        view: (view) => {
          const stop = proposalSession.subscribe((state, previous) => {
            const look = state.context?.company.look.headingNumbers;
            if (look !== previous.context?.company.look.headingNumbers)
              view.dispatch(view.state.tr.setMeta(key, 'redraw').setMeta('addToHistory', false));
          });
          return { destroy: stop };
        },
      }),
    ];
  },
});
