import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Currency } from '../../../../shared/domain/money.ts';
import { type PriceImportPlan, priceImportFields } from '../../../../shared/domain/priceImport.ts';
import type { OpenTable } from '../../../../shared/domain/tableImport.ts';
import { VatMode, vatRateOf } from '../../../../shared/domain/vat.ts';
import { vatRatesOn } from '../../../../shared/domain/vatRates.ts';
import { call, invalidate, notifyError, useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useVatRateWords } from '../../../app/vatRateWords.ts';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { notifyDone, notifyUndo } from '../../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { TableSample } from '../../../ui/TableSample.tsx';
import { useCompany } from '../useCompany.ts';
import { ImportPreview } from './ImportPreview.tsx';

const noMapping = Object.fromEntries(priceImportFields.map((field) => [field, null]));

/** Every field of the price list with its column; what the vault answered holds no others. */
const mappingOf = (table: OpenTable): PriceImportPlan['mapping'] =>
  // fromEntries forgets that the keys are the fields.
  ({ ...noMapping, ...table.mapping }) as PriceImportPlan['mapping'];

/** Import of a price file: which column is what, what would happen, then all of it at once. */
export function PriceImportDialog({
  opened,
  onClose,
}: {
  readonly opened: OpenTable;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['price', 'domain', 'common']);
  const { today } = useFieldWords();
  const rateWords = useVatRateWords();
  const { company } = useCompany();
  const law = useDesk('rates.get', {}).data?.vat;
  const [table, setTable] = useState(opened);
  const [plan, setPlan] = useState<PriceImportPlan>(() => ({
    importId: opened.importId,
    sheet: opened.sheet,
    mapping: mappingOf(opened),
    currency: 'RUB',
    vatRate: company?.vatRate ?? 'none',
    vatMode: company?.vatMode ?? 'included',
  }));
  const ready = plan.mapping.name !== null && plan.mapping.price !== null;
  const preview = useDesk('prices.previewImport', plan, {
    enabled: ready,
    keepPrevious: true,
    staleTimeMs: 0,
  });
  const report = ready ? preview.data : undefined;
  const run = useDeskAction('prices.import', {
    invalidates: ['prices.search'],
    success: ({ batchId, report: { counts } }) => {
      onClose();
      if (batchId === null) {
        notifyDone(t('price:import.nothing'));
        return;
      }
      const said = t('price:import.done', {
        added: counts.new,
        changed: counts.changed,
        skipped: counts.skipped,
      });
      notifyUndo(said, () => {
        call('prices.undoImport', { batchId }).then(() => invalidate('prices.search'), notifyError);
      });
    },
  });
  const change = (part: Partial<PriceImportPlan>) => setPlan((before) => ({ ...before, ...part }));
  const chooseSheet = async (sheet: number) => {
    try {
      const next = await call('prices.tableSheet', { importId: plan.importId, sheet });
      setTable(next);
      change({ sheet, mapping: mappingOf(next) });
    } catch (thrown) {
      notifyError(thrown);
    }
  };
  const columns = table.titles.map((title, at) => ({
    value: String(at),
    label: title === '' ? t('price:import.column', { number: at + 1 }) : title,
  }));
  const rates = [...new Set([...vatRatesOn(today, law), plan.vatRate])];
  return (
    <FormDialog
      busy={run.isPending}
      cancel={t('price:import.cancel')}
      note={ready ? (table.remembered ? t('price:import.remembered') : null) : t('price:import.needed')}
      onClose={onClose}
      onSubmit={() => {
        if (ready) run.mutate(plan);
      }}
      opened
      size={900}
      submit={t('price:import.submit')}
      title={`${t('price:import.title')}: ${table.fileName}`}
    >
      {table.sheets.length > 1 ? (
        <Select
          allowDeselect={false}
          data={table.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
          label={t('price:import.sheet')}
          onChange={(value) => void chooseSheet(Number(value))}
          value={String(plan.sheet)}
        />
      ) : null}
      <SectionTitle level="caption">{t('price:import.columns')}</SectionTitle>
      <FieldGrid columns={4}>
        {priceImportFields.map((field) => (
          <Select
            clearable
            data={columns}
            key={field}
            label={t(`price:import.fields.${field}`)}
            onChange={(value) =>
              change({ mapping: { ...plan.mapping, [field]: value === null ? null : Number(value) } })
            }
            placeholder={t('price:import.none')}
            value={plan.mapping[field] === null ? null : String(plan.mapping[field])}
          />
        ))}
      </FieldGrid>
      <SectionTitle level="caption">{t('price:import.otherwise')}</SectionTitle>
      <FieldGrid columns={3}>
        <Select
          allowDeselect={false}
          data={Currency.options.map((value) => ({ value, label: t(`domain:currency.${value}`) }))}
          label={t('price:item.currency')}
          onChange={(value) => change({ currency: Currency.catch(plan.currency).parse(value) })}
          value={plan.currency}
        />
        <Select
          allowDeselect={false}
          data={rates.map((rate) => ({ value: String(rate), label: rateWords(rate) }))}
          label={t('price:item.vatRate')}
          onChange={(value) => change({ vatRate: vatRateOf(value) ?? plan.vatRate })}
          value={String(plan.vatRate)}
        />
        <Select
          allowDeselect={false}
          data={VatMode.options.map((value) => ({ value, label: t(`domain:vatMode.${value}`) }))}
          label={t('price:item.vatMode')}
          onChange={(value) => change({ vatMode: VatMode.catch(plan.vatMode).parse(value) })}
          value={plan.vatMode}
        />
      </FieldGrid>
      <SectionTitle level="caption">{t('price:import.sample')}</SectionTitle>
      <TableSample columns={columns} rows={table.sample} />
      {report === undefined ? null : <ImportPreview report={report} />}
    </FormDialog>
  );
}
