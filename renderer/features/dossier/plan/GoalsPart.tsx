import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconPencil, IconPlus, IconRotate, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanGoal, PlanTask } from '../../../../shared/domain/accountPlan.ts';
import { figuresWithUnit } from '../../../../shared/domain/goalProgress.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { ShareBar } from '../../../ui/ShareBar.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import type { StateTone } from '../../../ui/StateMark.tsx';
import { GoalDialog } from './GoalDialog.tsx';
import classes from './GoalsPart.module.css';
import type { PlanDesk } from './planEdit.ts';
import { putBack, quietly } from './planEdit.ts';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskLine } from './TaskLine.tsx';

type Progress = PlanDesk['view']['goals'][number];
const tones: Record<Progress['state'], StateTone | null> = {
  reached: 'good',
  onTrack: 'good',
  behind: 'attention',
  late: 'bad',
  dropped: null,
};

type Opened =
  | { readonly kind: 'goal'; readonly goal: PlanGoal | null }
  | { readonly kind: 'task'; readonly goalId: string; readonly task: PlanTask | null };

/** Goals with their figures and tasks. */
export function GoalsPart({
  desk,
  onTemplates,
}: {
  readonly desk: PlanDesk;
  readonly onTemplates: () => void;
}) {
  const { t } = useTranslation('plan');
  const [opened, setOpened] = useState<Opened | null>(null);
  const { goals } = desk.view.plan;
  const addGoal = () => setOpened({ kind: 'goal', goal: null });
  return (
    <section>
      <SectionTitle
        {...(goals.length === 0
          ? {}
          : {
              action: (
                <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={addGoal}>
                  {t('goals.add')}
                </Button>
              ),
            })}
      >
        {t('goals.title')}
      </SectionTitle>
      {goals.length === 0 ? (
        <EmptyState
          action={
            <span className={classes.starts}>
              <Button onClick={onTemplates}>{t('takeTemplate')}</Button>
              <Button onClick={addGoal} variant="subtle">
                {t('goals.add')}
              </Button>
            </span>
          }
          calm
          title={t('goals.empty')}
        >
          {t('goals.emptyText')}
        </EmptyState>
      ) : (
        <ul className={classes.goals}>
          {goals.map((goal, at) => (
            <Goal
              at={at}
              desk={desk}
              goal={goal}
              key={goal.id}
              onEdit={() => setOpened({ kind: 'goal', goal })}
              onTask={(task) => setOpened({ kind: 'task', goalId: goal.id, task })}
              progress={desk.view.goals.find(({ id }) => id === goal.id)}
            />
          ))}
        </ul>
      )}
      {opened?.kind === 'goal' ? (
        <GoalDialog desk={desk} goal={opened.goal} onClose={() => setOpened(null)} />
      ) : null}
      {opened?.kind === 'task' ? (
        <TaskDialog desk={desk} goalId={opened.goalId} onClose={() => setOpened(null)} task={opened.task} />
      ) : null}
    </section>
  );
}

function Goal({
  desk,
  goal,
  at,
  progress,
  onEdit,
  onTask,
}: {
  readonly desk: PlanDesk;
  readonly goal: PlanGoal;
  readonly at: number;
  readonly progress: Progress | undefined;
  readonly onEdit: () => void;
  readonly onTask: (task: PlanTask | null) => void;
}) {
  const { t } = useTranslation('plan');
  const words = useFieldWords();
  const digits = (value: number) => words.number(value, Number.isInteger(value) ? 0 : 1);
  const state = progress?.state ?? 'onTrack';
  const tone = tones[state];
  const done = goal.tasks.filter(({ doneOn }) => doneOn !== null).length;
  const current = progress?.current ?? null;
  const [now, target] = figuresWithUnit(
    [digits(current ?? 0), digits(goal.target ?? 0)],
    goal.unit,
    words.language,
  );
  const figure =
    current === null
      ? goal.tasks.length > 0 && goal.target === null
        ? t('goals.tasksDone', { done, total: goal.tasks.length })
        : t('goals.noFigure')
      : goal.target === null
        ? figuresWithUnit([digits(current)], goal.unit, words.language)[0]
        : t('goals.figure', { current: now, target });
  const setOutcome = (outcome: PlanGoal['outcome']) =>
    quietly(
      desk.change((plan) => ({
        ...plan,
        goals: plan.goals.map((one) => (one.id === goal.id ? { ...one, outcome } : one)),
      })),
    );
  const remove = () =>
    quietly(
      desk
        .change((plan) => ({ ...plan, goals: plan.goals.filter(({ id }) => id !== goal.id) }))
        .then(() =>
          notifyUndo(t('goals.deleted', { name: goal.title }), () =>
            quietly(desk.change((plan) => ({ ...plan, goals: putBack(plan.goals, at, goal) }))),
          ),
        ),
    );
  return (
    <li className={classes.goal} data-closed={goal.outcome === 'open' ? undefined : true}>
      <div className={classes.goalHead}>
        <h3 className={classes.goalTitle}>{goal.title}</h3>
        {tone === null ? (
          <span className={classes.quiet}>{t(`goals.state.${state}`)}</span>
        ) : (
          <StateMark tone={tone}>{t(`goals.state.${state}`)}</StateMark>
        )}
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <ActionIcon aria-label={t('goals.more', { name: goal.title })} size={26}>
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={onEdit}>
              {t('goals.edit')}
            </Menu.Item>
            {goal.outcome === 'open' ? (
              <>
                <Menu.Item
                  leftSection={<IconCheck size={16} stroke={1.5} />}
                  onClick={() => setOutcome('reached')}
                >
                  {t('goals.reached')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconX size={16} stroke={1.5} />}
                  onClick={() => setOutcome('dropped')}
                >
                  {t('goals.dropped')}
                </Menu.Item>
              </>
            ) : (
              <Menu.Item
                leftSection={<IconRotate size={16} stroke={1.5} />}
                onClick={() => setOutcome('open')}
              >
                {t('goals.reopen')}
              </Menu.Item>
            )}
            <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.5} />} onClick={remove}>
              {t('goals.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <p className={classes.figures}>
        {progress?.percent === null || progress === undefined ? null : (
          <ShareBar part={progress.percent / 100} width={120} />
        )}
        <span>
          {goal.measure === '' ? null : `${goal.measure}: `}
          {figure}
        </span>
        <span className={classes.quiet}>
          {goal.by === null ? t('goals.noDay') : t('goals.by', { day: words.dayWords(goal.by) })}
        </span>
      </p>
      <ul className={classes.tasks}>
        {goal.tasks.map((task) => (
          <TaskLine desk={desk} goal={goal} key={task.id} onEdit={() => onTask(task)} task={task} />
        ))}
      </ul>
      {goal.outcome === 'open' ? (
        <Button
          aria-label={t('tasks.addTo', { name: goal.title })}
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => onTask(null)}
          size="xs"
          variant="subtle"
        >
          {t('tasks.add')}
        </Button>
      ) : null}
    </li>
  );
}
