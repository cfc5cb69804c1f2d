import type { Node as DocumentNode } from '@tiptap/pm/model';
import { findInText } from './findInText.ts';
import type { FindOptions } from './findInText.ts';

export type Match = {
  readonly from: number;
  readonly to: number;
  /** Times that a drawn node holds the words: it is one place, and is not replaced in. Null = typed text. */
  readonly drawn: { readonly type: string; readonly hits: number } | null;
};

/** What a node shows that is not typed into it, in its order. */
export type DrawnText = (node: DocumentNode) => readonly string[];

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

/** How often the words stand in what a node shows by itself. */
function drawnHits(texts: readonly string[], query: string, options: FindOptions): number {
  return texts.reduce((sum, text) => sum + findInText(text, query, options).length, 0);
}

/**
 * Places of the sought words in the document, in its order; at most about `most` of them. A drawn node is one place,
 * however often it holds them.
 */
export function findMatches(
  doc: DocumentNode,
  query: string,
  options: FindOptions,
  drawnText: DrawnText,
  most = mostMatches,
): Match[] {
  const matches: Match[] = [];
  if (query === '') return matches;
  const lookInto = (node: DocumentNode, position: number) => {
    const hits = drawnHits(drawnText(node), query, options);
    if (hits > 0)
      matches.push({
        from: position,
        to: position + node.nodeSize,
        drawn: { type: node.type.name, hits },
      });
  };
  doc.descendants((node, position) => {
    if (matches.length >= most) return false;
    if (!node.isTextblock) {
      lookInto(node, position);
      return true;
    }
    const places = findInText(textOfBlock(node), query, options);
    node.forEach((child, offset) => {
      if (!child.isText) lookInto(child, position + 1 + offset);
    });
    for (const at of places) {
      const from = position + 1 + at;
      matches.push({ from, to: from + query.length, drawn: null });
    }
    return false;
  });
  return matches.toSorted((one, other) => one.from - other.from);
}
