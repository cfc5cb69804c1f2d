import type { BlockNode } from '../../../shared/document/nodes.ts';
import { walk } from '../../../shared/document/walk.ts';

/** Whether anything of a content would be seen on paper: a word, a field, a picture, a block of ours. */
export function hasWords(content: readonly BlockNode[]): boolean {
  let found = false;
  walk({ content: [...content] }, (node) => {
    if (node.type === 'text') found ||= node.text.trim() !== '';
    else if (!('content' in node) && node.type !== 'hardBreak' && node.type !== 'paragraph') found = true;
  });
  return found;
}
