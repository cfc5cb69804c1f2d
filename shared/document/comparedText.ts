import { documentText, paperTotal } from './documentText.ts';
import type { Paper } from './documentText.ts';
import type { BlockNode, DocumentRoot } from './nodes.ts';
import { paymentScheduleView } from './blockViews.ts';

function comparedBlock(node: BlockNode, root: DocumentRoot, paper: Paper): BlockNode[] {
  switch (node.type) {
    // Compared by its lines, not by its text.
    case 'priceTable':
      return [];
    // A cell alone says nothing: «30 %» of what.
    case 'paymentSchedule': {
      const total = paperTotal(root);
      const { rows } = paymentScheduleView(
        node.attrs.stages,
        total?.amountMinor ?? null,
        total?.currency ?? 'RUB',
        paper.language,
      );
      return rows.flatMap((row): BlockNode[] => {
        const cells = row.kind === 'item' ? row.cells : [row.label, row.share, row.amount];
        const text = cells.filter((cell) => cell.trim() !== '').join(' · ');
        return text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }];
      });
    }
    case 'section':
      return [{ ...node, content: comparedBlocks(node.content, root, paper) }];
    case 'argument':
      return [{ ...node, content: comparedBlocks(node.content, root, paper) }];
    default:
      return [node];
  }
}

const comparedBlocks = (nodes: readonly BlockNode[], root: DocumentRoot, paper: Paper): BlockNode[] =>
  nodes.flatMap((node) => comparedBlock(node, root, paper));

/**
 * The paragraphs by which two editions are compared: what is printed, without price tables, which are compared by
 * their lines; a payment is one paragraph.
 */
export function comparedText(root: DocumentRoot, paper: Paper): string[] {
  return documentText({ ...root, content: comparedBlocks(root.content, root, paper) }, paper);
}
