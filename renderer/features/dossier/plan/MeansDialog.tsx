import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanMeans } from '../../../../shared/domain/accountPlan.ts';
import { ColleagueId } from '../../../../shared/domain/ids.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { AmountField } from '../../../ui/AmountField.tsx';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { KnownMultiSelect } from '../../../ui/KnownMultiSelect.tsx';
import type { PlanDesk } from './planEdit.ts';
import { quietly } from './planEdit.ts';

/** The means of a plan in one form. */
export function MeansDialog({ desk, onClose }: { readonly desk: PlanDesk; readonly onClose: () => void }) {
  const { t } = useTranslation('plan');
  const words = useFieldWords();
  const colleagues = useDesk('company.get', {}).data?.company.colleagues ?? [];
  const [means, setMeans] = useState<PlanMeans>(desk.view.plan.means);
  const change = (part: Partial<PlanMeans>) => setMeans((before) => ({ ...before, ...part }));
  const print = (amountMinor: number) => words.number(amountMinor / 100, amountMinor % 100 === 0 ? 0 : 2);
  const positive = (amountMinor: number | null) => (amountMinor === null ? null : Math.abs(amountMinor));
  return (
    <FormDialog
      cancel={t('cancel')}
      onClose={onClose}
      onSubmit={() => quietly(desk.change((plan) => ({ ...plan, means })).then(onClose))}
      opened
      size={620}
      submit={t('save')}
      title={t('means.dialog')}
    >
      <FieldGrid columns={3}>
        <AmountField
          format={print}
          label={t('means.budget')}
          onChange={(value) => change({ budgetMinor: positive(value) })}
          value={means.budgetMinor}
          wrong={t('means.wrong')}
        />
        <AmountField
          format={print}
          label={t('means.spentLabel')}
          onChange={(value) => change({ spentMinor: positive(value) })}
          value={means.spentMinor}
          wrong={t('means.wrong')}
        />
        <Select
          allowDeselect={false}
          data={Currency.options}
          label={t('means.currency')}
          onChange={(value) => change({ currency: Currency.parse(value) })}
          value={means.currency}
        />
      </FieldGrid>
      <KnownMultiSelect
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        label={t('means.people')}
        onChange={(ids) => change({ colleagueIds: ids.map((id) => ColleagueId.parse(id)) })}
        value={means.colleagueIds}
      />
      <Textarea
        autosize
        description={t('means.materialsAsk')}
        label={t('means.materials')}
        maxLength={2000}
        minRows={2}
        onChange={(event) => change({ materials: event.currentTarget.value })}
        value={means.materials}
      />
      <Textarea
        autosize
        description={t('means.privilegesAsk')}
        label={t('means.privileges')}
        maxLength={2000}
        minRows={2}
        onChange={(event) => change({ privileges: event.currentTarget.value })}
        value={means.privileges}
      />
    </FormDialog>
  );
}
