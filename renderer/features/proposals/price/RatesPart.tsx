import { ActionIcon, Checkbox, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { rubParts, type TableRate } from '../../../../shared/domain/currencyRate.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { currenciesWithoutRate, foreignCurrencies, withRates } from '../../../../shared/domain/listPrice.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import type { PriceTable } from '../../../../shared/domain/priceTable.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { InspectorSection } from '../../../ui/Page.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { NumberField } from '../NumberField.tsx';
import classes from './price.module.css';

const foreign = Currency.exclude(['RUB']);

/** Rates that this table's prices are converted by; shown once a price of another currency is in it. */
export function RatesPart({
  table,
  wanted,
  day,
  language,
  onChange,
}: {
  readonly table: PriceTable;
  /** A currency somebody chose for the table and that could not be converted to. */
  readonly wanted: Currency | null;
  readonly day: CalendarDate;
  readonly language: Language;
  readonly onChange: (table: PriceTable) => void;
}) {
  const { t } = useTranslation(['price', 'domain']);
  const words = useFieldWords();
  const [adding, setAdding] = useState<TableRate['currency'] | null>(null);
  const rates = table.rates ?? [];
  if (foreignCurrencies(table).length === 0 && rates.length === 0 && wanted === null) return null;
  const named = (currency: Currency) => t(`domain:currency.${currency}`);
  const missing = new Set<Currency>(currenciesWithoutRate(table));
  for (const currency of wanted === null ? [] : [wanted, table.currency])
    if (currency !== 'RUB' && rates.every((rate) => rate.currency !== currency)) missing.add(currency);
  const put = (next: readonly TableRate[]) => onChange(withRates(table, next));
  const set = (currency: Currency, part: Partial<TableRate>) =>
    put(rates.map((rate) => (rate.currency === currency ? { ...rate, ...part } : rate)));
  return (
    <InspectorSection>
      <SectionTitle level="caption">{t('price:table.rates')}</SectionTitle>
      <p className={classes.note}>{t('price:table.ratesText')}</p>
      {missing.size === 0 ? null : (
        <p className={classes.bad} role="alert">
          {t('price:table.noRate', { count: missing.size, currency: [...missing].map(named).join('; ') })}
        </p>
      )}
      {rates.map((rate) => (
        <div className={classes.rate} key={rate.currency}>
          <span>
            {named(rate.currency)}{' '}
            <span className={classes.mark}>{t('price:table.rateOn', { day: words.day(rate.on) })}</span>
          </span>
          <NumberField
            label={t('price:rates.rub')}
            language={language}
            max={1e10}
            onChange={(rubE4) => {
              if (rubE4 > 0) set(rate.currency, { rubE4, on: day });
            }}
            scale={rubParts}
            value={rate.rubE4}
          />
          <ActionIcon
            aria-label={t('price:table.removeRate', { currency: named(rate.currency) })}
            onClick={() => put(rates.filter(({ currency }) => currency !== rate.currency))}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
          <Checkbox
            checked={rate.agreed}
            label={t('price:table.agreed')}
            onChange={(event) => set(rate.currency, { agreed: event.currentTarget.checked })}
          />
        </div>
      ))}
      <Select
        aria-label={t('price:table.addRate')}
        data={foreign.options
          .filter((currency) => rates.every((rate) => rate.currency !== currency))
          .map((value) => ({ value, label: named(value) }))}
        onChange={(value) => setAdding(foreign.nullable().catch(null).parse(value))}
        placeholder={t('price:table.addRate')}
        value={adding}
      />
      {adding === null ? null : (
        <NumberField
          key={adding}
          label={t('price:rates.rub')}
          language={language}
          max={1e10}
          onChange={(rubE4) => {
            if (rubE4 === 0) return;
            put([...rates, { currency: adding, rubE4, on: day, agreed: false }]);
            setAdding(null);
          }}
          scale={rubParts}
          value={0}
        />
      )}
    </InspectorSection>
  );
}
