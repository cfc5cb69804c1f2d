import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanTask } from '../../../../shared/domain/accountPlan.ts';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { ColleagueId } from '../../../../shared/domain/ids.ts';
import { useDesk } from '../../../app/desk.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { PlanDesk } from './planEdit.ts';
import { quietly } from './planEdit.ts';

/** A task under a goal. `task` null = a new one. */
export function TaskDialog({
  desk,
  goalId,
  task,
  onClose,
}: {
  readonly desk: PlanDesk;
  readonly goalId: string;
  readonly task: PlanTask | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('plan');
  const company = useDesk('company.get', {}).data?.company;
  const [title, setTitle] = useState(task?.title ?? '');
  const [colleagueId, setColleagueId] = useState<string | null>(task?.colleagueId ?? null);
  const [dueOn, setDueOn] = useState<string | null>(task?.dueOn ?? null);
  const [tried, setTried] = useState(false);
  const missing = title.trim() === '';
  const submit = () => {
    setTried(true);
    if (missing) return;
    const made: PlanTask = {
      id: task?.id ?? crypto.randomUUID(),
      title: title.trim(),
      colleagueId: colleagueId === null ? null : ColleagueId.parse(colleagueId),
      dueOn: dueOn === null ? null : CalendarDate.parse(dueOn),
      doneOn: task?.doneOn ?? null,
    };
    quietly(
      desk
        .change((plan) => ({
          ...plan,
          goals: plan.goals.map((goal) =>
            goal.id === goalId
              ? {
                  ...goal,
                  tasks:
                    task === null
                      ? [...goal.tasks, made]
                      : goal.tasks.map((one) => (one.id === made.id ? { ...made, doneOn: one.doneOn } : one)),
                }
              : goal,
          ),
        }))
        .then(onClose),
    );
  };
  return (
    <FormDialog
      cancel={t('cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={task === null ? t('tasks.create') : t('save')}
      title={task === null ? t('tasks.titleNew') : t('tasks.titleEdit')}
    >
      <TextInput
        data-autofocus
        error={tried && missing ? t('tasks.nameRequired') : undefined}
        label={t('tasks.name')}
        maxLength={300}
        onChange={(event) => setTitle(event.currentTarget.value)}
        value={title}
        withAsterisk
      />
      <FieldGrid>
        <Select
          clearable
          data={(company?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          label={t('tasks.who')}
          onChange={setColleagueId}
          placeholder={t('tasks.nobody')}
          value={colleagueId}
        />
        <DayField label={t('tasks.due')} onChange={setDueOn} value={dueOn} />
      </FieldGrid>
    </FormDialog>
  );
}
