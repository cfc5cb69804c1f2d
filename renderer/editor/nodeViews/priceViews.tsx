import type { ReactNodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { paymentScheduleView, priceTableView } from '../../../shared/document/blockViews.ts';
import { PaymentScheduleNode, PriceTableNode } from '../../../shared/document/nodes.ts';
import { priceTableOf } from '../../../shared/document/walk.ts';
import { priceTotals } from '../../../shared/domain/priceTotals.ts';
import { PaymentSchedulePaper, PriceTablePaper } from '../paper/pricePaper.tsx';
import { useProposalSession } from '../session.ts';
import { BlockFrame, Hole } from './Frame.tsx';

/** The price table as it is printed; it is edited in the inspector, where its sums are computed as well. */
export function PriceTableView({ node }: ReactNodeViewProps) {
  const { t } = useTranslation('editor');
  const language = useProposalSession((session) => session.proposal?.language) ?? 'ru';
  const attrs = PriceTableNode.shape.attrs.safeParse(node.attrs);
  if (!attrs.success || attrs.data.table.items.length === 0)
    return (
      <BlockFrame label={t('blocks.priceTable')}>
        <Hole>{t('holes.priceTable')}</Hole>
      </BlockFrame>
    );
  const view = priceTableView(attrs.data.table, language);
  return (
    <BlockFrame label={t('blocks.priceTable')}>
      <PriceTablePaper view={view} />
    </BlockFrame>
  );
}

/** Payment schedule; the sums follow the price table's total. */
export function PaymentScheduleView({ node }: ReactNodeViewProps) {
  const { t } = useTranslation('editor');
  const language = useProposalSession((session) => session.proposal?.language) ?? 'ru';
  const root = useProposalSession((session) => session.root);
  const table = root ? priceTableOf(root) : null;
  const attrs = PaymentScheduleNode.shape.attrs.safeParse(node.attrs);
  if (!attrs.success || attrs.data.stages.length === 0)
    return (
      <BlockFrame label={t('blocks.paymentSchedule')}>
        <Hole>{t('holes.paymentSchedule')}</Hole>
      </BlockFrame>
    );
  const view = paymentScheduleView(
    attrs.data.stages,
    table ? priceTotals(table).grossMinor : null,
    table?.currency ?? 'RUB',
    language,
  );
  return (
    <BlockFrame label={t('blocks.paymentSchedule')}>
      <PaymentSchedulePaper view={view} />
    </BlockFrame>
  );
}
