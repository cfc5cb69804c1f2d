import { z } from 'zod';
import { AccountType } from './account.ts';
import type { AccountPlan, PlanGoal, SchemeLine } from './accountPlan.ts';
import { ContactChannel, hasMeans, PlanGauge } from './accountPlan.ts';
import { addDays, daysBetween } from './calendarDate.ts';
import type { CalendarDate } from './calendarDate.ts';
import type { ColleagueId } from './ids.ts';
import { Language } from './language.ts';
import type { Person } from './person.ts';
import { DecisionRole, ReaderRole } from './person.ts';
import { isWorkingDay } from './workingDays.ts';

const inDays = z.int().min(0).max(3650);

/** A plan without a client: days instead of dates, roles instead of people (GLOSSARY: шаблон плана). */
export const PlanTemplateBody = z.object({
  name: z.string().trim().min(1).max(200),
  about: z.string().max(500),
  /** Which clients it is made for; `lost` = those who stopped to buy. Empty = any. */
  fits: z.array(z.union([AccountType, z.literal('lost')])).max(5),
  goals: z
    .array(
      z.object({
        title: z.string().trim().min(1).max(300),
        measure: z.string().max(200),
        unit: z.string().max(40),
        gauge: PlanGauge,
        target: z.number().nullable(),
        inDays: inDays.nullable(),
        tasks: z
          .array(z.object({ title: z.string().trim().min(1).max(300), inDays: inDays.nullable() }))
          .max(50),
      }),
    )
    .max(30),
  materials: z.string().max(2000),
  privileges: z.string().max(2000),
  scheme: z
    .array(
      z.object({
        /** Who of theirs: by the role of a reader or in the decision. */
        role: z.union([ReaderRole, DecisionRole]),
        channel: ContactChannel,
        everyDays: z.int().min(1).max(730),
        topic: z.string().max(300),
      }),
    )
    .max(50),
});
export type PlanTemplateBody = z.infer<typeof PlanTemplateBody>;

export const PlanTemplate = PlanTemplateBody.extend({
  /** Readable for shipped ones, a uuid for the user's own. */
  id: z.string().min(1).max(80),
  language: Language,
  own: z.boolean(),
});
export type PlanTemplate = z.infer<typeof PlanTemplate>;

export type TemplateGround = {
  readonly today: CalendarDate;
  readonly newId: () => string;
  readonly people: readonly Pick<
    Person,
    'id' | 'readerRole' | 'decisionRole' | 'influence' | 'contactsOfOurs'
  >[];
  /** Who keeps a line where nobody of ours knows the person; null = the line is left out. */
  readonly authorId: ColleagueId | null;
};

/** A day so many days from now; one that falls on a day off moves to the next working day. */
export function planDay(today: CalendarDate, days: number): CalendarDate {
  let day = addDays(today, days);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

function goalsOf(template: PlanTemplateBody, { today, newId }: TemplateGround): PlanGoal[] {
  return template.goals.map(({ inDays: days, tasks, target, ...goal }) => ({
    ...goal,
    id: newId(),
    from: null,
    target,
    current: null,
    by: days === null ? null : planDay(today, days),
    outcome: 'open',
    tasks: tasks.map((task) => ({
      id: newId(),
      title: task.title,
      colleagueId: null,
      dueOn: task.inDays === null ? null : planDay(today, task.inDays),
      doneOn: null,
    })),
  }));
}

/** Lines for the people whose role the template names, kept by whoever of ours knows them best. */
function linesOf(
  template: PlanTemplateBody,
  ground: TemplateGround,
  taken: ReadonlySet<string>,
): SchemeLine[] {
  const met = new Set(taken);
  return template.scheme.flatMap(({ role, ...line }) =>
    ground.people
      .filter(({ readerRole, decisionRole }) => readerRole === role || decisionRole === role)
      .flatMap((person): SchemeLine[] => {
        const [best] = person.contactsOfOurs.toSorted((a, b) => b.strength - a.strength);
        const colleagueId = best?.colleagueId ?? ground.authorId;
        // Who has a line already, of the plan or of the template, is not asked twice.
        if (colleagueId === null || met.has(person.id)) return [];
        met.add(person.id);
        return [
          {
            ...line,
            id: ground.newId(),
            colleagueId,
            partner: { kind: 'person', personId: person.id },
            since: ground.today,
          },
        ];
      }),
  );
}

const joined = (before: string, added: string): string =>
  before.includes(added) ? before : [before.trim(), added].filter((text) => text !== '').join('\n');

/** A plan with a template laid over it: what stands there stays, dates are counted from today. */
export function applyPlanTemplate(
  plan: AccountPlan,
  template: PlanTemplateBody,
  ground: TemplateGround,
): AccountPlan {
  const taken = new Set<string>(
    plan.scheme.flatMap(({ partner }) =>
      partner.kind === 'person' ? [partner.personId] : [...partner.personIds],
    ),
  );
  const isNew = plan.goals.length === 0 && plan.scheme.length === 0 && !hasMeans(plan.means);
  return {
    ...plan,
    startedOn: isNew ? ground.today : plan.startedOn,
    goals: [...plan.goals, ...goalsOf(template, ground)],
    means: {
      ...plan.means,
      materials: joined(plan.means.materials, template.materials),
      privileges: joined(plan.means.privileges, template.privileges),
    },
    scheme: [...plan.scheme, ...linesOf(template, ground, taken)],
  };
}

/** A template made of a plan: days are counted from its start, and of people only their roles stay. */
export function templateOfPlan(
  plan: AccountPlan,
  people: readonly Pick<Person, 'id' | 'readerRole'>[],
  name: string,
): PlanTemplateBody {
  const since = (day: CalendarDate | null): number | null =>
    day === null ? null : Math.max(0, daysBetween(plan.startedOn, day));
  const roles = new Map<string, ReaderRole>(people.map(({ id, readerRole }) => [id, readerRole]));
  const lines = plan.scheme.flatMap(({ partner, channel, everyDays, topic }) => {
    const role = partner.kind === 'person' ? roles.get(partner.personId) : undefined;
    return role === undefined ? [] : [{ role, channel, everyDays, topic }];
  });
  return {
    name,
    about: '',
    fits: [],
    goals: plan.goals
      .filter(({ outcome }) => outcome !== 'dropped')
      .map(({ title, measure, unit, gauge, target, by, tasks }) => ({
        title,
        measure,
        unit,
        gauge,
        target,
        inDays: since(by),
        tasks: tasks.map((task) => ({ title: task.title, inDays: since(task.dueOn) })),
      })),
    materials: plan.means.materials,
    privileges: plan.means.privileges,
    scheme: lines.filter(({ role }, at) => lines.findIndex((line) => line.role === role) === at),
  };
}
