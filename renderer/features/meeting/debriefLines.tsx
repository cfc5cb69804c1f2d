import { ActionIcon, Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../../shared/domain/nameForms.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { DayField } from '../../ui/DayField.tsx';
import classes from './DebriefDialog.module.css';

export type TypedPromise = {
  readonly promisedBy: 'us' | 'them';
  readonly title: string;
  readonly dueOn: string | null;
};
export type TypedFact = {
  readonly personId: string | null;
  readonly text: string;
  readonly sensitive: boolean;
};

const mostLines = 20;

function Lines<Line>({
  label,
  add,
  lines,
  blank,
  onChange,
  children,
}: {
  readonly label: string;
  readonly add: string;
  readonly lines: readonly Line[];
  readonly blank: Line;
  readonly onChange: (lines: readonly Line[]) => void;
  readonly children: (line: Line, change: (part: Partial<Line>) => void) => ReactNode;
}) {
  const { t } = useTranslation('meeting');
  return (
    <div aria-label={label} role="group">
      <p className={classes.label}>{label}</p>
      {lines.map((line, at) => (
        <div className={classes.line} key={at}>
          {children(line, (part) =>
            onChange(lines.map((one, index) => (index === at ? { ...one, ...part } : one))),
          )}
          <ActionIcon
            aria-label={t('debrief.remove')}
            onClick={() => onChange(lines.filter((_line, index) => index !== at))}
            title={t('debrief.remove')}
            variant="subtle"
          >
            <IconX size={15} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      <Button
        disabled={lines.length >= mostLines}
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => onChange([...lines, blank])}
        size="xs"
        variant="subtle"
      >
        {add}
      </Button>
    </div>
  );
}

/** Promises of the meeting, a line each: who, what, by when. */
export function PromiseLines({
  lines,
  onChange,
}: {
  readonly lines: readonly TypedPromise[];
  readonly onChange: (lines: readonly TypedPromise[]) => void;
}) {
  const { t } = useTranslation('meeting');
  return (
    <Lines
      add={t('debrief.addPromise')}
      blank={{ promisedBy: 'us', title: '', dueOn: null }}
      label={t('debrief.promises')}
      lines={lines}
      onChange={onChange}
    >
      {(line, change) => (
        <>
          <SegmentedControl
            aria-label={t('debrief.by')}
            data={[
              { value: 'us', label: t('debrief.us') },
              { value: 'them', label: t('debrief.them') },
            ]}
            onChange={(value) => change({ promisedBy: value === 'them' ? 'them' : 'us' })}
            value={line.promisedBy}
          />
          <TextInput
            aria-label={t('debrief.promise')}
            className={classes.grow ?? ''}
            maxLength={300}
            onChange={(event) => change({ title: event.currentTarget.value })}
            placeholder={t('debrief.promise')}
            value={line.title}
          />
          <div className={classes.day}>
            <DayField
              hideLabel
              label={t('debrief.due')}
              onChange={(dueOn) => change({ dueOn })}
              value={line.dueOn}
            />
          </div>
        </>
      )}
    </Lines>
  );
}

/** What was learnt about people, a line each. A fact is kept as heard: the meeting is its source. */
export function FactLines({
  lines,
  onChange,
  people,
}: {
  readonly lines: readonly TypedFact[];
  readonly onChange: (lines: readonly TypedFact[]) => void;
  readonly people: readonly Person[];
}) {
  const { t } = useTranslation('meeting');
  const { language } = useFieldWords();
  return (
    <Lines
      add={t('debrief.addFact')}
      blank={{ personId: people[0]?.id ?? null, text: '', sensitive: false }}
      label={t('debrief.facts')}
      lines={lines}
      onChange={onChange}
    >
      {(line, change) => (
        <>
          <div className={classes.person}>
            <Select
              allowDeselect={false}
              aria-label={t('debrief.person')}
              data={people.map((person) => ({ value: person.id, label: shortName(person, language) }))}
              onChange={(personId) => change({ personId })}
              value={line.personId}
            />
          </div>
          <TextInput
            aria-label={t('debrief.fact')}
            className={classes.grow ?? ''}
            maxLength={2000}
            onChange={(event) => change({ text: event.currentTarget.value })}
            placeholder={t('debrief.fact')}
            value={line.text}
          />
          <Checkbox
            checked={line.sensitive}
            label={t('debrief.sensitive')}
            onChange={(event) => change({ sensitive: event.currentTarget.checked })}
            size="xs"
            title={t('debrief.sensitiveHint')}
          />
        </>
      )}
    </Lines>
  );
}
