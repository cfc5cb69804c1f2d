import type { ReactNodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { paymentScheduleView, priceTableView } from '../../../shared/document/blockViews.ts';
import { PaymentScheduleNode, PriceTableNode } from '../../../shared/document/nodes.ts';
import { priceTableOf } from '../../../shared/document/walk.ts';
import { priceTotals } from '../../../shared/domain/priceTotals.ts';
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
  const span = view.columns.length - 1;
  return (
    <BlockFrame label={t('blocks.priceTable')}>
      <table className="k-table k-price">
        <colgroup>
          {view.columns.map((column) => (
            <col key={column.key} className={`k-price-${column.key}`} width={`${column.widthPercent}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {view.columns.map((column) => (
              <th key={column.key} data-align={column.align}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row, index) => {
            // Rows have no identity of their own here: the view is rebuilt whole whenever the table changes.
            const key = `${row.kind}-${index}`;
            if (row.kind === 'group')
              return (
                <tr key={key} className="k-price-group">
                  <td colSpan={span}>{row.title}</td>
                  <td data-align="right">{row.total}</td>
                </tr>
              );
            if (row.kind === 'item')
              return (
                <tr key={key}>
                  {row.cells.map((cell, at) => (
                    <td key={view.columns[at]?.key ?? at} data-align={view.columns[at]?.align}>
                      {cell}
                      {view.columns[at]?.key === 'title' && row.note !== '' ? <small>{row.note}</small> : null}
                    </td>
                  ))}
                </tr>
              );
            return (
              <tr key={key} className={`k-price-${row.kind}`}>
                <td colSpan={span}>{row.label}</td>
                <td data-align="right">{row.amount}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="k-in-words">{view.inWords}</p>
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
      <table className="k-table k-payments">
        <thead>
          <tr>
            {view.columns.map((column) => (
              <th key={column.key} data-align={column.align}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row, index) => {
            const cells = row.kind === 'item' ? row.cells : [row.label, '', row.share, row.amount];
            return (
              <tr key={`${row.kind}-${index}`} className={row.kind === 'grand' ? 'k-price-grand' : undefined}>
                {cells.map((cell, at) => (
                  <td key={view.columns[at]?.key ?? at} data-align={view.columns[at]?.align}>
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </BlockFrame>
  );
}
