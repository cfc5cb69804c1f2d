import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canSettle } from '../../../shared/domain/accountEvent.ts';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { AccountEventId, PersonId } from '../../../shared/domain/ids.ts';
import { Debrief } from '../../../shared/domain/meetingPlan.ts';
import type { MeetingPlan } from '../../../shared/domain/meetingPlan.ts';
import { shortName } from '../../../shared/domain/nameForms.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { useDesk, useDeskAction } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { DayField } from '../../ui/DayField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { KnownMultiSelect } from '../../ui/KnownMultiSelect.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import classes from './DebriefDialog.module.css';
import { FactLines, PromiseLines, type TypedFact, type TypedPromise } from './debriefLines.tsx';

const dayOrNull = (day: string | null) => (day === null ? null : CalendarDate.parse(day));

/** Two minutes after a meeting: what was decided, promised, settled and learnt, written where each belongs. */
export function DebriefDialog({
  accountId,
  plan,
  people,
  onClose,
  onSaved,
}: {
  readonly accountId: AccountId;
  readonly plan: MeetingPlan;
  readonly people: readonly Person[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const { t } = useTranslation('meeting');
  const { today, language } = useFieldWords();
  const events = useDesk('events.list', { accountId }).data?.events ?? [];
  const openEvents = events.filter(({ kind, settledOn }) => canSettle(kind) && settledOn === null);
  const [title, setTitle] = useState(plan.purpose.trim() === '' ? t('debrief.nameDefault') : plan.purpose);
  const [happenedOn, setHappenedOn] = useState<string | null>(plan.meetsOn <= today ? plan.meetsOn : today);
  const [personIds, setPersonIds] = useState<readonly string[]>(plan.personIds);
  const [text, setText] = useState('');
  const [settledIds, setSettledIds] = useState<readonly string[]>([]);
  const [promises, setPromises] = useState<readonly TypedPromise[]>([]);
  const [facts, setFacts] = useState<readonly TypedFact[]>([]);
  const [nextStep, setNextStep] = useState('');
  const [nextStepOn, setNextStepOn] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const save = useDeskAction('meetings.debrief', {
    invalidates: [
      'events.list',
      'people.list',
      'accounts.overview',
      'accounts.list',
      'today.list',
      'meetings.plan',
    ],
    success: () => {
      notifyDone(t('debrief.saved'));
      onClose();
      onSaved();
    },
  });
  const submit = () => {
    setTried(true);
    if (title.trim() === '' || happenedOn === null || save.isPending) return;
    const debrief = Debrief.parse({
      accountId,
      happenedOn,
      title,
      text: text.trim(),
      personIds: personIds.map((id) => PersonId.parse(id)),
      promises: promises
        .filter((promise) => promise.title.trim() !== '')
        .map(({ promisedBy, title: promised, dueOn }) => ({
          promisedBy,
          title: promised,
          dueOn: dayOrNull(dueOn),
        })),
      settledIds: settledIds.map((id) => AccountEventId.parse(id)),
      facts: facts
        .filter((fact) => fact.text.trim() !== '' && fact.personId !== null)
        .map(({ personId, text: learnt, sensitive }) => ({
          personId,
          text: learnt,
          sensitive,
          certainty: 'heard',
        })),
      nextStep: nextStep.trim() === '' ? null : { text: nextStep, on: dayOrNull(nextStepOn) },
    });
    save.mutate({ debrief });
  };
  return (
    <FormDialog
      busy={save.isPending}
      cancel={t('debrief.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={720}
      submit={t('debrief.save')}
      title={t('debrief.title')}
    >
      <p className={classes.lead}>{t('debrief.lead')}</p>
      <div className={classes.titleRow}>
        <TextInput
          error={tried && title.trim() === '' ? t('debrief.nameRequired') : undefined}
          label={t('debrief.name')}
          maxLength={300}
          onChange={(event) => setTitle(event.currentTarget.value)}
          value={title}
        />
        <DayField
          clearable={false}
          error={tried && happenedOn === null ? t('debrief.dayRequired') : undefined}
          label={t('debrief.day')}
          onChange={setHappenedOn}
          value={happenedOn}
        />
      </div>
      {people.length === 0 ? null : (
        <KnownMultiSelect
          clearable
          data={people.map((person) => ({ value: person.id, label: shortName(person, language) }))}
          label={t('debrief.people')}
          onChange={setPersonIds}
          searchable
          value={personIds}
        />
      )}
      <Textarea
        data-autofocus
        label={t('debrief.text')}
        maxLength={10_000}
        minRows={2}
        onChange={(event) => setText(event.currentTarget.value)}
        value={text}
      />
      {openEvents.length === 0 ? null : (
        <div aria-label={t('debrief.settled')} role="group">
          <p className={classes.label}>{t('debrief.settled')}</p>
          <div className={classes.settled}>
            {openEvents.map((event) => (
              <Checkbox
                checked={settledIds.includes(event.id)}
                key={event.id}
                label={event.title}
                onChange={({ currentTarget: { checked } }) =>
                  setSettledIds((ids) => (checked ? [...ids, event.id] : ids.filter((id) => id !== event.id)))
                }
                size="xs"
              />
            ))}
          </div>
        </div>
      )}
      <PromiseLines lines={promises} onChange={setPromises} />
      {people.length === 0 ? null : <FactLines lines={facts} onChange={setFacts} people={people} />}
      <div className={classes.titleRow}>
        <TextInput
          label={t('debrief.nextStep')}
          maxLength={300}
          onChange={(event) => setNextStep(event.currentTarget.value)}
          value={nextStep}
        />
        <DayField label={t('debrief.nextStepOn')} onChange={setNextStepOn} value={nextStepOn} />
      </div>
    </FormDialog>
  );
}
