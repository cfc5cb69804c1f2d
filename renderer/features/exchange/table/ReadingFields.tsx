import { Checkbox, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DossierImportPlan } from '../../../../shared/domain/dossierImport.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { vatRatesOn } from '../../../../shared/domain/vatRates.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { FieldGrid } from '../../../ui/FieldRow.tsx';

const dayOrders = ['auto', 'dayFirst', 'monthFirst'] as const;
const missingChoices = ['create', 'leave'] as const;

/** How what stands in the columns is meant where a table does not say: currency, VAT, order of dates, missing clients. */
export function ReadingFields({
  plan,
  onPlan,
}: {
  readonly plan: DossierImportPlan;
  readonly onPlan: (change: Partial<DossierImportPlan>) => void;
}) {
  const { t } = useTranslation(['tables', 'domain']);
  const { today } = useFieldWords();
  const law = useDesk('rates.get', {}).data?.vat;
  const rates = new Set<DossierImportPlan['vat']>([
    0,
    'ofDay',
    ...vatRatesOn(today, law).filter((rate) => typeof rate === 'number'),
    plan.vat,
  ]);
  const vatWords = (rate: DossierImportPlan['vat']): string => {
    if (rate === 0) return t('tables:columns.vatNone');
    return rate === 'ofDay' ? t('tables:columns.vatOfDay') : t('tables:columns.vatWith', { rate });
  };
  const namesClients = plan.kind !== 'accounts' && plan.accountId === null;
  const hasDays = plan.kind !== 'accounts';
  return (
    <FieldGrid columns={4}>
      {plan.kind === 'deliveries' ? (
        <>
          <Select
            allowDeselect={false}
            data={Currency.options.map((value) => ({ value, label: t(`domain:currency.${value}`) }))}
            label={t('tables:columns.currency')}
            onChange={(value) => onPlan({ currency: Currency.catch(plan.currency).parse(value) })}
            value={plan.currency}
          />
          <Select
            allowDeselect={false}
            data={[...rates].map((rate) => ({ value: String(rate), label: vatWords(rate) }))}
            label={t('tables:columns.vat')}
            onChange={(value) => onPlan({ vat: value === 'ofDay' ? value : Number(value) })}
            value={String(plan.vat)}
          />
        </>
      ) : null}
      {hasDays ? (
        <Select
          allowDeselect={false}
          data={dayOrders.map((value) => ({ value, label: t(`tables:columns.dayOrders.${value}`) }))}
          label={t('tables:columns.dayOrder')}
          onChange={(value) => onPlan({ dayOrder: dayOrders.find((one) => one === value) ?? 'auto' })}
          value={plan.dayOrder}
        />
      ) : null}
      {namesClients ? (
        <Select
          allowDeselect={false}
          data={missingChoices.map((value) => ({
            value,
            label: t(`tables:columns.missingChoices.${value}`),
          }))}
          label={t('tables:columns.missing')}
          onChange={(value) =>
            onPlan({ missingClients: missingChoices.find((one) => one === value) ?? 'leave' })
          }
          value={plan.missingClients}
        />
      ) : null}
      {plan.kind === 'deliveries' ? null : (
        <Checkbox
          checked={plan.overwrite}
          description={t('tables:columns.overwriteHint')}
          label={t('tables:columns.overwrite')}
          onChange={(event) => onPlan({ overwrite: event.currentTarget.checked })}
        />
      )}
    </FieldGrid>
  );
}
