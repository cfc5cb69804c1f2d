import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconUsers, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionKey, Person } from '../../../shared/domain/person.ts';
import type { Tender, TenderCriterion } from '../../../shared/domain/tender.ts';
import { useDesk } from '../../app/desk.ts';
import { CriterionSelect, WeightInput } from '../../app/CriterionFields.tsx';
import { OwnTermButton } from '../../app/OwnTermButton.tsx';
import { useCriterionChoices } from '../../app/ownTerms.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useTenderEdit } from './tenderEdit.ts';
import classes from './TenderPage.module.css';

/** How many of the group's criteria a tender takes over. */
const takenFromGroup = 8;

/** The group's own criteria: weight × influence, made into whole percents that add up to 100. */
export function criteriaOfGroup(
  people: readonly Person[],
): { readonly key: CriterionKey; readonly weightPercent: number }[] {
  const sums = new Map<CriterionKey, number>();
  for (const { criteria, influence } of people) {
    for (const { key, weightPercent } of criteria)
      sums.set(key, (sums.get(key) ?? 0) + weightPercent * influence);
  }
  const top = [...sums].toSorted((a, b) => b[1] - a[1]).slice(0, takenFromGroup);
  const whole = top.reduce((sum, [, weight]) => sum + weight, 0);
  if (whole === 0) return [];
  const rounded = top.map(([key, weight]) => ({ key, weightPercent: Math.round((weight * 100) / whole) }));
  const rest = 100 - rounded.reduce((sum, { weightPercent }) => sum + weightPercent, 0);
  return rounded.map((criterion, index) =>
    index === 0 ? { ...criterion, weightPercent: criterion.weightPercent + rest } : criterion,
  );
}

/** Criteria of the tender with weights and notes; can be taken from the decision group. */
export function CriteriaDialog({
  tender,
  onClose,
}: {
  readonly tender: Tender;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['tenders', 'domain']);
  const edit = useTenderEdit(tender);
  const people = useDesk('people.list', { accountId: tender.accountId }).data?.people ?? [];
  const [criteria, setCriteria] = useState<readonly TenderCriterion[]>(tender.criteria);
  const [busy, setBusy] = useState(false);
  const taken = criteria.map(({ key }) => key);
  const free = useCriterionChoices().filter((key) => !taken.includes(key));
  const sum = criteria.reduce((total, { weightPercent }) => total + weightPercent, 0);
  const [next] = free;
  const group = criteriaOfGroup(people);
  const set = (index: number, part: Partial<TenderCriterion>) =>
    setCriteria(criteria.map((criterion, at) => (at === index ? { ...criterion, ...part } : criterion)));
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await edit((draft) => ({ ...draft, criteria: [...criteria] }));
      onClose();
    } catch {
      setBusy(false);
    }
  };
  return (
    <FormDialog
      busy={busy}
      cancel={t('criteria.cancel')}
      note={
        criteria.length === 0 ? undefined : (
          <span className={sum === 100 ? undefined : classes.attention}>
            {sum === 100 ? t('criteria.sum', { sum }) : t('criteria.sumOff', { sum })}
          </span>
        )
      }
      onClose={onClose}
      onSubmit={() => void submit()}
      opened
      size={680}
      submit={t('criteria.save')}
      title={t('criteria.editTitle')}
    >
      <div className={classes.editRows}>
        {criteria.map((criterion, index) => (
          <div className={classes.editRow} key={criterion.key}>
            <CriterionSelect
              label={t('criteria.key')}
              onChange={(key) => set(index, { key })}
              taken={taken}
              value={criterion.key}
            />
            <WeightInput
              label={`${t('criteria.weight')}: ${t(`domain:criterion.${criterion.key}`)}`}
              onChange={(weightPercent) => set(index, { weightPercent })}
              value={criterion.weightPercent}
            />
            <TextInput
              aria-label={`${t('criteria.note')}: ${t(`domain:criterion.${criterion.key}`)}`}
              maxLength={500}
              onChange={(event) => set(index, { note: event.currentTarget.value })}
              placeholder={t('criteria.note')}
              value={criterion.note}
            />
            <ActionIcon
              aria-label={`${t('criteria.remove')}: ${t(`domain:criterion.${criterion.key}`)}`}
              onClick={() => setCriteria(criteria.filter((_, at) => at !== index))}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </div>
        ))}
        <div className={classes.editFoot}>
          {next === undefined ? null : (
            <Button
              leftSection={<IconPlus size={15} stroke={1.5} />}
              onClick={() =>
                setCriteria([
                  ...criteria,
                  { key: next, weightPercent: Math.max(0, 100 - sum), ourStanding: null, note: '' },
                ])
              }
              size="xs"
            >
              {t('criteria.add')}
            </Button>
          )}
          <OwnTermButton
            kind="criterion"
            onAdded={(key) => {
              if (taken.includes(key)) return;
              setCriteria([
                ...criteria,
                { key, weightPercent: Math.max(0, 100 - sum), ourStanding: null, note: '' },
              ]);
            }}
          />
          {group.length === 0 ? null : (
            <Button
              leftSection={<IconUsers size={15} stroke={1.5} />}
              onClick={() =>
                setCriteria(
                  group.map(({ key, weightPercent }) => {
                    const own = criteria.find((criterion) => criterion.key === key);
                    return {
                      key,
                      weightPercent,
                      ourStanding: own?.ourStanding ?? null,
                      note: own?.note ?? '',
                    };
                  }),
                )
              }
              size="xs"
              variant="subtle"
            >
              {t('criteria.fromGroup')}
            </Button>
          )}
        </div>
      </div>
    </FormDialog>
  );
}
