import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconChevronRight,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../../shared/domain/formatMoney.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { PriceItem, PriceTable } from '../../../shared/domain/priceTable.ts';
import { type UnderFloor } from '../../../shared/domain/priceFloor.ts';
import type { LineStanding } from '../../../shared/domain/priceTotals.ts';
import { type VatRate, vatRateOf } from '../../../shared/domain/vat.ts';
import { useVatRateWords } from '../../app/vatRateWords.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { LineTerms } from './price/LineTerms.tsx';
import marks from './price/price.module.css';
import { NumberField } from './NumberField.tsx';
import classes from './Inspector.module.css';

/** One line of the price table: folded to its name and sum, opened to its fields. */
export function PriceItemForm({
  item,
  language,
  table,
  rates,
  standing,
  under,
  gross,
  open,
  onToggle,
  onChange,
  onTable,
  onRemove,
  onMove,
}: {
  readonly item: PriceItem;
  readonly language: Language;
  readonly table: PriceTable;
  /** Rates that hold on the day of the proposal. */
  readonly rates: readonly VatRate[];
  readonly standing: LineStanding;
  /** What the line is under its floor by; null = it is not. */
  readonly under: UnderFloor | null;
  /** The line's sum with VAT, printed. */
  readonly gross: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (item: PriceItem) => void;
  /** Changes that touch other lines too. */
  readonly onTable: (table: PriceTable) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
}) {
  const { t } = useTranslation(['proposals', 'price', 'domain', 'common']);
  const rateWords = useVatRateWords();
  const set = (change: Partial<PriceItem>) => onChange({ ...item, ...change });
  return (
    <li className={classes.priceItem} data-open={open || undefined}>
      <button type="button" className={classes.priceHead} aria-expanded={open} onClick={onToggle}>
        <IconChevronRight size={14} stroke={1.5} aria-hidden="true" />
        <span>
          {item.title === '' ? t('price.untitled') : item.title}
          {standing === 'counted' ? null : (
            <span className={marks.mark}> · {t(`price:line.${standing}`)}</span>
          )}
          {under === null ? null : (
            <IconAlertTriangle
              aria-label={t('price:line.belowFloor')}
              className={marks.warn}
              size={14}
              stroke={1.5}
            />
          )}
        </span>
        <b>{gross}</b>
      </button>
      {open ? (
        <div className={classes.priceFields}>
          <Textarea
            label={t('price.title')}
            data-page-undo
            // A line that has just come waits for its name.
            autoFocus={item.title === ''}
            autosize
            minRows={1}
            value={item.title}
            onChange={(event) => set({ title: event.currentTarget.value.slice(0, 500) })}
          />
          <Textarea
            label={t('price.note')}
            data-page-undo
            autosize
            minRows={1}
            value={item.note}
            onChange={(event) => set({ note: event.currentTarget.value.slice(0, 1000) })}
          />
          <TextInput
            label={t('price.group')}
            data-page-undo
            value={item.group}
            onChange={(event) => set({ group: event.currentTarget.value.slice(0, 200) })}
          />
          <div className={classes.pair}>
            <NumberField
              label={t('price.quantity')}
              value={item.quantityMilli}
              scale={1000}
              max={1e12}
              language={language}
              onChange={(quantityMilli) => set({ quantityMilli })}
            />
            <TextInput
              label={t('price.unit')}
              data-page-undo
              value={item.unit}
              onChange={(event) => set({ unit: event.currentTarget.value.slice(0, 40) })}
            />
          </div>
          <AmountField
            label={t('price.price')}
            value={item.priceMinor}
            format={(amount) => formatAmount(amount, language)}
            wrong={t('price.notNumber')}
            belowZero={t('price.negative')}
            onChange={(amount) => {
              const priceMinor = amount ?? 0;
              if (priceMinor === item.priceMinor) return;
              // A price typed by hand is the table's own: no rate converts it any more.
              const { foreign: _foreign, ...rest } = item;
              onChange({ ...rest, priceMinor });
            }}
          />
          <div className={classes.pair}>
            <NumberField
              label={t('price.discount')}
              value={item.discountBp}
              scale={100}
              max={10_000}
              language={language}
              onChange={(discountBp) => set({ discountBp })}
            />
            <Select
              label={t('price.vatRate')}
              allowDeselect={false}
              data={[...new Set([...rates, item.vatRate])].map((value) => ({
                value: String(value),
                label: rateWords(value),
              }))}
              value={String(item.vatRate)}
              onChange={(value) => {
                const vatRate = vatRateOf(value);
                if (vatRate !== null) set({ vatRate });
              }}
            />
          </div>
          <LineTerms
            item={item}
            language={language}
            onChange={onChange}
            onTable={onTable}
            standing={standing}
            table={table}
            under={under}
          />
          <div className={classes.priceTools}>
            <ActionIcon aria-label={t('price.up')} onClick={() => onMove(-1)}>
              <IconArrowUp size={16} stroke={1.5} />
            </ActionIcon>
            <ActionIcon aria-label={t('price.down')} onClick={() => onMove(1)}>
              <IconArrowDown size={16} stroke={1.5} />
            </ActionIcon>
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconTrash size={15} stroke={1.5} />}
              onClick={onRemove}
            >
              {t('price.remove')}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}
