import type { PlanGoal } from './accountPlan.ts';
import type { CalendarDate } from './calendarDate.ts';
import { daysBetween } from './calendarDate.ts';
import type { Language } from './language.ts';

/** Figures that the vault counts for goals measured by data. Money in whole units, not kopecks. */
export type GaugeFigures = { readonly revenue12m: number; readonly directions12m: number };

export type GoalState = 'reached' | 'dropped' | 'late' | 'behind' | 'onTrack';
export type GoalProgress = {
  /** The figure now; null = nobody wrote it. */
  readonly current: number | null;
  /** 0–100; by the figure, else by tasks done; null = neither says anything. */
  readonly percent: number | null;
  readonly state: GoalState;
};

const whole = 100;

function figureNow(goal: PlanGoal, figures: GaugeFigures): number | null {
  switch (goal.gauge) {
    case 'manual':
      return goal.current;
    case 'revenue12m':
      return figures.revenue12m;
    case 'directions12m':
      return figures.directions12m;
  }
}

function shareDone(goal: PlanGoal, current: number | null): number | null {
  const { from, target, tasks } = goal;
  if (target !== null && current !== null) {
    const start = from ?? 0;
    // A goal may also be to bring a figure down: complaints from five to one.
    const way = target - start;
    if (way === 0) return current === target ? 1 : 0;
    return (current - start) / way;
  }
  if (tasks.length === 0) return null;
  return tasks.filter(({ doneOn }) => doneOn !== null).length / tasks.length;
}

/**
 * How far a goal is: by its figure from where it began to the target, without a figure by the tasks done. `late`: its day
 * is past; `behind`: a task of it is. GLOSSARY: цель плана.
 */
export function goalProgress(goal: PlanGoal, figures: GaugeFigures, today: CalendarDate): GoalProgress {
  const current = figureNow(goal, figures);
  const share = shareDone(goal, current);
  const percent = share === null ? null : Math.round(Math.min(Math.max(share, 0), 1) * whole);
  const isMeasured = goal.target !== null && current !== null;
  const state = ((): GoalState => {
    if (goal.outcome !== 'open') return goal.outcome;
    if (isMeasured && percent === whole) return 'reached';
    if (goal.by !== null && daysBetween(goal.by, today) > 0) return 'late';
    const isTaskLate = goal.tasks.some(
      ({ dueOn, doneOn }) => doneOn === null && dueOn !== null && dueOn < today,
    );
    return isTaskLate ? 'behind' : 'onTrack';
  })();
  return { current, percent, state };
}

/**
 * Figures of a goal with its unit: behind the last of them («171 900 из 538 000 €», «7 of 8 people»); in English a
 * currency's sign stands before each («€171,900 of €538,000»).
 */
export function figuresWithUnit(
  figures: readonly string[],
  unit: string,
  language: Language,
): readonly string[] {
  if (unit === '') return figures;
  if (language === 'en' && /^\p{Sc}$/u.test(unit)) return figures.map((figure) => `${unit}${figure}`);
  return figures.map((figure, at) => (at === figures.length - 1 ? `${figure}\u00a0${unit}` : figure));
}
