import type {
  BlockNode,
  BulletListNode,
  DocumentRoot,
  ListItemNode,
  OrderedListNode,
} from '../../../shared/document/nodes.ts';
import { placedHeadings } from '../../../shared/document/headings.ts';
import { bulletMark, deepestLevel } from './numbering.ts';

/** A mark that Word draws before a paragraph, with what the paragraph is. */
export type NumberedBlock = { readonly mark: string; readonly block: BlockNode | null };

function markedChild(item: ListItemNode): BlockNode | null {
  const [first] = item.content;
  return first?.type === 'paragraph' || first?.type === 'heading' ? first : null;
}

/**
 * The marks of headings and list items in document order, counted from the document alone (GLOSSARY: нумерация
 * заголовков; lists nested in a numbered item count on: «1.», «1.1.»). `block` null = the item begins with no text.
 */
export function expectedNumbers(root: DocumentRoot, numbered: boolean): NumberedBlock[] {
  const found: NumberedBlock[] = [];
  const numberOf = new Map<unknown, string>();
  for (const { node, number } of placedHeadings(root, numbered).headings) numberOf.set(node, number);

  const list = (node: BulletListNode | OrderedListNode, depth: number, prefix: string): void => {
    // Below Word's last level a list cannot share the counters of the one it is in.
    const before = depth <= deepestLevel ? prefix : '';
    node.content.forEach((item, at) => {
      const mark =
        node.type === 'bulletList'
          ? bulletMark(Math.min(depth, deepestLevel))
          : `${before}${node.attrs.start + at}.`;
      const child = markedChild(item);
      found.push({ mark, block: child });
      let mayCountOn = node.type === 'orderedList';
      for (const inner of child === null ? item.content : item.content.slice(1)) {
        if (inner.type !== 'bulletList' && inner.type !== 'orderedList') {
          blocks([inner]);
          continue;
        }
        const countsOn = mayCountOn && inner.type === 'orderedList' && inner.attrs.start === 1;
        if (inner.type === 'orderedList') mayCountOn = false;
        list(inner, depth + 1, countsOn ? mark : '');
      }
    });
  };

  const blocks = (nodes: readonly BlockNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'bulletList' || node.type === 'orderedList') list(node, 0, '');
      else if (node.type === 'heading') {
        const mark = numberOf.get(node) ?? '';
        if (mark !== '') found.push({ mark, block: node });
      } else if (node.type === 'table') {
        for (const row of node.content) for (const cell of row.content) blocks(cell.content);
      } else if (node.type === 'columns') {
        for (const column of node.content) blocks(column.content);
      } else if (
        node.type === 'blockquote' ||
        node.type === 'callout' ||
        node.type === 'argument' ||
        node.type === 'section'
      ) {
        blocks(node.content);
      }
    }
  };
  blocks(root.content);
  return found;
}
