import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { DocumentRoot } from '../../shared/document/nodes.ts';
import { bringIntoSight } from './bringIntoSight.ts';
import { joinUndo } from './joinUndo.ts';
import { noteRoot } from './session.ts';
import { takeOut } from './takeOut.ts';

/** What stands at the end of a document, below every section. */
const closing = new Set(['validity', 'signature', 'attachments']);

/** A section as it stands in the editor: its place among the top blocks, and its bounds. */
type PlacedSection = {
  readonly id: string;
  readonly index: number;
  readonly from: number;
  readonly to: number;
};

function placedSections(editor: Editor): PlacedSection[] {
  const found: PlacedSection[] = [];
  editor.state.doc.forEach((node, offset, index) => {
    if (node.type.name === 'section')
      found.push({ id: String(node.attrs.sectionId), index, from: offset, to: offset + node.nodeSize });
  });
  return found;
}

/** Id of the section with the caret; null outside of sections. */
export function sectionAtCaret(editor: Editor): string | null {
  const { from } = editor.state.selection;
  return placedSections(editor).find((section) => from >= section.from && from < section.to)?.id ?? null;
}

/** The argument block with the caret, as its attributes; null outside of arguments. */
export function argumentAtCaret(editor: Editor): Readonly<Record<string, unknown>> | null {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'argument') return node.attrs;
  }
  return null;
}

/** Puts the caret at a section's beginning and its heading at the top of the desk. */
export function goToSection(editor: Editor, id: string): void {
  const section = placedSections(editor).find((candidate) => candidate.id === id);
  if (!section) return;
  const inside = TextSelection.near(editor.state.doc.resolve(section.from + 1), 1);
  editor.view.dispatch(editor.state.tr.setSelection(inside));
  editor.view.focus();
  const element = editor.view.nodeDOM(section.from);
  if (element instanceof Element) bringIntoSight(() => element, 'start');
}

/** Moves a section one place up (-1) or down (1); does nothing at the ends. One step of undo. */
export function moveSection(editor: Editor, id: string, by: -1 | 1): void {
  const sections = placedSections(editor);
  const at = sections.findIndex((candidate) => candidate.id === id);
  const other = sections[at + by];
  if (at !== -1 && other) placeSection(editor, id, by === -1 ? 'before' : 'after', other.id);
}

/** Puts a section before or behind another one. One step of undo. */
export function placeSection(editor: Editor, id: string, side: 'before' | 'after', otherId: string): void {
  const sections = placedSections(editor);
  const section = sections.find((candidate) => candidate.id === id);
  const other = sections.find((candidate) => candidate.id === otherId);
  if (!section || !other || section === other) return;
  const at = side === 'before' ? other.from : other.to;
  // It stands there already.
  if (at === section.from || at === section.to) return;
  const { tr, doc } = editor.state;
  const node = doc.nodeAt(section.from);
  if (!node) return;
  tr.delete(section.from, section.to);
  tr.insert(tr.mapping.map(at), node);
  editor.view.dispatch(closeHistory(tr).scrollIntoView());
}

/** Where a new section goes: behind the one with the caret, else behind the last, else before what closes the document. */
function placeForSection(editor: Editor): number {
  const { doc, selection } = editor.state;
  const sections = placedSections(editor);
  const atCaret = sections.find(({ from, to }) => selection.from >= from && selection.from < to);
  const section = atCaret ?? sections.at(-1);
  if (section) return section.to;
  let end = doc.content.size;
  for (let index = doc.childCount - 1; index >= 0 && closing.has(doc.child(index).type.name); index -= 1)
    end -= doc.child(index).nodeSize;
  return end;
}

/** Adds a section of a name, with a heading that says it and the caret in the line below. One step of undo. */
export function addSection(editor: Editor, outlineTitle: string): void {
  const { schema, state } = editor;
  const heading = schema.nodeFromJSON({
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text: outlineTitle }],
  });
  const line = schema.nodeFromJSON({ type: 'paragraph' });
  const attrs = { sectionId: `own-${crypto.randomUUID()}`, role: null, personIds: [], outlineTitle };
  const at = placeForSection(editor);
  const tr = state.tr.insert(at, schema.node('section', attrs, [heading, line]));
  tr.setSelection(TextSelection.create(tr.doc, at + 1 + heading.nodeSize + 1));
  editor.view.dispatch(closeHistory(tr).scrollIntoView());
  editor.view.focus();
}

/** Takes a section out; returns the way back, see {@link takeOut}. */
export function removeSection(editor: Editor, id: string): () => void {
  const section = placedSections(editor).find((candidate) => candidate.id === id);
  return section ? takeOut(editor, section.from) : () => undefined;
}

/** Gives a section another name in the outline; the printed heading is text in the page. */
export function renameSection(editor: Editor, id: string, outlineTitle: string): void {
  const section = placedSections(editor).find((candidate) => candidate.id === id);
  const node = section ? editor.state.doc.nodeAt(section.from) : null;
  if (section && node)
    editor.view.dispatch(editor.state.tr.setNodeMarkup(section.from, null, { ...node.attrs, outlineTitle }));
}

/**
 * Sets an attribute of the first block of a kind: the price table, the payment schedule, the team. The session has
 * it at once: the panels' fields show and change what stands there, and a snapshot that lags would undo keystrokes.
 */
export function setBlockAttribute(editor: Editor, type: string, attribute: string, value: unknown): boolean {
  let position: number | null = null;
  editor.state.doc.descendants((node, at) => {
    if (position === null && node.type.name === type) position = at;
    return position === null;
  });
  if (position === null) return false;
  // A field that was only passed through gives back what it was given: undo would have a step that does nothing.
  const before: unknown = editor.state.doc.nodeAt(position)?.attrs[attribute];
  if (JSON.stringify(before) === JSON.stringify(value)) return true;
  editor.view.dispatch(
    joinUndo(editor.state.tr.setNodeAttribute(position, attribute, value), `${type}.${attribute}`),
  );
  noteRoot(DocumentRoot.parse(editor.getJSON()));
  return true;
}
