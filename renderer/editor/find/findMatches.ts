import type { Node as DocumentNode } from '@tiptap/pm/model';
import { findInText } from './findInText.ts';
import type { FindOptions } from './findInText.ts';

export type Match = { readonly from: number; readonly to: number };

/** More are counted no further: nobody steps through them, and marks for all would be felt. */
const mostMatches = 5000;
/** Stands for what is no text (a field, a line break), so that places in the text are places in the document. */
export const nonText = '\ufffc';

/** A text block's words, one code unit a position of the document. */
export function textOfBlock(block: DocumentNode): string {
  let text = '';
  block.forEach((child) => {
    text += child.isText ? (child.text ?? '') : nonText.repeat(child.nodeSize);
  });
  return text;
}

/** Places of the sought words in the document's text, in its order; at most about `most` of them. */
export function findMatches(
  doc: DocumentNode,
  query: string,
  options: FindOptions,
  most = mostMatches,
): Match[] {
  const matches: Match[] = [];
  if (query === '') return matches;
  doc.descendants((node, position) => {
    if (matches.length >= most) return false;
    if (!node.isTextblock) return true;
    for (const at of findInText(textOfBlock(node), query, options)) {
      const from = position + 1 + at;
      matches.push({ from, to: from + query.length });
    }
    return false;
  });
  return matches;
}
