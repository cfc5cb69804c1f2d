import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findFirst } from '../../../shared/document/walk.ts';
import { formatMoney } from '../../../shared/domain/formatMoney.ts';
import { Currency } from '../../../shared/domain/money.ts';
import type { PaymentStage, PriceItem, PriceTable } from '../../../shared/domain/priceTable.ts';
import { priceTotals } from '../../../shared/domain/priceTotals.ts';
import { setBlockAttribute } from '../../editor/sections.ts';
import { useProposalSession } from '../../editor/session.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { PaymentStages } from './PaymentStages.tsx';
import { PriceItemForm } from './PriceItemForm.tsx';
import classes from './Inspector.module.css';

function newItem(table: PriceTable, vatRate: PriceItem['vatRate']): PriceItem {
  return {
    id: crypto.randomUUID(),
    group: table.items.at(-1)?.group ?? '',
    title: '',
    note: '',
    unit: '',
    quantityMilli: 1000,
    priceMinor: 0,
    discountBp: 0,
    vatRate,
  };
}

/** «Цена»: the lines of the price table, how VAT stands in them, totals at once; below it the payment schedule. */
export function PriceTab() {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  const root = useProposalSession((session) => session.root);
  const proposal = useProposalSession((session) => session.proposal);
  const company = useProposalSession((session) => session.context?.company);
  const [openId, setOpenId] = useState<string | null>(null);
  const table = useMemo(() => (root ? (findFirst(root, 'priceTable')?.attrs.table ?? null) : null), [root]);
  const stages = useMemo(
    () => (root ? (findFirst(root, 'paymentSchedule')?.attrs.stages ?? null) : null),
    [root],
  );
  if (!editor || !proposal || !company) return null;

  const change = (next: PriceTable) => setBlockAttribute(editor, 'priceTable', 'table', next);
  const changeStages = (next: readonly PaymentStage[]) =>
    setBlockAttribute(editor, 'paymentSchedule', 'stages', next);
  const insertTable = () =>
    editor
      .chain()
      .focus()
      .insertContent({
        type: 'priceTable',
        attrs: { table: { currency: 'RUB', vatMode: company.vatMode, items: [] } satisfies PriceTable },
      })
      .run();

  if (!table)
    return (
      <EmptyState
        title={t('price.none')}
        calm
        action={<Button onClick={insertTable}>{t('price.insert')}</Button>}
      >
        {t('price.noneText')}
      </EmptyState>
    );

  const totals = priceTotals(table);
  const money = (amountMinor: number) =>
    formatMoney({ amountMinor, currency: table.currency }, proposal.language);
  const add = () => {
    const item = newItem(table, company.vatRate);
    change({ ...table, items: [...table.items, item] });
    setOpenId(item.id);
  };

  return (
    <>
      <InspectorSection>
        <div className={classes.pair}>
          <Select
            label={t('price.currency')}
            allowDeselect={false}
            data={Currency.options.map((value) => ({ value, label: t(`domain:currency.${value}`) }))}
            value={table.currency}
            onChange={(value) => {
              const currency = Currency.safeParse(value);
              if (currency.success) change({ ...table, currency: currency.data });
            }}
          />
          <Select
            label={t('price.vatMode')}
            allowDeselect={false}
            data={(['included', 'onTop'] as const).map((value) => ({
              value,
              label: t(`domain:vatMode.${value}`),
            }))}
            value={table.vatMode}
            onChange={(value) => change({ ...table, vatMode: value === 'included' ? 'included' : 'onTop' })}
          />
        </div>
        <dl className={classes.totals}>
          <div>
            <dt>{t('price.net')}</dt>
            <dd>{money(totals.netMinor)}</dd>
          </div>
          <div>
            <dt>{t('price.vat')}</dt>
            <dd>{money(totals.vatMinor)}</dd>
          </div>
          <div data-grand>
            <dt>{t('price.gross')}</dt>
            <dd>{money(totals.grossMinor)}</dd>
          </div>
        </dl>
      </InspectorSection>
      <InspectorSection>
        <SectionTitle level="caption" count={table.items.length}>
          {t('price.items')}
        </SectionTitle>
        <ul className={classes.items}>
          {table.items.map((item, index) => (
            <PriceItemForm
              key={item.id}
              item={item}
              language={proposal.language}
              gross={money(totals.lines.find((line) => line.id === item.id)?.grossMinor ?? 0)}
              open={openId === item.id}
              onToggle={() => setOpenId(openId === item.id ? null : item.id)}
              onChange={(next) =>
                change({ ...table, items: table.items.map((other) => (other.id === item.id ? next : other)) })
              }
              onRemove={() =>
                change({ ...table, items: table.items.filter((other) => other.id !== item.id) })
              }
              onMove={(by) => {
                const items = [...table.items];
                const [moved] = items.splice(index, 1);
                if (moved) items.splice(Math.max(0, index + by), 0, moved);
                change({ ...table, items });
              }}
            />
          ))}
        </ul>
        <Button variant="default" fullWidth leftSection={<IconPlus size={16} stroke={1.5} />} onClick={add}>
          {t('price.add')}
        </Button>
      </InspectorSection>
      {stages ? <PaymentStages stages={stages} onChange={changeStages} /> : null}
    </>
  );
}
