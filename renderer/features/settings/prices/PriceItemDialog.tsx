import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { formatAmount } from '../../../../shared/domain/formatMoney.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { floorPrice, PriceListDraft, type PriceListItem } from '../../../../shared/domain/priceListItem.ts';
import { VatMode, vatRateOf } from '../../../../shared/domain/vat.ts';
import { vatRatesOn } from '../../../../shared/domain/vatRates.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useVatRateWords } from '../../../app/vatRateWords.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useCompany } from '../useCompany.ts';

const dayOf = (value: string | null): CalendarDate | null => CalendarDate.nullable().catch(null).parse(value);

/** An item of the price list; a new one starts from how our company counts VAT. */
export function PriceItemDialog({
  item,
  onClose,
}: {
  readonly item: PriceListItem | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['price', 'common', 'domain']);
  const words = useFieldWords();
  const rateWords = useVatRateWords();
  const { company } = useCompany();
  const law = useDesk('rates.get', {}).data?.vat;
  const [draft, setDraft] = useState<PriceListDraft>(() =>
    item === null
      ? {
          article: '',
          name: '',
          group: '',
          unit: '',
          priceMinor: 0,
          currency: 'RUB',
          vatRate: company?.vatRate ?? 'none',
          vatMode: company?.vatMode ?? 'included',
          floorMinor: null,
          costMinor: null,
          floorMarginBp: null,
          validFrom: null,
          validUntil: null,
        }
      : PriceListDraft.parse(item),
  );
  const [hasPrice, setHasPrice] = useState(item !== null);
  const [tried, setTried] = useState(false);
  const done = { invalidates: ['prices.search'] as const, success: onClose };
  const create = useDeskAction('prices.create', done);
  const save = useDeskAction('prices.save', done);
  const change = (part: Partial<PriceListDraft>) => setDraft((before) => ({ ...before, ...part }));
  const reversed =
    draft.validFrom !== null && draft.validUntil !== null && draft.validUntil < draft.validFrom;
  const submit = () => {
    setTried(true);
    if (draft.name.trim() === '' || !hasPrice || reversed) return;
    const trimmed = { ...draft, name: draft.name.trim(), article: draft.article.trim() };
    if (item === null) create.mutate({ draft: trimmed });
    else save.mutate({ id: item.id, baseRevision: item.revision, draft: trimmed });
  };
  const text = (key: 'article' | 'name' | 'group' | 'unit', maxLength: number) => ({
    maxLength,
    value: draft[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change({ [key]: event.currentTarget.value }),
  });
  const format = (amount: number) => formatAmount(amount, words.language);
  const rates = [...new Set([...vatRatesOn(words.today, law), draft.vatRate])];
  const computed = draft.floorMinor === null ? floorPrice(draft) : null;
  return (
    <FormDialog
      busy={create.isPending || save.isPending}
      cancel={t('common:cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={640}
      submit={t('common:save')}
      title={t(item === null ? 'price:item.newTitle' : 'price:item.editTitle')}
    >
      <TextInput
        data-autofocus
        error={tried && draft.name.trim() === '' ? t('price:item.missing') : undefined}
        label={t('price:list.name')}
        {...text('name', 500)}
      />
      <FieldGrid columns={3}>
        <TextInput label={t('price:list.article')} {...text('article', 80)} />
        <TextInput label={t('price:item.group')} {...text('group', 200)} />
        <TextInput label={t('price:item.unit')} {...text('unit', 40)} />
        <AmountField
          format={format}
          label={t('price:list.price')}
          onChange={(amount) => {
            setHasPrice(amount !== null && amount >= 0);
            change({ priceMinor: Math.max(0, amount ?? 0) });
          }}
          required
          value={hasPrice ? draft.priceMinor : null}
          {...(tried && !hasPrice ? { description: t('price:item.noPrice') } : {})}
        />
        <Select
          data={Currency.options.map((value) => ({ value, label: t(`domain:currency.${value}`) }))}
          label={t('price:item.currency')}
          onChange={(value) => change({ currency: Currency.catch(draft.currency).parse(value) })}
          value={draft.currency}
        />
        <Select
          data={rates.map((rate) => ({ value: String(rate), label: rateWords(rate) }))}
          label={t('price:item.vatRate')}
          onChange={(value) => change({ vatRate: vatRateOf(value) ?? draft.vatRate })}
          value={String(draft.vatRate)}
        />
        <Select
          data={VatMode.options.map((value) => ({ value, label: t(`domain:vatMode.${value}`) }))}
          label={t('price:item.vatMode')}
          onChange={(value) => change({ vatMode: VatMode.catch(draft.vatMode).parse(value) })}
          value={draft.vatMode}
        />
        <DayField
          label={t('price:item.validFrom')}
          onChange={(value) => change({ validFrom: dayOf(value) })}
          value={draft.validFrom}
        />
        <DayField
          error={reversed ? t('price:item.reversed') : undefined}
          label={t('price:item.validUntil')}
          onChange={(value) => change({ validUntil: dayOf(value) })}
          value={draft.validUntil}
        />
        <AmountField
          format={format}
          label={t('price:item.floor')}
          onChange={(amount) => change({ floorMinor: amount === null ? null : Math.max(0, amount) })}
          value={draft.floorMinor}
        />
        <AmountField
          format={format}
          label={t('price:item.cost')}
          onChange={(amount) => change({ costMinor: amount === null ? null : Math.max(0, amount) })}
          value={draft.costMinor}
        />
        <AmountField
          format={format}
          label={t('price:item.margin')}
          onChange={(bp) => change({ floorMarginBp: bp === null ? null : Math.min(9999, Math.max(0, bp)) })}
          value={draft.floorMarginBp}
        />
      </FieldGrid>
      <p style={{ fontSize: 13, color: 'var(--k-text2)' }}>
        {computed === null
          ? t('price:item.floorHint')
          : t('price:item.computed', { floor: words.money(computed, draft.currency) })}
      </p>
    </FormDialog>
  );
}
