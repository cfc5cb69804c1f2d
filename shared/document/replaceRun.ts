import type { BlockNode, DocumentRoot } from './nodes.ts';
import { childrenOf, type DocumentNode } from './walk.ts';

/**
 * A copy of the document in which `count` blocks side by side are replaced; `path` leads to the first of them: which
 * child on each level, the outermost first. A path that leads nowhere changes nothing; what is emptied around the run
 * keeps an empty paragraph.
 */
export function replaceRun(
  root: DocumentRoot,
  path: readonly number[],
  count: number,
  replace: (run: readonly BlockNode[]) => readonly BlockNode[],
): DocumentRoot {
  const inside = (nodes: readonly DocumentNode[], [at, ...deeper]: readonly number[]): DocumentNode[] =>
    nodes.flatMap((node, index): readonly DocumentNode[] => {
      if (at === undefined || index < at || index >= at + (deeper.length === 0 ? count : 1)) return [node];
      // The same kinds of children as before: a block is only ever replaced by blocks.
      if (deeper.length > 0) {
        const content = inside(childrenOf(node), deeper);
        return [
          { ...node, content: content.length === 0 ? [{ type: 'paragraph' }] : content } as DocumentNode,
        ];
      }
      // Tables and what was printed with them stand where blocks do.
      return index === at ? replace(nodes.slice(at, at + count) as readonly BlockNode[]) : [];
    });
  // As above: what stands in the root are blocks.
  return { ...root, content: inside(root.content, path) as BlockNode[] };
}
