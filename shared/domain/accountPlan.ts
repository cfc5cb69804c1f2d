import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountEventId, ColleagueId, PersonId } from './ids.ts';
import { AmountMinor, Currency } from './money.ts';

/** A task under a goal: what, by whom of ours, by when (GLOSSARY: план развития клиента). */
export const PlanTask = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(300),
  colleagueId: ColleagueId.nullable(),
  dueOn: CalendarDate.nullable(),
  doneOn: CalendarDate.nullable(),
});
export type PlanTask = z.infer<typeof PlanTask>;

/**
 * Where a goal's figure comes from: written by hand, what the client bought in the last twelve months in whole units of
 * money, or how many of our directions it bought then.
 */
export const planGauges = ['manual', 'revenue12m', 'directions12m'] as const;
export const PlanGauge = z.enum(planGauges);
export type PlanGauge = z.infer<typeof PlanGauge>;

const figure = z.number().min(-1e12).max(1e12).nullable();

/** What we want of the relation, measured by a figure with a unit and a day. */
export const PlanGoal = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(300),
  /** What the figure counts: «Выручка за 12 месяцев». */
  measure: z.string().max(200),
  unit: z.string().max(40),
  gauge: PlanGauge,
  /** The figure when the goal was set, the one it is to reach, and the one now (of a `manual` goal). */
  from: figure,
  target: figure,
  current: figure,
  by: CalendarDate.nullable(),
  outcome: z.enum(['open', 'reached', 'dropped']),
  tasks: z.array(PlanTask).max(50),
});
export type PlanGoal = z.infer<typeof PlanGoal>;

/** What the plan is carried out with. */
export const PlanMeans = z.object({
  budgetMinor: AmountMinor.min(0).nullable(),
  spentMinor: AmountMinor.min(0).nullable(),
  currency: Currency,
  colleagueIds: z.array(ColleagueId).max(50),
  materials: z.string().max(2000),
  /** What this client gets that others do not. */
  privileges: z.string().max(2000),
});
export type PlanMeans = z.infer<typeof PlanMeans>;

export const contactChannels = ['meeting', 'call', 'letter'] as const;
export const ContactChannel = z.enum(contactChannels);
export type ContactChannel = z.infer<typeof ContactChannel>;

/** One line of the communication scheme: who of ours keeps whom of theirs, how, how often and on what. */
export const SchemeLine = z.object({
  id: z.uuid(),
  colleagueId: ColleagueId,
  partner: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), personId: PersonId }),
    /** Several at once: «техническая служба»; a contact with any of them counts. */
    z.object({
      kind: z.literal('group'),
      name: z.string().trim().min(1).max(200),
      personIds: z.array(PersonId).min(1).max(50),
    }),
  ]),
  channel: ContactChannel,
  everyDays: z.int().min(1).max(730),
  topic: z.string().max(300),
  /** The day the line was agreed: silence is counted from it while there was no contact. */
  since: CalendarDate,
});
export type SchemeLine = z.infer<typeof SchemeLine>;

/** The six steps of work with a key client, in their order. */
export const planStepKeys = ['collect', 'plan', 'scheme', 'record', 'inform', 'key'] as const;
export const PlanStepKey = z.enum(planStepKeys);
export type PlanStepKey = z.infer<typeof PlanStepKey>;

/** What the user says of a step against what the data say. */
export const PlanStepMark = z.object({
  step: PlanStepKey,
  done: z.boolean(),
  note: z.string().max(500),
  markedOn: CalendarDate,
});
export type PlanStepMark = z.infer<typeof PlanStepMark>;

/** What the user says of a cell of the cross-sale map. `row` is an account's id or `department …`. */
export const CrossSaleMark = z.object({
  row: z.string().min(1).max(240),
  direction: z.string().min(1).max(200),
  state: z.enum(['idea', 'offered', 'refused']),
  /** Why they refused, or what the idea is. */
  note: z.string().max(500),
  markedOn: CalendarDate,
});
export type CrossSaleMark = z.infer<typeof CrossSaleMark>;

/** The long-term plan of one client: saved as a whole, so that any change is taken back by one save (GLOSSARY: план развития клиента). */
export const AccountPlan = z.object({
  startedOn: CalendarDate,
  goals: z.array(PlanGoal).max(30),
  means: PlanMeans,
  scheme: z.array(SchemeLine).max(200),
  stepMarks: z.array(PlanStepMark).max(planStepKeys.length),
  crossSale: z.array(CrossSaleMark).max(500),
  /** Letters and meetings that told the client how far its matters are. */
  reportIds: z.array(AccountEventId).max(300),
});
export type AccountPlan = z.infer<typeof AccountPlan>;

/** A plan with nothing in it. */
export function emptyPlan(today: CalendarDate, currency: Currency): AccountPlan {
  return {
    startedOn: today,
    goals: [],
    means: {
      budgetMinor: null,
      spentMinor: null,
      currency,
      colleagueIds: [],
      materials: '',
      privileges: '',
    },
    scheme: [],
    stepMarks: [],
    crossSale: [],
    reportIds: [],
  };
}

/** The people a line of the scheme speaks of. */
export const peopleOfLine = ({ partner }: Pick<SchemeLine, 'partner'>): readonly PersonId[] =>
  partner.kind === 'person' ? [partner.personId] : partner.personIds;

/** Whether anything of the means is written. */
export const hasMeans = (means: PlanMeans): boolean =>
  means.budgetMinor !== null ||
  means.colleagueIds.length > 0 ||
  means.materials.trim() !== '' ||
  means.privileges.trim() !== '';

/** Open tasks of goals that are not given up, with their goals, the earliest first; those without a day last. */
export function openTasks(
  plan: Pick<AccountPlan, 'goals'>,
): readonly { readonly goal: PlanGoal; readonly task: PlanTask }[] {
  return plan.goals
    .filter(({ outcome }) => outcome === 'open')
    .flatMap((goal) => goal.tasks.filter(({ doneOn }) => doneOn === null).map((task) => ({ goal, task })))
    .toSorted((a, b) => (a.task.dueOn ?? '9999').localeCompare(b.task.dueOn ?? '9999'));
}
