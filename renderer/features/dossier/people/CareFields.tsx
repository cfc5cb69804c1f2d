import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays, CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { CalendarDate as Day } from '../../../../shared/domain/calendarDate.ts';
import { reviewAfterDays, SpecialCategory } from '../../../../shared/domain/specialData.ts';
import type { FactCare } from '../../../../shared/domain/specialData.ts';
import { DayField } from '../../../ui/DayField.tsx';
import classes from './PersonEditor.module.css';

/** What a fact starts with when it is marked sensitive: the consent is the user's to say. */
export function newCare(today: Day): FactCare {
  return {
    category: 'health',
    purpose: '',
    consentOn: today,
    consentBy: '',
    reviewOn: addDays(today, reviewAfterDays),
  };
}

/** Whether nothing the law asks is left empty. */
export function careIsWhole(care: FactCare | null): boolean {
  return care === null || (care.purpose.trim() !== '' && care.consentBy.trim() !== '');
}

/** Category, purpose, consent and day of review of a sensitive fact. */
export function CareFields({
  care,
  tried,
  onChange,
}: {
  readonly care: FactCare;
  /** Whether saving was tried: what is missing is said then. */
  readonly tried: boolean;
  readonly onChange: (care: FactCare) => void;
}) {
  const { t } = useTranslation('privacy');
  const set = (part: Partial<FactCare>) => onChange({ ...care, ...part });
  return (
    <div className={classes.care}>
      <Select
        allowDeselect={false}
        data={SpecialCategory.options.map((value) => ({ value, label: t(`category.${value}`) }))}
        label={t('care.category')}
        onChange={(value) => set({ category: SpecialCategory.parse(value) })}
        value={care.category}
      />
      <TextInput
        className={classes.carePurpose}
        error={tried && care.purpose.trim() === ''}
        label={t('care.purpose')}
        maxLength={300}
        onChange={(event) => set({ purpose: event.currentTarget.value })}
        value={care.purpose}
      />
      <DayField
        clearable={false}
        label={t('care.consentOn')}
        onChange={(day) => (day === null ? undefined : set({ consentOn: CalendarDate.parse(day) }))}
        value={care.consentOn}
      />
      <TextInput
        error={tried && care.consentBy.trim() === ''}
        label={t('care.consentBy')}
        maxLength={300}
        onChange={(event) => set({ consentBy: event.currentTarget.value })}
        placeholder={t('care.consentByHint')}
        value={care.consentBy}
      />
      <DayField
        clearable={false}
        label={t('care.reviewOn')}
        onChange={(day) => (day === null ? undefined : set({ reviewOn: CalendarDate.parse(day) }))}
        value={care.reviewOn}
      />
    </div>
  );
}
