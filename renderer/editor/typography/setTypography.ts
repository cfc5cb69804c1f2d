import type { Node as DocumentNode } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Language } from '../../../shared/domain/language.ts';
import { typograph } from '../../../shared/document/typography.ts';
import { nonText } from '../find/findMatches.ts';
import { textChanges } from './textChanges.ts';
import type { TextChange } from './textChanges.ts';

/** Lines of a text block, as they are read: a line break begins a new one, a field is a word of an unknown letter. */
function textToSet(block: DocumentNode): string {
  let text = '';
  block.forEach((child) => {
    text += child.isText
      ? (child.text ?? '')
      : child.type.name === 'hardBreak'
        ? '\n'
        : nonText.repeat(child.nodeSize);
  });
  return text;
}

/** Changes of one text block; fields and breaks are never part of one. */
function changesOf(before: string, after: string): TextChange[] {
  const apart = /[\n\ufffc]/;
  const [old, now] = [before.split(apart), after.split(apart)];
  // The rules touch neither; should one ever do, the block is better left as it is.
  if (old.length !== now.length) return [];
  let at = 0;
  return old.flatMap((part, index) => {
    const start = at;
    at += part.length + 1;
    return textChanges(part, now[index] ?? '').map(({ from, to, text }) => ({
      from: start + from,
      to: start + to,
      text,
    }));
  });
}

/**
 * Sets quotes, dashes and no-break spaces throughout a document (GLOSSARY: типографика), with marks and fields where
 * they were. One transaction, so one step of undo; `places` counts what changed, neighbours as one.
 */
export function setTypography(
  state: EditorState,
  language: Language,
): { readonly transaction: Transaction; readonly places: number } {
  const transaction = state.tr;
  let places = 0;
  state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const before = textToSet(node);
    const changes = changesOf(before, typograph(before, language));
    places += changes.filter(({ from }, at) => changes[at - 1]?.to !== from).length;
    const start = transaction.mapping.map(position + 1);
    for (const { from, to, text } of changes.toReversed()) {
      if (text === '') transaction.delete(start + from, start + to);
      else transaction.insertText(text, start + from, start + to);
    }
    return false;
  });
  return { transaction: closeHistory(transaction), places };
}
