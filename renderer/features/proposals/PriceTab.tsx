import { Button } from '@mantine/core';
import { IconChartLine, IconListSearch, IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findFirst } from '../../../shared/document/walk.ts';
import { paperTotal } from '../../../shared/document/documentText.ts';
import { formatMoney } from '../../../shared/domain/formatMoney.ts';
import { largestAmountMinor } from '../../../shared/domain/money.ts';
import { inCurrency } from '../../../shared/domain/listPrice.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import type { PaybackPlan } from '../../../shared/domain/payback.ts';
import { underFloor } from '../../../shared/domain/priceFloor.ts';
import {
  newPriceTable,
  type PaymentStage,
  type PriceItem,
  type PriceTable,
} from '../../../shared/domain/priceTable.ts';
import { priceTotals } from '../../../shared/domain/priceTotals.ts';
import { vatRatesOn } from '../../../shared/domain/vatRates.ts';
import { useDesk } from '../../app/desk.ts';
import { insertBlock, placeForPayback } from '../../editor/insertBlock.ts';
import { setBlockAttribute } from '../../editor/sections.ts';
import { proposalSession, useProposalSession } from '../../editor/session.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { PaymentStages } from './PaymentStages.tsx';
import { PaybackPart } from './price/PaybackPart.tsx';
import { PricePicker } from './price/PricePicker.tsx';
import { RatesPart } from './price/RatesPart.tsx';
import { TablePart } from './price/TablePart.tsx';
import { ratesOfDay, vaultRatesOn, withUsedRates } from './price/tableRates.ts';
import { PriceItemForm } from './PriceItemForm.tsx';
import { useFocusAfterRemoval } from './useFocusAfterRemoval.ts';
import marks from './price/price.module.css';
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

/** «Цена»: the price table with its terms, lines and rates; below it the payment schedule and the payback. */
export function PriceTab() {
  const { t } = useTranslation(['proposals', 'price', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  const root = useProposalSession((session) => session.root);
  const proposal = useProposalSession((session) => session.proposal);
  const context = useProposalSession((session) => session.context);
  const vaultRates = useDesk('rates.get', {}).data?.currencies;
  const [openId, setOpenId] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const [wanted, setWanted] = useState<Currency | null>(null);
  const lines = useRef<HTMLUListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const table = useMemo(() => (root ? (findFirst(root, 'priceTable')?.attrs.table ?? null) : null), [root]);
  const noteRemoved = useFocusAfterRemoval(table, () => {
    const heads = [...(lines.current?.children ?? [])].map((line) => line.querySelector('button'));
    return heads.length > 0 ? heads : [addButton.current];
  });
  const stages = useMemo(
    () => (root ? (findFirst(root, 'paymentSchedule')?.attrs.stages ?? null) : null),
    [root],
  );
  const plan = useMemo(() => (root ? (findFirst(root, 'payback')?.attrs.plan ?? null) : null), [root]);
  if (!editor || !proposal || !context || !root) return null;
  const { company, vatLaw } = context;

  const change = (next: PriceTable) => setBlockAttribute(editor, 'priceTable', 'table', withUsedRates(next));
  const changeStages = (next: readonly PaymentStage[]) =>
    setBlockAttribute(editor, 'paymentSchedule', 'stages', next);
  const changePlan = (next: PaybackPlan) => setBlockAttribute(editor, 'payback', 'plan', next);
  const insertTable = () =>
    editor
      .chain()
      .focus()
      .insertContent({
        type: 'priceTable',
        attrs: { table: newPriceTable(context) },
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

  const { language, documentDate } = proposal;
  const totals = priceTotals(table);
  const under = new Map(underFloor(table).map((found) => [found.itemId, found]));
  const dayRates = vaultRatesOn(vaultRates ?? [], documentDate);
  const lineVat = vatRatesOn(documentDate, vatLaw);
  const lineSum = (amountMinor: number) =>
    amountMinor > largestAmountMinor ? '—' : formatMoney({ amountMinor, currency: table.currency }, language);
  const add = () => {
    const item = newItem(table, company.vatRate);
    change({ ...table, items: [...table.items, item] });
    setOpenId(item.id);
  };
  const remove = (item: PriceItem) => {
    change({ ...table, items: table.items.filter((other) => other.id !== item.id) });
    const at = table.items.indexOf(item);
    noteRemoved(at);
    notifyUndo(t('price.removed'), () => {
      // The table may have changed meanwhile: the line comes back into what stands there now.
      const now = proposalSession.getState().root;
      const current = now ? findFirst(now, 'priceTable')?.attrs.table : undefined;
      if (current === undefined || current.items.some(({ id }) => id === item.id)) return;
      change({ ...current, items: current.items.toSpliced(at, 0, item) });
    });
  };

  return (
    <>
      <TablePart
        language={language}
        onChange={change}
        onWanted={setWanted}
        priced={ratesOfDay(table, dayRates)}
        table={table}
        totals={totals}
      />
      <RatesPart
        day={documentDate}
        language={language}
        onChange={(next) => {
          // The rate that a chosen currency was waiting for: the table goes over to it at once.
          const over = wanted === null ? null : inCurrency(next, wanted);
          if (over !== null) setWanted(null);
          setBlockAttribute(editor, 'priceTable', 'table', over ?? next);
        }}
        table={table}
        wanted={wanted}
      />
      <InspectorSection>
        <SectionTitle level="caption" count={table.items.length}>
          {t('price.items')}
        </SectionTitle>
        <ul className={classes.items} ref={lines}>
          {table.items.map((item, index) => (
            <PriceItemForm
              key={item.id}
              item={item}
              table={table}
              rates={lineVat}
              standing={totals.lines[index]?.standing ?? 'counted'}
              under={under.get(item.id) ?? null}
              language={language}
              gross={lineSum(totals.lines[index]?.grossMinor ?? 0)}
              open={openId === item.id}
              onToggle={() => setOpenId(openId === item.id ? null : item.id)}
              onChange={(next) =>
                change({ ...table, items: table.items.map((other) => (other.id === item.id ? next : other)) })
              }
              onTable={change}
              onRemove={() => remove(item)}
              onMove={(by) => {
                const items = [...table.items];
                const [moved] = items.splice(index, 1);
                if (moved) items.splice(Math.max(0, index + by), 0, moved);
                change({ ...table, items });
              }}
            />
          ))}
        </ul>
        <div className={marks.buttons}>
          <Button
            variant="default"
            fullWidth
            leftSection={<IconListSearch size={16} stroke={1.5} />}
            onClick={() => setPicking(true)}
          >
            {t('price:pick.open')}
          </Button>
          <Button
            variant="default"
            fullWidth
            leftSection={<IconPlus size={16} stroke={1.5} />}
            onClick={add}
            ref={addButton}
          >
            {t('price.add')}
          </Button>
        </div>
      </InspectorSection>
      {stages ? <PaymentStages stages={stages} onChange={changeStages} /> : null}
      {plan ? (
        <PaybackPart
          language={language}
          onChange={changePlan}
          plan={plan}
          totalMinor={paperTotal(root)?.amountMinor ?? null}
        />
      ) : (
        <InspectorSection>
          <Button
            fullWidth
            leftSection={<IconChartLine size={16} stroke={1.5} />}
            onClick={() =>
              insertBlock(
                editor,
                { type: 'payback', attrs: { plan: { purchaseMinor: null, years: 5, costs: [] } } },
                placeForPayback(editor.state.doc),
              )
            }
            variant="default"
          >
            {t('price:payback.insert')}
          </Button>
        </InspectorSection>
      )}
      {picking ? (
        <PricePicker
          onAdd={(lines, priced) => change({ ...priced, items: [...table.items, ...lines] })}
          onClose={() => setPicking(false)}
          rates={dayRates}
          table={table}
        />
      ) : null}
    </>
  );
}
