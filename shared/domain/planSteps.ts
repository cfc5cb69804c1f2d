import type { AccountEvent } from './accountEvent.ts';
import type { AccountPlan, PlanStepKey, PlanStepMark } from './accountPlan.ts';
import { hasMeans, peopleOfLine, planStepKeys } from './accountPlan.ts';
import type { CalendarDate } from './calendarDate.ts';
import { addDays } from './calendarDate.ts';
import { weightyInfluence } from './completeness.ts';
import { lineHeat } from './contactScheme.ts';
import type { Person } from './person.ts';

/** A dossier this complete is information enough to plan by, percent. */
export const collectedPercent = 70;
/** A client is kept informed by a report or an offer within this many days. */
export const informedDays = 90;
/** Thanks and gifts older than this are forgotten. */
export const thankedDays = 365;

export type PlanStepsInput = {
  readonly today: CalendarDate;
  readonly plan: AccountPlan;
  readonly completenessPercent: number;
  readonly people: readonly Pick<Person, 'id' | 'influence'>[];
  readonly events: readonly Pick<AccountEvent, 'id' | 'kind' | 'happenedOn' | 'personIds'>[];
  /** Days on which proposals went out. */
  readonly proposalDays: readonly CalendarDate[];
};

/** A step with what the data say: so much of so much, and what lacks first (a code the window words). */
export type PlanStep = {
  readonly key: PlanStepKey;
  readonly state: 'done' | 'partly' | 'todo';
  readonly have: number;
  readonly need: number;
  /** What to do next; null = nothing lacks. */
  readonly lacks:
    | 'facts'
    | 'goals'
    | 'tasks'
    | 'means'
    | 'people'
    | 'lines'
    | 'contacts'
    | 'report'
    | 'privileges'
    | 'thanks'
    | null;
  /** What the user said instead; null = the data speak. */
  readonly mark: PlanStepMark | null;
};

type Judged = Omit<PlanStep, 'key' | 'state' | 'mark'>;

function judgePlan({ plan }: PlanStepsInput): Judged {
  const goals = plan.goals.filter(({ outcome }) => outcome !== 'dropped');
  const hasTasks = goals.length > 0 && goals.every(({ tasks }) => tasks.length > 0);
  const parts = [goals.length > 0, hasTasks, hasMeans(plan.means)];
  const lacks = goals.length === 0 ? 'goals' : hasTasks ? 'means' : 'tasks';
  const have = parts.filter(Boolean).length;
  return { have, need: parts.length, lacks: have === parts.length ? null : lacks };
}

function judgeScheme({ plan, people }: PlanStepsInput): Judged {
  const weighty = people.filter(({ influence }) => influence >= weightyInfluence);
  const covered = new Set<string>(plan.scheme.flatMap(peopleOfLine));
  const have = weighty.filter(({ id }) => covered.has(id)).length;
  // Without people of weight there is nobody to cover: the step is not done by that.
  if (weighty.length === 0) return { have: 0, need: 1, lacks: 'people' };
  return { have, need: weighty.length, lacks: have === weighty.length ? null : 'lines' };
}

function judgeRecord({ plan, people, events, today }: PlanStepsInput): Judged {
  const here = new Set<string>(people.map(({ id }) => id));
  const lines = plan.scheme.filter((line) => peopleOfLine(line).some((id) => here.has(id)));
  if (lines.length === 0) return { have: 0, need: 1, lacks: people.length === 0 ? 'people' : 'lines' };
  const have = lines.filter((line) => lineHeat(line, events, today).state === 'even').length;
  return { have, need: lines.length, lacks: have === lines.length ? null : 'contacts' };
}

function judgeInform({ plan, events, proposalDays, today }: PlanStepsInput): Judged {
  const since = addDays(today, -informedDays);
  const within = (day: CalendarDate): boolean => day >= since && day <= today;
  const reports = new Set<string>(plan.reportIds);
  const told =
    events.some(({ id, happenedOn }) => reports.has(id) && within(happenedOn)) || proposalDays.some(within);
  return { have: told ? 1 : 0, need: 1, lacks: told ? null : 'report' };
}

function judgeKey({ plan, events, today }: PlanStepsInput): Judged {
  const since = addDays(today, -thankedDays);
  const hasPrivileges = plan.means.privileges.trim() !== '';
  const thanked = events.some(
    ({ kind, happenedOn }) =>
      (kind === 'gift' || kind === 'feedback') && happenedOn >= since && happenedOn <= today,
  );
  const have = (hasPrivileges ? 1 : 0) + (thanked ? 1 : 0);
  return { have, need: 2, lacks: have === 2 ? null : hasPrivileges ? 'thanks' : 'privileges' };
}

function judge(key: PlanStepKey, input: PlanStepsInput): Judged {
  switch (key) {
    case 'collect': {
      const have = Math.min(input.completenessPercent, collectedPercent);
      return { have, need: collectedPercent, lacks: have < collectedPercent ? 'facts' : null };
    }
    case 'plan':
      return judgePlan(input);
    case 'scheme':
      return judgeScheme(input);
    case 'record':
      return judgeRecord(input);
    case 'inform':
      return judgeInform(input);
    case 'key':
      return judgeKey(input);
  }
}

/**
 * The six steps of work with a key client as the data show them: collect information, plan with goals, tasks and means,
 * a scheme that covers everybody of weight, contacts within its rhythm, the client told of progress within 90 days, and
 * privileges with thanks. A mark of the user wins over the data. GLOSSARY: шесть шагов.
 */
export function planSteps(input: PlanStepsInput): readonly PlanStep[] {
  return planStepKeys.map((key) => {
    const judged = judge(key, input);
    const mark = input.plan.stepMarks.find(({ step }) => step === key) ?? null;
    const byData = judged.lacks === null ? 'done' : judged.have > 0 ? 'partly' : 'todo';
    const state = mark === null ? byData : mark.done ? 'done' : byData === 'done' ? 'partly' : byData;
    return { key, ...judged, state, mark };
  });
}
