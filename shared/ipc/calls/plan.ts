import { z } from 'zod';
import { AccountPlan, PlanStepKey, PlanStepMark } from '../../domain/accountPlan.ts';
import { CalendarDate } from '../../domain/calendarDate.ts';
import { CrossSaleMap } from '../../domain/crossSale.ts';
import { AccountId } from '../../domain/ids.ts';
import { Language } from '../../domain/language.ts';
import { PlanTemplate } from '../../domain/planTemplate.ts';
import { type Contract, done, saved } from './shapes.ts';

/** A plan with what the vault counts for it. */
export const PlanView = z.object({
  plan: AccountPlan,
  /** 0 = nothing is kept yet. */
  revision: z.int(),
  goals: z.array(
    z.object({
      id: z.uuid(),
      current: z.number().nullable(),
      percent: z.int().nullable(),
      state: z.enum(['reached', 'dropped', 'late', 'behind', 'onTrack']),
    }),
  ),
  lines: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(['even', 'due', 'neglected']),
      lastOn: CalendarDate.nullable(),
      days: z.int(),
      nextOn: CalendarDate,
    }),
  ),
  steps: z.array(
    z.object({
      key: PlanStepKey,
      state: z.enum(['done', 'partly', 'todo']),
      have: z.int(),
      need: z.int(),
      lacks: z
        .enum([
          'facts',
          'goals',
          'tasks',
          'means',
          'people',
          'lines',
          'contacts',
          'report',
          'privileges',
          'thanks',
        ])
        .nullable(),
      mark: PlanStepMark.nullable(),
    }),
  ),
  crossSale: CrossSaleMap,
});
export type PlanView = z.infer<typeof PlanView>;

/** The long-term plan of a client and its templates. */
export const planCalls = {
  'plans.view': { input: z.object({ accountId: AccountId }), output: PlanView },
  /** Keeps the plan whole; `baseRevision` 0 = the first time. Saving the plan before takes a change back. */
  'plans.save': {
    input: z.object({ accountId: AccountId, baseRevision: z.int(), plan: AccountPlan }),
    output: saved,
  },
  /** Marks a task done whatever else changed in the plan; null opens it again. */
  'plans.setTaskDone': {
    input: z.object({ accountId: AccountId, taskId: z.uuid(), doneOn: CalendarDate.nullable() }),
    output: saved,
  },
  /** The user's own templates, then those of the language that come with the program. */
  'plans.templates': {
    input: z.object({ language: Language }),
    output: z.object({ templates: z.array(PlanTemplate) }),
  },
  /** Lays a template over the plan, dates from today; `before` saved again takes it back. */
  'plans.applyTemplate': {
    input: z.object({
      accountId: AccountId,
      templateId: z.string().min(1).max(80),
      baseRevision: z.int(),
    }),
    output: z.object({ revision: z.int(), before: AccountPlan }),
  },
  'plans.saveTemplate': {
    input: z.object({
      accountId: AccountId,
      name: z.string().trim().min(1).max(200),
      language: Language,
    }),
    output: z.object({ id: z.string() }),
  },
  'plans.deleteTemplate': { input: z.object({ id: z.uuid() }), output: done },
  'plans.restoreTemplate': { input: z.object({ id: z.uuid() }), output: done },
} as const satisfies Contract;
