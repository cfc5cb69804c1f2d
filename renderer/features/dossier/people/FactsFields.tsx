import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { Certainty } from '../../../../shared/domain/person.ts';
import type { PersonFact } from '../../../../shared/domain/person.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { DayField } from '../../../ui/DayField.tsx';
import classes from './PersonEditor.module.css';

/** Facts, each with how certain it is, where it comes from and when it was noted. */
export function FactsFields({
  facts,
  onChange,
}: {
  readonly facts: readonly PersonFact[];
  readonly onChange: (facts: PersonFact[]) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const { today } = useFieldWords();
  const set = (index: number, part: Partial<PersonFact>) =>
    onChange(facts.map((fact, at) => (at === index ? { ...fact, ...part } : fact)));
  return (
    <div className={classes.rowsField}>
      {facts.map((fact, index) => (
        <div className={classes.fact} key={index}>
          <TextInput
            label={t('person.fact')}
            maxLength={2000}
            onChange={(event) => set(index, { text: event.currentTarget.value })}
            rightSection={
              <ActionIcon
                aria-label={t('person.removeFact')}
                onClick={() => onChange(facts.filter((_, at) => at !== index))}
                size={24}
              >
                <IconX size={15} stroke={1.5} />
              </ActionIcon>
            }
            value={fact.text}
          />
          <div className={classes.factDetails}>
            <Select
              aria-label={t('person.certainty')}
              data={Certainty.options.map((value) => ({ value, label: t(`domain:certainty.${value}`) }))}
              onChange={(value) => set(index, { certainty: Certainty.parse(value) })}
              value={fact.certainty}
            />
            <TextInput
              aria-label={t('person.source')}
              maxLength={300}
              onChange={(event) => set(index, { source: event.currentTarget.value })}
              placeholder={t('person.source')}
              value={fact.source}
            />
            <DayField
              hideLabel
              label={t('person.notedOn')}
              onChange={(day) => set(index, { notedOn: day === null ? null : CalendarDate.parse(day) })}
              value={fact.notedOn}
            />
            <Checkbox
              checked={fact.sensitive}
              label={t('person.sensitive')}
              onChange={(event) => set(index, { sensitive: event.currentTarget.checked })}
            />
          </div>
        </div>
      ))}
      <div className={classes.rowsFoot}>
        <Button
          leftSection={<IconPlus size={15} stroke={1.5} />}
          onClick={() =>
            onChange([
              ...facts,
              { text: '', certainty: 'heard', source: '', notedOn: today, sensitive: false, care: null },
            ])
          }
          size="xs"
        >
          {t('person.addFact')}
        </Button>
      </div>
    </div>
  );
}
