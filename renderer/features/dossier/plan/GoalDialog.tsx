import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanGoal } from '../../../../shared/domain/accountPlan.ts';
import { PlanGauge, planGauges } from '../../../../shared/domain/accountPlan.ts';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { PlanDesk } from './planEdit.ts';
import { quietly } from './planEdit.ts';

const emptyGoal = {
  title: '',
  measure: '',
  unit: '',
  gauge: 'manual',
  from: null,
  target: null,
  current: null,
  by: null,
  outcome: 'open',
  tasks: [],
} as const;

/** What we want of the relation and how we shall see it. `goal` null = a new one. */
export function GoalDialog({
  desk,
  goal,
  onClose,
}: {
  readonly desk: PlanDesk;
  readonly goal: PlanGoal | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('plan');
  const { language } = useFieldWords();
  const [draft, setDraft] = useState<Omit<PlanGoal, 'id'>>(goal ?? { ...emptyGoal, tasks: [] });
  const [tried, setTried] = useState(false);
  const missing = draft.title.trim() === '';
  const change = (part: Partial<PlanGoal>) => setDraft((before) => ({ ...before, ...part }));
  const submit = () => {
    setTried(true);
    if (missing) return;
    const made = { ...draft, title: draft.title.trim(), id: goal?.id ?? crypto.randomUUID() };
    quietly(
      desk
        .change((plan) => ({
          ...plan,
          goals:
            goal === null
              ? [...plan.goals, made]
              : // Tasks may have been ticked while the form was open.
                plan.goals.map((one) => (one.id === made.id ? { ...made, tasks: one.tasks } : one)),
        }))
        .then(onClose),
    );
  };
  const figure = (key: 'from' | 'target' | 'current') => (
    <NumberInput
      decimalScale={2}
      decimalSeparator={language === 'ru' ? ',' : '.'}
      label={t(`goals.${key}`)}
      max={1e12}
      min={-1e12}
      onChange={(value) => change({ [key]: typeof value === 'number' ? value : null })}
      thousandSeparator={language === 'ru' ? '\u00a0' : ','}
      value={draft[key] ?? ''}
    />
  );
  return (
    <FormDialog
      cancel={t('cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={620}
      submit={goal === null ? t('goals.create') : t('save')}
      title={goal === null ? t('goals.titleNew') : t('goals.titleEdit')}
    >
      <TextInput
        data-autofocus
        error={tried && missing ? t('goals.nameRequired') : undefined}
        label={t('goals.name')}
        maxLength={300}
        onChange={(event) => change({ title: event.currentTarget.value })}
        placeholder={t('goals.nameHint')}
        value={draft.title}
        withAsterisk
      />
      <FieldGrid>
        <Select
          allowDeselect={false}
          data={planGauges.map((value) => ({ value, label: t(`goals.gauges.${value}`) }))}
          label={t('goals.gauge')}
          onChange={(value) => change({ gauge: PlanGauge.parse(value) })}
          value={draft.gauge}
        />
        <DayField
          label={t('goals.day')}
          onChange={(day) => change({ by: day === null ? null : CalendarDate.parse(day) })}
          value={draft.by}
        />
        <TextInput
          label={t('goals.measure')}
          maxLength={200}
          onChange={(event) => change({ measure: event.currentTarget.value })}
          placeholder={t('goals.measureHint')}
          value={draft.measure}
        />
        <TextInput
          label={t('goals.unit')}
          maxLength={40}
          onChange={(event) => change({ unit: event.currentTarget.value })}
          value={draft.unit}
        />
      </FieldGrid>
      <FieldGrid columns={3}>
        {figure('from')}
        {draft.gauge === 'manual' ? figure('current') : null}
        {figure('target')}
      </FieldGrid>
    </FormDialog>
  );
}
