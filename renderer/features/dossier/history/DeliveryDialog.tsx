import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeliveryDraft } from '../../../../shared/domain/delivery.ts';
import type { Delivery } from '../../../../shared/domain/delivery.ts';
import { earliestDelivery, latestDelivery } from '../../../../shared/domain/dossierImport.ts';
import { currencySymbol, formatAmount } from '../../../../shared/domain/formatMoney.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { accountReads } from '../accountEdit.ts';
import { useClientCurrency } from '../clientCurrency.ts';
import classes from './HistoryTab.module.css';

/** Writes down a delivery, or changes one. `delivery` null = a new one. */
export function DeliveryDialog({
  accountId,
  delivery,
  onClose,
}: {
  readonly accountId: AccountId;
  readonly delivery: Delivery | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const { today, language } = useFieldWords();
  const [deliveredOn, setDeliveredOn] = useState<string | null>(delivery?.deliveredOn ?? today);
  const [subject, setSubject] = useState(delivery?.subject ?? '');
  const [direction, setDirection] = useState(delivery?.direction ?? '');
  const [revenueMinor, setRevenue] = useState<number | null>(delivery?.revenueMinor ?? null);
  const [profitMinor, setProfit] = useState<number | null>(delivery?.profitMinor ?? null);
  const usual = useClientCurrency(accountId);
  const [chosen, setCurrency] = useState<Currency | null>(delivery?.currency ?? null);
  const currency = chosen ?? usual;
  const [paper, setPaper] = useState(delivery?.document ?? '');
  const [tried, setTried] = useState(false);
  const options = { invalidates: ['deliveries.list', ...accountReads] as const, success: onClose };
  const create = useDeskAction('deliveries.create', options);
  const save = useDeskAction('deliveries.save', options);
  const busy = create.isPending || save.isPending;

  // The bounds that an import keeps to: beyond them is a slip in the year, and it would make a silent client look well.
  const dayProblem =
    deliveredOn === null
      ? t('event.dayRequired')
      : deliveredOn < earliestDelivery
        ? t('delivery.dayTooEarly')
        : deliveredOn > latestDelivery(today)
          ? t('delivery.dayTooLate')
          : null;

  const submit = () => {
    setTried(true);
    if (subject.trim() === '' || deliveredOn === null || dayProblem !== null || busy) return;
    const draft = DeliveryDraft.parse({
      accountId,
      deliveredOn,
      direction: direction.trim(),
      subject,
      revenueMinor: revenueMinor ?? 0,
      profitMinor: profitMinor ?? 0,
      currency,
      document: paper.trim(),
    });
    if (delivery === null) create.mutate({ draft });
    else save.mutate({ id: delivery.id, draft });
  };
  const format = (amount: number) => formatAmount(amount, language);
  const suffix = currencySymbol(currency, language);

  return (
    <FormDialog
      busy={busy}
      cancel={t('delivery.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={delivery === null ? t('delivery.submit') : t('delivery.save')}
      title={delivery === null ? t('delivery.titleNew') : t('delivery.titleEdit')}
    >
      <div className={classes.titleRow}>
        <TextInput
          data-autofocus
          error={tried && subject.trim() === '' ? t('delivery.subjectRequired') : undefined}
          label={t('delivery.subject')}
          maxLength={500}
          onChange={(change) => setSubject(change.currentTarget.value)}
          value={subject}
          withAsterisk
        />
        <DayField
          clearable={false}
          error={tried ? dayProblem : undefined}
          label={t('delivery.deliveredOn')}
          onChange={setDeliveredOn}
          required
          value={deliveredOn}
        />
      </div>
      <FieldGrid>
        <TextInput
          label={t('delivery.direction')}
          maxLength={200}
          onChange={(change) => setDirection(change.currentTarget.value)}
          placeholder={t('delivery.directionHint')}
          value={direction}
        />
        <TextInput
          label={t('delivery.document')}
          maxLength={200}
          onChange={(change) => setPaper(change.currentTarget.value)}
          placeholder={t('delivery.documentHint')}
          value={paper}
        />
      </FieldGrid>
      <FieldGrid columns={3}>
        <AmountField
          format={format}
          label={t('delivery.revenue')}
          onChange={setRevenue}
          signed
          suffix={suffix}
          value={revenueMinor}
        />
        <AmountField
          format={format}
          label={t('delivery.profit')}
          onChange={setProfit}
          signed
          suffix={suffix}
          value={profitMinor}
        />
        <Select
          data={Currency.options.map((value) => ({ value, label: t(`domain:currency.${value}`) }))}
          label={t('delivery.currency')}
          onChange={(value) => setCurrency(Currency.parse(value))}
          value={currency}
        />
      </FieldGrid>
    </FormDialog>
  );
}
