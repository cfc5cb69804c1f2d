import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import { walk } from '../../../shared/document/walk.ts';

export type TextCount = { readonly words: number; readonly characters: number };

/** Words and characters that were written into a document: without fields, and without the blocks the dossier draws. */
export function countText(root: DocumentRoot): TextCount {
  let words = 0;
  let characters = 0;
  walk(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return;
    const text = (node.content ?? [])
      .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : ''))
      .join('');
    words += text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_.,-]*/gu)?.length ?? 0;
    characters += [...text.replaceAll('\n', '')].length;
  });
  return { words, characters };
}
