import type { Editor } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { MergeFieldKey } from '../../shared/document/mergeFields.ts';
import { showPosition } from './find/findPlugin.ts';
import { proposalSession } from './session.ts';

type Range = { readonly from: number; readonly to: number };

/** Letters and digits alone, folded: spaces, marks and hyphens of any kind do not part a quote from its place. */
function looseLetters(text: string): { readonly letters: string; readonly at: readonly number[] } {
  let letters = '';
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index).toLowerCase().replace('ё', 'е');
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    letters += letter;
    // One entry a letter, also where lower case is longer than upper.
    for (let unit = 0; unit < letter.length; unit += 1) at.push(index);
  }
  return { letters, at };
}

/** What a text block shows, fields with their values; `at` gives the range of the document for every letter. */
function shownLetters(
  block: DocumentNode,
  position: number,
): { readonly letters: string; readonly at: readonly Range[] } {
  const { values } = proposalSession.getState();
  let letters = '';
  const at: Range[] = [];
  block.forEach((child, offset) => {
    const from = position + 1 + offset;
    const key = child.type.name === 'mergeField' ? MergeFieldKey.safeParse(child.attrs.key) : null;
    const text = child.isText ? (child.text ?? '') : key?.success === true ? (values?.[key.data] ?? '') : '';
    const loose = looseLetters(text);
    letters += loose.letters;
    for (const index of loose.at)
      at.push(
        child.isText ? { from: from + index, to: from + index + 1 } : { from, to: from + child.nodeSize },
      );
  });
  return { letters, at };
}

function boundsOf(editor: Editor, sectionId: string | null): Range | null {
  let bounds: Range | null = null;
  editor.state.doc.forEach((node, offset) => {
    if (node.type.name === 'section' && node.attrs.sectionId === sectionId)
      bounds = { from: offset, to: offset + node.nodeSize };
  });
  return bounds;
}

function findQuote(editor: Editor, quote: string, within: Range): Range | null {
  const { letters: sought } = looseLetters(quote);
  let found: Range | null = null;
  if (sought === '') return null;
  editor.state.doc.nodesBetween(within.from, within.to, (node, position) => {
    if (found !== null) return false;
    if (!node.isTextblock) return true;
    const { letters, at } = shownLetters(node, position);
    const index = letters.indexOf(sought);
    const [first, last] = [at[index], at[index + sought.length - 1]];
    if (index >= 0 && first && last) found = { from: first.from, to: last.to };
    return false;
  });
  return found;
}

function selectNode(editor: Editor, within: Range, test: (node: DocumentNode) => boolean): boolean {
  let position: number | null = null;
  editor.state.doc.nodesBetween(within.from, within.to, (node, at) => {
    if (position === null && test(node)) position = at;
    return position === null;
  });
  if (position === null) return false;
  const node = editor.state.doc.nodeAt(position);
  const { tr, doc } = editor.state;
  const selection =
    node !== null && NodeSelection.isSelectable(node)
      ? NodeSelection.create(doc, position)
      : TextSelection.near(doc.resolve(position + 1), 1);
  editor.view.dispatch(tr.setSelection(selection));
  editor.view.focus();
  showPosition(editor, position);
  return true;
}

/** Where `goToPlace` may look: first in the section, then everywhere. */
function rangesOf(editor: Editor, sectionId: string | null): Range[] {
  const section = boundsOf(editor, sectionId);
  const whole = { from: 0, to: editor.state.doc.content.size };
  return section === null ? [whole] : [section, whole];
}

/** Selects the words of the page that read as `quote`, whatever spaces and marks part them. False when they are gone. */
export function goToQuote(editor: Editor, sectionId: string | null, quote: string): boolean {
  for (const range of rangesOf(editor, sectionId)) {
    const found = findQuote(editor, quote, range);
    if (found === null) continue;
    const { tr, doc } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.create(doc, found.from, found.to)));
    editor.view.focus();
    showPosition(editor, found.from);
    return true;
  }
  return false;
}

/** Selects the first node of a kind, in the section before elsewhere; `test` narrows it. False when there is none. */
export function goToNode(
  editor: Editor,
  sectionId: string | null,
  type: string,
  test: (node: DocumentNode) => boolean = () => true,
): boolean {
  return rangesOf(editor, sectionId).some((range) =>
    selectNode(editor, range, (node) => node.type.name === type && test(node)),
  );
}

/** Selects the words that carry a link whose target holds `part`. */
export function goToLink(editor: Editor, sectionId: string | null, part: string): boolean {
  for (const range of rangesOf(editor, sectionId)) {
    let found: Range | null = null;
    editor.state.doc.nodesBetween(range.from, range.to, (node, at) => {
      const link = node.marks.find((mark) => mark.type.name === 'link');
      if (found === null && link !== undefined && String(link.attrs.href).includes(part))
        found = { from: at, to: at + node.nodeSize };
      return found === null;
    });
    if (found === null) continue;
    const { from, to }: Range = found;
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)));
    editor.view.focus();
    showPosition(editor, from);
    return true;
  }
  return false;
}

/** Puts the caret into a heading, counted from 0 over all headings of the document and our validity blocks. */
export function goToHeading(editor: Editor, at: number): boolean {
  let count = -1;
  return selectNode(editor, { from: 0, to: editor.state.doc.content.size }, ({ type }) => {
    if (type.name === 'heading' || type.name === 'validity') count += 1;
    return count === at;
  });
}
