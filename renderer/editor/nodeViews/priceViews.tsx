import type { ReactNodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { paybackView, paymentScheduleView, priceTableView } from '../../../shared/document/blockViews.ts';
import { paperTotal } from '../../../shared/document/documentText.ts';
import { PaybackNode, PaymentScheduleNode, PriceTableNode } from '../../../shared/document/nodes.ts';
import { PaybackPaper, PaymentSchedulePaper, PriceTablePaper } from '../paper/pricePaper.tsx';
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
  const total = root ? paperTotal(root) : null;
  const attrs = PaymentScheduleNode.shape.attrs.safeParse(node.attrs);
  if (!attrs.success || attrs.data.stages.length === 0)
    return (
      <BlockFrame label={t('blocks.paymentSchedule')}>
        <Hole>{t('holes.paymentSchedule')}</Hole>
      </BlockFrame>
    );
  const view = paymentScheduleView(
    attrs.data.stages,
    total?.amountMinor ?? null,
    total?.currency ?? 'RUB',
    language,
  );
  return (
    <BlockFrame label={t('blocks.paymentSchedule')}>
      <PaymentSchedulePaper view={view} />
    </BlockFrame>
  );
}

/** Ownership cost and payback; the purchase follows the price table's total unless it is typed. */
export function PaybackBlockView({ node }: ReactNodeViewProps) {
  const { t } = useTranslation('editor');
  const language = useProposalSession((session) => session.proposal?.language) ?? 'ru';
  const root = useProposalSession((session) => session.root);
  const total = root ? paperTotal(root) : null;
  const attrs = PaybackNode.shape.attrs.safeParse(node.attrs);
  if (!attrs.success || attrs.data.plan.costs.length === 0)
    return (
      <BlockFrame label={t('blocks.payback')}>
        <Hole>{t('holes.payback')}</Hole>
      </BlockFrame>
    );
  return (
    <BlockFrame label={t('blocks.payback')}>
      <PaybackPaper
        view={paybackView(attrs.data.plan, total?.amountMinor ?? null, total?.currency ?? 'RUB', language)}
      />
    </BlockFrame>
  );
}
