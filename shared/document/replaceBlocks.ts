import type { BlockNode, DocumentRoot } from './nodes.ts';
import type { DocumentNode } from './walk.ts';
import { childrenOf } from './walk.ts';

/**
 * A copy of the document in which blocks of one type are replaced, wherever they stand: in sections, arguments,
 * columns. What `replace` answers stands in the block's place; an empty list takes it out.
 */
export function replaceBlocks<Type extends BlockNode['type']>(
  root: DocumentRoot,
  type: Type,
  replace: (block: Extract<BlockNode, { type: Type }>) => readonly BlockNode[],
): DocumentRoot {
  const inside = (nodes: readonly DocumentNode[]): DocumentNode[] =>
    nodes.flatMap((node): readonly DocumentNode[] => {
      // The tag was compared, which TypeScript does not carry over to a generic tag.
      if (node.type === type) return replace(node as Extract<BlockNode, { type: Type }>);
      const children = childrenOf(node);
      if (children.length === 0) return [node];
      // The same kinds of children as before: a block is only ever replaced by blocks.
      return [{ ...node, content: inside(children) } as DocumentNode];
    });
  // As above: what stands in the root are blocks.
  return { ...root, content: inside(root.content) as BlockNode[] };
}
