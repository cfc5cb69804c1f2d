import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import { walk } from '../../../shared/document/walk.ts';

export type TextCount = { readonly words: number; readonly characters: number };

/** Text of our alphabets alone, as nearly all is: its letters need no tables of Unicode, and each is one unit. */
const plainText = /^[\t\n\r -~\u00A0\u00AB\u00BB\u0400-\u0481\u2010-\u2027\u20BD\u2116]*$/;
const plainWord = /[A-Za-z0-9\u0400-\u0481][A-Za-z0-9\u0400-\u0481'’_.,-]*/g;
const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_.,-]*/gu;

/** Words and characters that were written into a document: without fields, and without the blocks the dossier draws. */
export function countText(root: DocumentRoot): TextCount {
  let words = 0;
  let characters = 0;
  walk(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
    let text = '';
    for (const inline of node.content ?? [])
      text += inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : '';
    const isPlain = plainText.test(text);
    words += text.match(isPlain ? plainWord : anyWord)?.length ?? 0;
    const written = text.includes('\n') ? text.replaceAll('\n', '') : text;
    characters += isPlain ? written.length : [...written].length;
    return 'skip';
  });
  return { words, characters };
}
