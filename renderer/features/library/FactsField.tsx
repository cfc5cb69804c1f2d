import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { DatedFact } from '../../../shared/domain/template.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { DayField } from '../../ui/DayField.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import classes from './library.module.css';

const kinds = DatedFact.shape.kind.options;

/** Facts in a block that are true until a day; a past one flags the block wherever it is listed. */
export function FactsField({
  facts,
  onChange,
}: {
  readonly facts: readonly DatedFact[];
  readonly onChange: (facts: DatedFact[]) => void;
}) {
  const { t } = useTranslation('library');
  const { today, day } = useFieldWords();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<DatedFact['kind']>('certificate');
  const [until, setUntil] = useState<string | null>(null);
  const typed = DatedFact.safeParse({ kind, text, validUntil: CalendarDate.safeParse(until).data });
  const add = () => {
    if (!typed.success) return;
    onChange([...facts, typed.data]);
    setText('');
    setUntil(null);
  };
  return (
    <div>
      <SectionTitle level="caption">{t('blocks.facts')}</SectionTitle>
      <p className={classes.quietText}>{t('blocks.factsHint')}</p>
      <ul className={classes.facts}>
        {facts.map((fact, at) => (
          <li key={`${fact.text} ${fact.validUntil}`}>
            <span>
              {fact.text}
              <small>
                {t(`blocks.fact.${fact.kind}`)} ·{' '}
                {fact.validUntil < today ? (
                  <StateMark tone="bad">{day(fact.validUntil)}</StateMark>
                ) : (
                  day(fact.validUntil)
                )}
              </small>
            </span>
            <ActionIcon
              aria-label={t('blocks.removeFact', { text: fact.text })}
              onClick={() => onChange(facts.filter((_, index) => index !== at))}
            >
              <IconX size={15} stroke={1.5} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={classes.newFact}>
        <TextInput
          label={t('blocks.factText')}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
          value={text}
        />
        <Select
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`blocks.fact.${value}`) }))}
          label={t('blocks.factKind')}
          onChange={(value) => setKind(DatedFact.shape.kind.catch(kind).parse(value))}
          value={kind}
        />
        <DayField label={t('blocks.factUntil')} onChange={setUntil} value={until} />
        <Button
          disabled={!typed.success || facts.length >= 20}
          leftSection={<IconPlus size={15} stroke={1.5} />}
          onClick={add}
          size="xs"
        >
          {t('blocks.addFact')}
        </Button>
      </div>
    </div>
  );
}
