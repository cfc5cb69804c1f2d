import type { DocumentRoot } from '../../shared/document/nodes.ts';
import { walk } from '../../shared/document/walk.ts';

/** All words of a document, a paragraph a line, no-break spaces as plain ones. */
export function documentPlainText(root: DocumentRoot): string {
  const lines: string[] = [];
  walk(root, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading') lines.push('');
    if (node.type === 'text') lines.push(`${lines.pop() ?? ''}${node.text}`);
  });
  return lines.join('\n').replaceAll('\u00A0', ' ');
}
