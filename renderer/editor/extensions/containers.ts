import { mergeAttributes, Node } from '@tiptap/core';

/**
 * A section: what the outline lists and moves as a whole. Its attributes live in the model only; in the page it
 * is a plain block with its readers' initials in the margin (drawn by `sectionMargins.ts`, never printed).
 * It is isolating, since nothing on the page shows its borders: an empty line would cut it into two sections of one id,
 * and Backspace before its heading would take its readers and its row in the outline without a visible change.
 */
export const Section = Node.create({
  name: 'section',
  group: 'block',
  content: 'block+',
  defining: true,
  isolating: true,
  addAttributes() {
    return {
      sectionId: { default: '', rendered: false },
      role: { default: null, rendered: false },
      personIds: { default: [], rendered: false },
      outlineTitle: { default: '', rendered: false },
    };
  },
  renderHTML({ HTMLAttributes, node }) {
    return ['section', mergeAttributes(HTMLAttributes, { 'data-section': String(node.attrs.sectionId) }), 0];
  },
});

/** A callout (врезка): blocks on a ground of their own, with a title if it has one. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes() {
    return {
      tone: {
        default: 'info',
        renderHTML: ({ tone }: { tone?: string }) => ({ 'data-tone': tone ?? 'info' }),
      },
      title: {
        default: null,
        renderHTML: ({ title }: { title?: string | null }) => (title ? { 'data-title': title } : {}),
      },
    };
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes, { class: 'k-callout' }), 0];
  },
});

/** Two columns side by side; neither can be deleted alone. */
export const Columns = Node.create({
  name: 'columns',
  group: 'block',
  content: 'column column',
  isolating: true,
  defining: true,
  renderHTML() {
    return ['div', { class: 'k-columns' }, 0];
  },
});

export const Column = Node.create({
  name: 'column',
  content: 'block+',
  isolating: true,
  defining: true,
  renderHTML() {
    return ['div', { class: 'k-column' }, 0];
  },
});

/** An argument block: a library block with the reasons why it is here. */
export const Argument = Node.create({
  name: 'argument',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes() {
    return {
      blockId: { default: '', rendered: false },
      criterion: { default: null, rendered: false },
      personIds: { default: [], rendered: false },
      reasons: { default: [], rendered: false },
    };
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes, { 'data-argument': '' }), 0];
  },
});
