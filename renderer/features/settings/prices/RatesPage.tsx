import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { CurrencyRate } from '../../../../shared/domain/currencyRate.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { type DatedVatRate, russianVatLaw } from '../../../../shared/domain/vatRates.ts';
import { invalidate, queryClient, useDesk, useDeskAction } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyDone, notifyUndo } from '../../../ui/notifyUndo.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { SettingsGroup } from '../SettingsGroup.tsx';
import classes from './prices.module.css';
import { RateField } from './RateField.tsx';

const foreign = Currency.exclude(['RUB']);
type Rates = { readonly vat: DatedVatRate[]; readonly currencies: CurrencyRate[] };

/** Dated rates of VAT and of currencies; every change is saved as it is made. */
export function RatesPage() {
  const { t } = useTranslation(['price', 'domain', 'common']);
  const words = useFieldWords();
  const answer = useDesk('rates.get', {});
  const save = useDeskAction('rates.save', {
    success: () => {
      void invalidate(
        'rates.get',
        'proposals.get',
        'accounts.list',
        'accounts.overview',
        'accounts.dependence',
      );
    },
  });
  const [adding, setAdding] = useState<CurrencyRate['currency'] | null>(null);
  const rates = answer.data;
  if (answer.error !== null)
    return (
      <ErrorState
        {...errorWords(answer.error)}
        action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
      />
    );
  if (rates === undefined) return <RowsSkeleton height={40} rows={8} />;
  const put = (next: Rates) => {
    queryClient.setQueryData(['rates.get', {}], next);
    save.mutate(next);
  };
  const setVat = (at: number, part: Partial<DatedVatRate>) =>
    put({ ...rates, vat: rates.vat.map((rate, index) => (index === at ? { ...rate, ...part } : rate)) });
  const setCurrency = (at: number, part: Partial<CurrencyRate>) =>
    put({
      ...rates,
      currencies: rates.currencies.map((rate, index) => (index === at ? { ...rate, ...part } : rate)),
    });
  const without = (next: Rates) => {
    put(next);
    notifyUndo(t('price:rates.removed'), () => put(rates));
  };
  return (
    <>
      <SettingsGroup
        action={
          <Button
            onClick={() => {
              put({ ...rates, vat: [...russianVatLaw] });
              notifyDone(t('price:rates.lawDone'));
            }}
            variant="subtle"
          >
            {t('price:rates.law')}
          </Button>
        }
        text={t('price:rates.vatText')}
        title={t('price:rates.vatTitle')}
      >
        <div className={classes.rates}>
          <div aria-hidden="true" className={`${classes.rate} ${classes.caption}`}>
            <span>{t('price:rates.kindLabel')}</span>
            <span>{t('price:rates.rate')}</span>
            <span>{t('price:rates.from')}</span>
            <span>{t('price:rates.until')}</span>
          </div>
          {rates.vat.map((rate, at) => (
            <div className={classes.rate} key={`${rate.kind}-${rate.rate}-${rate.from}`}>
              <Select
                allowDeselect={false}
                aria-label={t('price:rates.kindLabel')}
                data={(['standard', 'special'] as const).map((value) => ({
                  value,
                  label: t(`price:rates.kind.${value}`),
                }))}
                onChange={(value) => setVat(at, { kind: value === 'standard' ? 'standard' : 'special' })}
                value={rate.kind}
              />
              <RateField
                label={t('price:rates.rate')}
                max={99}
                onChange={(value) => setVat(at, { rate: value })}
                scale={1}
                value={rate.rate}
              />
              <DayField
                clearable={false}
                hideLabel
                label={t('price:rates.from')}
                onChange={(value) => {
                  const day = CalendarDate.safeParse(value);
                  if (!day.success) return;
                  if (rate.until !== null && day.data > rate.until) notifyDone(t('price:rates.reversed'));
                  else setVat(at, { from: day.data });
                }}
                value={rate.from}
              />
              <DayField
                hideLabel
                label={t('price:rates.until')}
                onChange={(value) => {
                  const day = CalendarDate.nullable().safeParse(value);
                  if (!day.success) return;
                  if (day.data !== null && day.data < rate.from) notifyDone(t('price:rates.reversed'));
                  else setVat(at, { until: day.data });
                }}
                value={rate.until}
              />
              <ActionIcon
                aria-label={t('price:rates.remove', { rate: rate.rate })}
                disabled={rates.vat.length === 1}
                onClick={() => without({ ...rates, vat: rates.vat.filter((_rate, index) => index !== at) })}
              >
                <IconX size={16} stroke={1.5} />
              </ActionIcon>
            </div>
          ))}
          <div>
            <Button
              leftSection={<IconPlus size={16} stroke={1.5} />}
              onClick={() =>
                put({
                  ...rates,
                  vat: [...rates.vat, { kind: 'special', rate: 1, from: words.today, until: null }],
                })
              }
            >
              {t('price:rates.add')}
            </Button>
          </div>
        </div>
      </SettingsGroup>
      <SettingsGroup text={t('price:rates.currencyText')} title={t('price:rates.currencyTitle')}>
        <div className={classes.rates}>
          {rates.currencies.length === 0 ? (
            <p className={classes.quiet}>{t('price:rates.currencyEmpty')}</p>
          ) : null}
          {rates.currencies.map((rate, at) => (
            <div className={`${classes.rate} ${classes.currency}`} key={`${rate.currency}-${rate.on}`}>
              <TextInput
                aria-label={t('price:item.currency')}
                readOnly
                value={t(`domain:currency.${rate.currency}`)}
              />
              <RateField
                label={t('price:rates.rub')}
                max={1e10}
                onChange={(rubE4) => setCurrency(at, { rubE4: Math.max(1, rubE4) })}
                scale={10_000}
                value={rate.rubE4}
              />
              <DayField
                clearable={false}
                hideLabel
                label={t('price:rates.from')}
                onChange={(value) => {
                  const day = CalendarDate.safeParse(value);
                  if (day.success) setCurrency(at, { on: day.data });
                }}
                value={rate.on}
              />
              <ActionIcon
                aria-label={t('price:rates.removeRate', { currency: t(`domain:currency.${rate.currency}`) })}
                onClick={() =>
                  without({
                    ...rates,
                    currencies: rates.currencies.filter((_rate, index) => index !== at),
                  })
                }
              >
                <IconX size={16} stroke={1.5} />
              </ActionIcon>
            </div>
          ))}
          <div className={`${classes.rate} ${classes.currency}`}>
            <Select
              aria-label={t('price:rates.addCurrency')}
              data={foreign.options.map((value) => ({ value, label: t(`domain:currency.${value}`) }))}
              onChange={(value) => setAdding(foreign.nullable().catch(null).parse(value))}
              placeholder={t('price:rates.addCurrency')}
              value={adding}
            />
            {adding === null ? null : (
              <RateField
                key={adding}
                label={t('price:rates.rub')}
                max={1e10}
                onChange={(rubE4) => {
                  // A rate of another day is a row of its own; one of the same day replaces it.
                  const others = rates.currencies.filter(
                    (rate) => rate.currency !== adding || rate.on !== words.today,
                  );
                  if (rubE4 === 0) return;
                  put({ ...rates, currencies: [{ currency: adding, rubE4, on: words.today }, ...others] });
                  setAdding(null);
                }}
                scale={10_000}
                value={null}
              />
            )}
          </div>
        </div>
      </SettingsGroup>
    </>
  );
}
