import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WeightedCriterion } from '../../../../shared/domain/person.ts';
import { CriterionSelect, WeightInput } from '../../../app/CriterionFields.tsx';
import { OwnTermButton } from '../../../app/OwnTermButton.tsx';
import { useCriterionChoices } from '../../../app/ownTerms.ts';
import { ShareBar } from '../../../ui/ShareBar.tsx';
import { evenWeights } from './personDraft.ts';
import classes from './PersonEditor.module.css';

/** Criteria with weights; the sum is shown, and brought to 100 % on demand, never by itself. */
export function CriteriaFields({
  criteria,
  onChange,
}: {
  readonly criteria: readonly WeightedCriterion[];
  readonly onChange: (criteria: WeightedCriterion[]) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const taken = criteria.map(({ key }) => key);
  const free = useCriterionChoices().filter((key) => !taken.includes(key));
  const sum = criteria.reduce((total, { weightPercent }) => total + weightPercent, 0);
  const set = (index: number, part: Partial<WeightedCriterion>) =>
    onChange(criteria.map((criterion, at) => (at === index ? { ...criterion, ...part } : criterion)));
  const [next] = free;
  return (
    <div className={classes.rowsField}>
      {criteria.map((criterion, index) => (
        <div className={classes.criterionRow} key={criterion.key}>
          <CriterionSelect
            label={t('person.criterion')}
            onChange={(key) => set(index, { key })}
            taken={taken}
            value={criterion.key}
          />
          <ShareBar part={criterion.weightPercent / 100} width="fill" />
          <WeightInput
            label={`${t('person.weight')}: ${t(`domain:criterion.${criterion.key}`)}`}
            onChange={(weightPercent) => set(index, { weightPercent })}
            value={criterion.weightPercent}
          />
          <ActionIcon
            aria-label={`${t('person.removeCriterion')}: ${t(`domain:criterion.${criterion.key}`)}`}
            onClick={() => onChange(criteria.filter((_, at) => at !== index))}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.rowsFoot}>
        {next === undefined ? null : (
          <Button
            leftSection={<IconPlus size={15} stroke={1.5} />}
            onClick={() =>
              onChange([
                ...criteria,
                { key: next, weightPercent: Math.max(0, Math.min(100, 100 - sum)), note: '' },
              ])
            }
            size="xs"
          >
            {t('person.addCriterion')}
          </Button>
        )}
        {criteria.length >= 20 ? null : (
          <OwnTermButton
            kind="criterion"
            onAdded={(key) => {
              if (taken.includes(key)) return;
              onChange([
                ...criteria,
                { key, weightPercent: Math.max(0, Math.min(100, 100 - sum)), note: '' },
              ]);
            }}
          />
        )}
        {criteria.length === 0 ? null : (
          <span className={sum === 100 ? classes.sum : classes.sumOff}>
            {sum === 100 ? t('person.weightSum', { sum }) : t('person.weightSumOff', { sum })}
          </span>
        )}
        {criteria.length === 0 || sum === 100 ? null : (
          <Button
            onClick={() => {
              const even = evenWeights(criteria.map(({ weightPercent }) => weightPercent));
              onChange(
                criteria.map((criterion, index) => ({ ...criterion, weightPercent: even[index] ?? 0 })),
              );
            }}
            size="xs"
            variant="subtle"
          >
            {t('person.evenOut')}
          </Button>
        )}
      </div>
    </div>
  );
}
