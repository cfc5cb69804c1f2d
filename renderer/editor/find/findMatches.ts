import type { Node as DocumentNode } from '@tiptap/pm/model';
import { findInText } from './findInText.ts';
import type { FindOptions } from './findInText.ts';

export type Match = {
  readonly from: number;
  readonly to: number;
  /**
   * Where words stand that are drawn: one place however many `hits`, and not replaced in. `alone` says that the place is
   * that node and no typed word beside it. Null = typed text.
   */
  readonly drawn: { readonly type: string; readonly hits: number; readonly alone: boolean } | null;
};

/** What a node shows that is not typed into it, in its order. */
export type DrawnText = (node: DocumentNode) => readonly string[];

/** More are counted no further: nobody steps through them, and marks for all would be felt. */
const mostMatches = 5000;
/** Stands for what is no text (a field, a line break), so that places in the text are places in the document. */
export const nonText = '\ufffc';

/** A stretch of a text block as it is read: typed text, or a merge field with its value. */
type Piece = {
  /** Where it begins in the text that is read. */
  readonly at: number;
  readonly text: string;
  /** Where it begins in the document. */
  readonly from: number;
  readonly node: DocumentNode;
};

const isField = (node: DocumentNode) => node.type.name === 'mergeField';

/** A text block as people read it, from left to right: a field by its value, anything else that is no text by a sign. */
function piecesOf(block: DocumentNode, start: number, drawnText: DrawnText): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  block.forEach((node, offset) => {
    const shown = isField(node) ? drawnText(node).join(' ') : '';
    const text = node.text ?? (shown === '' ? nonText.repeat(node.nodeSize) : shown);
    pieces.push({ at, text, from: start + offset, node });
    at += text.length;
  });
  return pieces;
}

/** Places of the sought words in a text block, also where they begin in typed text and end in a field, or the reverse. */
function placesInBlock(pieces: readonly Piece[], query: string, options: FindOptions): Match[] {
  const found: Match[] = [];
  const hits = new Map<Piece, number>();
  for (const at of findInText(pieces.map(({ text }) => text).join(''), query, options)) {
    const end = at + query.length;
    const within = pieces.filter((piece) => piece.at < end && piece.at + piece.text.length > at);
    const [one, last] = [within[0], within.at(-1)];
    if (one === undefined || last === undefined) continue;
    if (one === last && isField(one.node)) hits.set(one, (hits.get(one) ?? 0) + 1);
    else
      found.push({
        from: isField(one.node) ? one.from : one.from + at - one.at,
        to: isField(last.node) ? last.from + last.node.nodeSize : last.from + end - last.at,
        drawn: within.some(({ node }) => isField(node))
          ? { type: 'mergeField', hits: 1, alone: false }
          : null,
      });
  }
  for (const [{ from, node }, count] of hits)
    found.push({ from, to: from + node.nodeSize, drawn: { type: 'mergeField', hits: count, alone: true } });
  return found;
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
        drawn: { type: node.type.name, hits, alone: true },
      });
  };
  doc.descendants((node, position) => {
    if (matches.length >= most) return false;
    if (!node.isTextblock) {
      lookInto(node, position);
      return true;
    }
    matches.push(...placesInBlock(piecesOf(node, position + 1, drawnText), query, options));
    node.forEach((child, offset) => {
      if (!child.isText && !isField(child)) lookInto(child, position + 1 + offset);
    });
    return false;
  });
  return matches.toSorted((one, other) => one.from - other.from);
}
