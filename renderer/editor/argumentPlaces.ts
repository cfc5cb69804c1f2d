import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { ArgumentNode } from '../../shared/document/nodes.ts';
import { takeOut } from './takeOut.ts';

type Place = { readonly from: number; readonly to: number; readonly sectionTo: number | null };

/** Where an argument stands; null = it is gone. */
function placeOf(editor: Editor, blockId: string): Place | null {
  let found: Place | null = null;
  let sectionTo: number | null = null;
  editor.state.doc.descendants((node, at, parent) => {
    if (found !== null) return false;
    if (node.type.name === 'section' && parent === editor.state.doc) sectionTo = at + node.nodeSize;
    if (node.type.name !== 'argument' || node.attrs.blockId !== blockId) return true;
    found = { from: at, to: at + node.nodeSize, sectionTo };
    return false;
  });
  return found;
}

const nodeOf = (editor: Editor, argument: ArgumentNode) => editor.schema.nodeFromJSON(argument);

/** Takes an argument out; returns the way back, see {@link takeOut}. */
export function removeArgument(editor: Editor, blockId: string): () => void {
  const place = placeOf(editor, blockId);
  return place ? takeOut(editor, place.from) : () => undefined;
}

function showAt(editor: Editor, at: number): void {
  const inside = TextSelection.near(editor.state.doc.resolve(at + 1), 1);
  editor.view.dispatch(editor.state.tr.setSelection(inside).scrollIntoView());
  editor.view.focus();
}

/** Puts another argument in the place of one, with the caret in it. One step of undo. */
export function replaceArgument(editor: Editor, blockId: string, by: ArgumentNode): void {
  const place = placeOf(editor, blockId);
  if (!place) return;
  editor.view.dispatch(editor.state.tr.replaceWith(place.from, place.to, nodeOf(editor, by)));
  showAt(editor, place.from);
}

/** Puts an argument behind the last one of a section, or at the section's end. False when the section is gone. */
export function addArgument(editor: Editor, sectionId: string, argument: ArgumentNode): boolean {
  let at: number | null = null;
  editor.state.doc.forEach((section, offset) => {
    if (section.type.name !== 'section' || section.attrs.sectionId !== sectionId) return;
    at = offset + section.nodeSize - 1;
    section.forEach((child, inside) => {
      if (child.type.name === 'argument') at = offset + 1 + inside + child.nodeSize;
    });
  });
  if (at === null) return false;
  editor.view.dispatch(editor.state.tr.insert(at, nodeOf(editor, argument)));
  showAt(editor, at);
  return true;
}
