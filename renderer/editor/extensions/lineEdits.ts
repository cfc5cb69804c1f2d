import type { Node as DocumentNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';

function isInOneLine(doc: DocumentNode, from: number, to: number): boolean {
  const $from = doc.resolve(from);
  return $from.parent.inlineContent && to <= $from.end();
}

/**
 * Whether all that a transaction changed stands inside of blocks of text: no block came, went or became another. So a
 * key press need not look through the document for what only blocks can say.
 */
export function staysInLines({ steps, docs, mapping, doc }: Transaction): boolean {
  return steps.every((step, at) => {
    const [before, after] = [docs[at], docs[at + 1] ?? doc];
    if (!(step instanceof ReplaceStep) || before === undefined) return false;
    let isInside = true;
    mapping.maps[at]?.forEach((from, to, newFrom, newTo) => {
      isInside &&= isInOneLine(before, from, to) && isInOneLine(after, newFrom, newTo);
    });
    return isInside;
  });
}
