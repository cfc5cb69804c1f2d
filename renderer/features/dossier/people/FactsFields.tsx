import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { Certainty } from '../../../../shared/domain/person.ts';
import type { PersonFact } from '../../../../shared/domain/person.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { CareFields, newCare } from './CareFields.tsx';
import classes from './PersonEditor.module.css';

/** Facts, each with how certain it is, where it comes from and when it was noted. */
export function FactsFields({
  facts,
  specialData,
  tried,
  onChange,
}: {
  readonly facts: readonly PersonFact[];
  /** Whether facts of special categories may be noted at all. */
  readonly specialData: boolean;
  readonly tried: boolean;
  readonly onChange: (facts: PersonFact[]) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain', 'privacy']);
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
              error={tried && fact.sensitive && fact.source.trim() === ''}
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
            {specialData ? (
              <Checkbox
                checked={fact.sensitive}
                label={t('person.sensitive')}
                onChange={(event) => {
                  const sensitive = event.currentTarget.checked;
                  set(index, { sensitive, care: sensitive ? newCare(today) : null });
                }}
                title={t('privacy:care.sensitiveHint')}
              />
            ) : null}
          </div>
          {fact.sensitive ? (
            <CareFields
              care={fact.care ?? newCare(today)}
              onChange={(care) => set(index, { care })}
              tried={tried}
            />
          ) : null}
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
