import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import { findAll, inlineText } from '../../../shared/document/walk.ts';

/** What a document consists of, for a look before it is taken. */
export type WordFacts = {
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly counts: readonly { readonly kind: WordFactKind; readonly count: number }[];
};

export type WordFactKind = 'paragraphs' | 'tables' | 'pictures' | 'lists' | 'footnotes' | 'fields';

/** Outline and counts of a document; merge fields stand in the outline as an ellipsis. */
export function wordFacts(root: DocumentRoot): WordFacts {
  const headings = findAll(root, 'heading')
    .map(({ attrs, content }) => ({ level: attrs.level, text: inlineText(content, () => '…').trim() }))
    .filter(({ text }) => text !== '');
  const said = (content: Parameters<typeof inlineText>[0]) => inlineText(content, () => '…').trim() !== '';
  const counts = [
    { kind: 'paragraphs', count: findAll(root, 'paragraph').filter(({ content }) => said(content)).length },
    { kind: 'lists', count: findAll(root, 'bulletList').length + findAll(root, 'orderedList').length },
    { kind: 'tables', count: findAll(root, 'table').length },
    { kind: 'pictures', count: findAll(root, 'image').length },
    { kind: 'footnotes', count: findAll(root, 'footnote').length },
    { kind: 'fields', count: findAll(root, 'mergeField').length },
  ] as const;
  return { headings, counts: counts.filter(({ count }) => count > 0) };
}
