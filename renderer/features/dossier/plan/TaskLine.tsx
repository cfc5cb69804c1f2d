import { ActionIcon, Checkbox } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanGoal, PlanTask } from '../../../../shared/domain/accountPlan.ts';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { call, invalidate, notifyError, useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import classes from './GoalsPart.module.css';
import { shortColleague } from '../colleagueName.ts';
import type { PlanDesk } from './planEdit.ts';
import { planReads, putBack, quietly } from './planEdit.ts';

/** A task: a tick, what, who and by when. */
export function TaskLine({
  desk,
  goal,
  task,
  onEdit,
}: {
  readonly desk: PlanDesk;
  readonly goal: PlanGoal;
  readonly task: PlanTask;
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation('plan');
  const words = useFieldWords();
  const colleagues = useDesk('company.get', {}).data?.company.colleagues ?? [];
  const who = colleagues.find(({ id }) => id === task.colleagueId)?.name;
  const { doneOn, dueOn, title } = task;
  const isLate = doneOn === null && dueOn !== null && dueOn < words.today && goal.outcome === 'open';
  const setDone = async (day: CalendarDate | null) => {
    await call('plans.setTaskDone', { accountId: desk.accountId, taskId: task.id, doneOn: day });
    await invalidate(...planReads);
  };
  const tick = async (checked: boolean) => {
    try {
      await setDone(checked ? words.today : null);
      if (checked)
        notifyUndo(t('tasks.markedDone', { name: title }), () => void setDone(null).catch(notifyError));
    } catch (thrown) {
      notifyError(thrown);
    }
  };
  const remove = () => {
    const at = goal.tasks.indexOf(task);
    const withTasks = (tasks: (before: readonly PlanTask[]) => PlanTask[]) =>
      desk.change((plan) => ({
        ...plan,
        goals: plan.goals.map((one) => (one.id === goal.id ? { ...one, tasks: tasks(one.tasks) } : one)),
      }));
    quietly(
      withTasks((tasks) => tasks.filter(({ id }) => id !== task.id)).then(() =>
        notifyUndo(t('tasks.deleted', { name: title }), () =>
          quietly(withTasks((tasks) => putBack(tasks, at, task))),
        ),
      ),
    );
  };
  return (
    <li className={classes.task} data-done={doneOn === null ? undefined : true}>
      <Checkbox
        aria-label={t('tasks.done', { name: title })}
        checked={doneOn !== null}
        onChange={(event) => void tick(event.currentTarget.checked)}
        size="xs"
      />
      <span className={classes.taskTitle}>{title}</span>
      <span className={classes.who} title={who}>
        {who === undefined ? '' : shortColleague(who, words.language)}
      </span>
      <span className={`${classes.due ?? ''} ${isLate ? (classes.late ?? '') : (classes.quiet ?? '')}`}>
        {doneOn !== null
          ? t('tasks.doneOn', { day: words.dayWords(doneOn) })
          : dueOn === null
            ? ''
            : isLate
              ? words.late(dueOn)
              : `${words.dayWords(dueOn)}`}
      </span>
      <span className={classes.tools}>
        <ActionIcon aria-label={t('tasks.edit', { name: title })} onClick={onEdit} size={26}>
          <IconPencil size={15} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('tasks.delete', { name: title })} onClick={remove} size={26}>
          <IconTrash size={15} stroke={1.5} />
        </ActionIcon>
      </span>
    </li>
  );
}
