import { paybackView, paymentScheduleView } from './blockViews.ts';
import type { Paper } from './documentText.ts';
import { documentText, paperTotal } from './documentText.ts';
import type { BlockNode, DocumentRoot } from './nodes.ts';
import { replaceBlocks } from './replaceBlocks.ts';

/**
 * The paragraphs by which two editions are compared: what is printed, without price tables, which are compared by
 * their lines; a payment and a line of
 * the payback are one paragraph each, for a cell alone says nothing: «30 %» of what.
 */
export function comparedText(root: DocumentRoot, paper: Paper): string[] {
  const total = paperTotal(root);
  const withPayments = replaceBlocks(root, 'paymentSchedule', ({ attrs }) => {
    const currency = total?.currency ?? 'RUB';
    const view = paymentScheduleView(attrs.stages, total?.amountMinor ?? null, currency, paper.language);
    return view.rows.flatMap((row): BlockNode[] => {
      const cells = row.kind === 'item' ? row.cells : [row.label, row.share, row.amount];
      const text = cells.filter((cell) => cell.trim() !== '').join(' · ');
      return text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }];
    });
  });
  const withPayback = replaceBlocks(withPayments, 'payback', ({ attrs }) => {
    const view = paybackView(
      attrs.plan,
      total?.amountMinor ?? null,
      total?.currency ?? 'RUB',
      paper.language,
    );
    return [...view.rows.map(({ cells }) => cells.join(' · ')), view.summary].flatMap((text): BlockNode[] =>
      text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    );
  });
  return documentText(
    // A table of contents would name every changed heading a second time.
    replaceBlocks(
      replaceBlocks(withPayback, 'priceTable', () => []),
      'tableOfContents',
      () => [],
    ),
    paper,
  );
}
