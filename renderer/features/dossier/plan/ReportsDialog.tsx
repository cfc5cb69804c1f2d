import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../../shared/domain/calendarDate.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { EventDialog } from '../history/EventDialog.tsx';
import type { PlanDesk } from './planEdit.ts';
import { quietly } from './planEdit.ts';
import classes from './dialogs.module.css';

const lookBackDays = 365;
const mostShown = 20;

/** Which letters and meetings of the last year told the client how its matters stand. */
export function ReportsDialog({ desk, onClose }: { readonly desk: PlanDesk; readonly onClose: () => void }) {
  const { t } = useTranslation('plan');
  const words = useFieldWords();
  const events = useDesk('events.list', { accountId: desk.accountId }).data?.events;
  const [chosen, setChosen] = useState(() => new Set<string>(desk.view.plan.reportIds));
  const [writing, setWriting] = useState(false);
  const since = addDays(words.today, -lookBackDays);
  const shown = (events ?? [])
    .filter(
      ({ kind, happenedOn }) =>
        (kind === 'letter' || kind === 'meeting') && happenedOn >= since && happenedOn <= words.today,
    )
    .slice(0, mostShown);
  if (writing)
    return (
      <EventDialog accountId={desk.accountId} event={null} kind="letter" onClose={() => setWriting(false)} />
    );
  const submit = () => {
    const inList = new Set<string>(shown.map(({ id }) => id));
    quietly(
      desk
        .change((plan) => ({
          ...plan,
          reportIds: [
            ...plan.reportIds.filter((id) => !inList.has(id)),
            ...shown.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
          ],
        }))
        .then(onClose),
    );
  };
  return (
    <FormDialog
      cancel={t('cancel')}
      note={
        <Button onClick={() => setWriting(true)} size="xs" variant="subtle">
          {t('steps.reportWrite')}
        </Button>
      }
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={t('save')}
      title={t('steps.reportTitle')}
    >
      <p className={classes.lead}>{t('steps.reportHint')}</p>
      {events !== undefined && shown.length === 0 ? <EmptyState calm title={t('steps.reportNone')} /> : null}
      <div className={classes.checks}>
        {shown.map(({ id, title, happenedOn }) => (
          <Checkbox
            checked={chosen.has(id)}
            key={id}
            label={`${words.dayWords(happenedOn)}: ${title}`}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.currentTarget.checked) next.add(id);
              else next.delete(id);
              setChosen(next);
            }}
          />
        ))}
      </div>
    </FormDialog>
  );
}
