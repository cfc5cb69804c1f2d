import { Checkbox, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../../shared/domain/formatMoney.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { inCurrency } from '../../../../shared/domain/listPrice.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import type { PriceTable } from '../../../../shared/domain/priceTable.ts';
import type { PriceTotals } from '../../../../shared/domain/priceTotals.ts';
import { InspectorSection } from '../../../ui/Page.tsx';
import classes from '../Inspector.module.css';
import { NumberField } from '../NumberField.tsx';
import { GivesField } from './GivesField.tsx';
import marks from './price.module.css';

const hasPrices = (table: PriceTable): boolean => table.items.some(({ priceMinor }) => priceMinor > 0);

/** What holds for the whole table: currency, how VAT stands, the discount on the total, and what it comes to. */
export function TablePart({
  table,
  priced,
  totals,
  language,
  onChange,
  onWanted,
}: {
  readonly table: PriceTable;
  /** The table with every rate that is known on the day. */
  readonly priced: PriceTable;
  readonly totals: PriceTotals;
  readonly language: Language;
  readonly onChange: (table: PriceTable) => void;
  /** Told of a currency that no rate leads to; null = none is wanted. */
  readonly onWanted: (currency: Currency | null) => void;
}) {
  const { t } = useTranslation(['proposals', 'price', 'domain']);
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: table.currency }, language);
  const discountBp = table.totalDiscountBp ?? 0;
  const gives = table.totalGives ?? [];
  const hasGives = gives.length > 0 || table.items.some((item) => (item.gives ?? []).length > 0);
  const takeCurrency = (currency: Currency) => {
    // Without prices there is nothing to convert.
    const next = hasPrices(table) ? inCurrency(priced, currency) : { ...table, currency };
    onWanted(next === null ? currency : null);
    if (next !== null) onChange(next);
  };
  return (
    <InspectorSection>
      <div className={marks.terms}>
        <Select
          label={t('price.currency')}
          allowDeselect={false}
          data={Currency.options.map((value) => ({ value, label: t(`domain:currency.${value}`) }))}
          value={table.currency}
          onChange={(value) => {
            const currency = Currency.safeParse(value);
            if (currency.success) takeCurrency(currency.data);
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
          onChange={(value) => onChange({ ...table, vatMode: value === 'included' ? 'included' : 'onTop' })}
        />
      </div>
      <NumberField
        label={t('price:table.totalDiscount')}
        language={language}
        max={10_000}
        onChange={(bp) => {
          if (bp === discountBp) return;
          const { totalDiscountBp: _before, ...rest } = table;
          onChange(bp === 0 ? rest : { ...rest, totalDiscountBp: bp });
        }}
        scale={100}
        value={discountBp}
      />
      {discountBp > 0 || gives.length > 0 ? (
        <GivesField
          gives={gives}
          label={t('price:gives.totalTitle')}
          onChange={(totalGives) => onChange({ ...table, totalGives })}
        />
      ) : null}
      {hasGives ? (
        <Checkbox
          checked={table.printGives === true}
          label={t('price:gives.print')}
          onChange={(event) => {
            const { printGives: _before, ...rest } = table;
            onChange(event.currentTarget.checked ? { ...rest, printGives: true } : rest);
          }}
        />
      ) : null}
      {totals.isTooLarge ? (
        <p className={marks.bad} role="alert">
          {t('price:table.large')}
        </p>
      ) : (
        <dl className={classes.totals}>
          {discountBp > 0 ? (
            <>
              <div>
                <dt>{t('price:table.before')}</dt>
                <dd>{money(totals.baseMinor)}</dd>
              </div>
              <div>
                <dt>{t('price:table.discount')}</dt>
                <dd>{money(-totals.discountMinor)}</dd>
              </div>
            </>
          ) : null}
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
      )}
    </InspectorSection>
  );
}
