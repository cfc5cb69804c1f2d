import type { Node as DocumentNode } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Language } from '../../../shared/domain/language.ts';
import { typograph } from '../../../shared/document/typography.ts';
import { nonText } from '../find/findMatches.ts';
import { textChanges } from './textChanges.ts';

/** Lines of a text block, as they are read: a line break begins a new one, a field is a word of an unknown letter. */
function textToSet(block: DocumentNode): string {
  let text = '';
  block.forEach((child) => {
    text += child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\n' : nonText.repeat(child.nodeSize);
  });
  return text;
}

const isWhole = (text: string) => text.includes(nonText) || text.includes('\n');

/**
 * Sets quotes, dashes and no-break spaces throughout a document (GLOSSARY: типографика), with marks and fields where
 * they were. One transaction, so one step of undo; `places` counts what changed.
 */
export function setTypography(state: EditorState, language: Language): { readonly transaction: Transaction; readonly places: number } {
  const transaction = state.tr;
  let places = 0;
  state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const before = textToSet(node);
    const changes = textChanges(before, typograph(before, language));
    // A field or a break must stay where it is; text around it that cannot be told apart from it stays as it was.
    for (const { from, to, text } of changes.toReversed()) {
      if (isWhole(before.slice(from, to)) || isWhole(text)) continue;
      const at = transaction.mapping.map(position + 1 + from);
      const end = at + to - from;
      if (text === '') transaction.delete(at, end);
      else transaction.insertText(text, at, end);
      places += 1;
    }
    return false;
  });
  return { transaction: closeHistory(transaction), places };
}
