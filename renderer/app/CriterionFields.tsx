import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CriterionKey } from '../../shared/domain/person.ts';
import { useCriterionChoices } from './ownTerms.ts';

/** One criterion of a list, chosen from what is not `taken` by others of it. */
export function CriterionSelect({
  label,
  value,
  taken,
  onChange,
}: {
  readonly label: string;
  readonly value: CriterionKey;
  readonly taken: readonly CriterionKey[];
  readonly onChange: (key: CriterionKey) => void;
}) {
  const { t } = useTranslation('domain');
  // A criterion taken out of what is offered is still named where it stands.
  const keys = [...new Set([...useCriterionChoices(), value])].filter(
    (key) => key === value || !taken.includes(key),
  );
  return (
    <Select
      aria-label={label}
      data={keys.map((key) => ({ value: key, label: t(`criterion.${key}`) }))}
      onChange={(key) => onChange(CriterionKey.parse(key))}
      searchable
      value={value}
    />
  );
}

/** A weight in whole percents, 0–100; an empty field is none. */
export function WeightInput({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (percent: number) => void;
}) {
  return (
    <NumberInput
      allowDecimal={false}
      allowNegative={false}
      aria-label={label}
      clampBehavior="strict"
      max={100}
      min={0}
      onChange={(percent) => onChange(typeof percent === 'number' ? percent : 0)}
      rightSection="%"
      value={value}
    />
  );
}
