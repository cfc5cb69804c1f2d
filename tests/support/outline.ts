import type { DocumentRoot } from '../../shared/document/nodes.ts';
import { childrenOf, type DocumentNode } from '../../shared/document/walk.ts';

/** What a value of an attribute is when nobody asked for anything. */
const usual: Readonly<Record<string, unknown>> = { colspan: 1, rowspan: 1, start: 1, indent: 0 };

function attributesOf(node: { readonly attrs?: object | undefined }): string {
  const kept = Object.entries(node.attrs ?? {})
    .filter(([name, value]) => value !== null && value !== undefined && value !== usual[name])
    .map(([name, value]) => {
      const text =
        typeof value === 'string' ? value.replace(/;base64,.*/, ';base64,…') : JSON.stringify(value);
      return `${name}=${text}`;
    });
  return kept.length === 0 ? '' : ` (${kept.join(' ')})`;
}

function inlineOf(node: DocumentNode): string {
  switch (node.type) {
    case 'hardBreak':
      return '⏎';
    case 'mergeField':
      return `{${node.attrs.key}}`;
    case 'text': {
      const marks = (node.marks ?? [])
        .map((mark) => `${mark.type}${attributesOf('attrs' in mark ? mark : {})}`)
        .sort();
      const text = node.text.replaceAll('\u00a0', '°');
      return marks.length === 0 ? text : `[${marks.join(' ')}: ${text}]`;
    }
    default:
      return '';
  }
}

function linesOf(node: DocumentNode, depth: number): string[] {
  const head = `${'  '.repeat(depth)}${node.type}${attributesOf('attrs' in node ? node : {})}`;
  if (node.type === 'paragraph' || node.type === 'heading')
    return [`${head} | ${childrenOf(node).map(inlineOf).join('')}`.trimEnd()];
  return [head, ...childrenOf(node).flatMap((child) => linesOf(child, depth + 1))];
}

/**
 * A document as lines that can be read and compared: a line a block, text behind «|», marks in brackets, no-break
 * spaces as «°», line breaks as «⏎», pictures by their kind.
 */
export function outlineOf(root: DocumentRoot): string {
  return `${root.content.flatMap((block) => linesOf(block, 0)).join('\n')}\n`;
}
