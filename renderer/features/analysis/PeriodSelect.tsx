import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealPeriod } from '../../../shared/domain/dealAnalysis.ts';

/** What is looked at: all time where that is offered, the last twelve months, or a whole year past. */
export function PeriodSelect<Period extends DealPeriod>({
  periods,
  value,
  onChange,
}: {
  /** In the order of the list; null = the last twelve months. */
  readonly periods: readonly Period[];
  readonly value: Period;
  readonly onChange: (period: Period) => void;
}) {
  const { t } = useTranslation('analysis');
  const wordOf = (period: DealPeriod) => {
    if (period === 'all') return t('period.all');
    return period === null ? t('period.months') : t('period.year', { year: period });
  };
  return (
    <Select
      allowDeselect={false}
      aria-label={t('period.label')}
      data={periods.map((period) => ({ value: String(period), label: wordOf(period) }))}
      onChange={(chosen) => onChange(periods.find((period) => String(period) === chosen) ?? value)}
      value={String(value)}
      w={210}
    />
  );
}
