import type { PriceTable } from '../domain/priceTable.ts';
import type { MergeFieldKey } from './mergeFields.ts';
import type {
  BlockNode,
  ColumnNode,
  DocumentRoot,
  InlineNode,
  ListItemNode,
  SectionNode,
  TableCellNode,
  TableHeaderNode,
  TableRowNode,
} from './nodes.ts';

/** Every kind of node that stands below the root. */
export type DocumentNode =
  | BlockNode
  | ListItemNode
  | TableRowNode
  | TableCellNode
  | TableHeaderNode
  | ColumnNode
  | InlineNode;
export type DocumentNodeType = DocumentNode['type'];
/**
 * A visitor; answering `'skip'` leaves the node's children out. `parents` run from the outermost in and hold for this
 * call only: the walk goes on with the same list.
 */
export type Visit = (node: DocumentNode, parents: readonly DocumentNode[]) => unknown;

/** Children of a node in document order; empty for leaves. */
export function childrenOf(node: DocumentNode): readonly DocumentNode[] {
  // One look for the property instead of two: nodes of twenty shapes come here.
  return (node as { readonly content?: readonly DocumentNode[] }).content ?? [];
}

function walkNodes(nodes: readonly DocumentNode[], parents: DocumentNode[], visit: Visit): void {
  // Counted by hand: `for … of` makes an object for every step until the function is hot, and a first export feels it.
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined || visit(node, parents) === 'skip') continue;
    const children = childrenOf(node);
    if (children.length === 0) continue;
    parents.push(node);
    walkNodes(children, parents, visit);
    parents.pop();
  }
}

/** Visits every node below the root, depth first, in document order, inline nodes too. */
export function walk(root: Pick<DocumentRoot, 'content'>, visit: Visit): void {
  walkNodes(root.content, [], visit);
}

const inlineTypes = new Set<DocumentNodeType>(['text', 'hardBreak', 'mergeField', 'footnote']);

/** All nodes of one type in document order. */
export function findAll<T extends DocumentNodeType>(
  root: Pick<DocumentRoot, 'content'>,
  type: T,
): Extract<DocumentNode, { type: T }>[] {
  const found: Extract<DocumentNode, { type: T }>[] = [];
  const isInline = inlineTypes.has(type);
  walk(root, (node) => {
    // The tag was compared, which TypeScript does not carry over to a generic tag.
    if (node.type === type) found.push(node as Extract<DocumentNode, { type: T }>);
    // No block stands inside a line of text: most of a document need not be looked into.
    return !isInline && (node.type === 'paragraph' || node.type === 'heading') ? 'skip' : undefined;
  });
  return found;
}

/** The first node of a type, or null. */
export function findFirst<T extends DocumentNodeType>(
  root: Pick<DocumentRoot, 'content'>,
  type: T,
): Extract<DocumentNode, { type: T }> | null {
  return findAll(root, type)[0] ?? null;
}

/** The price table that the totals of the proposal come from: the first one, or null. */
export function priceTableOf(root: Pick<DocumentRoot, 'content'>): PriceTable | null {
  return findFirst(root, 'priceTable')?.attrs.table ?? null;
}

/** The sections of the outline: those that stand directly in the document. */
export function sectionsOf(root: Pick<DocumentRoot, 'content'>): SectionNode[] {
  return root.content.filter((node) => node.type === 'section');
}

/** Keys of the merge fields in the document, each once, in the order of their first use. */
export function usedFields(root: Pick<DocumentRoot, 'content'>): MergeFieldKey[] {
  return [...new Set(findAll(root, 'mergeField').map((node) => node.attrs.key))];
}

/** Texts of the footnotes in the order of their numbers. */
export function footnoteTexts(root: Pick<DocumentRoot, 'content'>): string[] {
  return findAll(root, 'footnote').map(({ attrs }) => attrs.text);
}

/** The first half of a character that the text ends with. */
const openHalf = /[\uD800-\uDBFF]$/;

/** The plain text of inline content; a line break is `\n`, a footnote nothing, a merge field is what `fieldText` gives for it. */
export function inlineText(
  content: readonly InlineNode[] | undefined,
  fieldText: (key: MergeFieldKey) => string,
): string {
  let text = '';
  let isApart = false;
  for (const node of content ?? []) {
    isApart ||= node.type !== 'text';
    const piece =
      node.type === 'text'
        ? node.text
        : node.type === 'hardBreak'
          ? '\n'
          : node.type === 'footnote'
            ? ''
            : fieldText(node.attrs.key);
    if (piece === '') continue;
    // Two halves of a character make one in a file only where nothing stands between them.
    text = (isApart ? text.replace(openHalf, '') : text) + piece;
    isApart = false;
  }
  return text;
}
