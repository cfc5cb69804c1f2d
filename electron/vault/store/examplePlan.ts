import { z } from 'zod';
import {
  AccountPlan,
  CrossSaleMark,
  PlanGoal,
  PlanMeans,
  PlanTask,
  SchemeLine,
} from '../../../shared/domain/accountPlan.ts';
import {
  ComparisonMark,
  CompetitorOfferDraft,
  CompetitorShare,
} from '../../../shared/domain/competitorOffer.ts';

/** A key of the example's data file instead of an id. */
const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

/** The plan of a client in the example's data file: keys instead of ids, titles instead of events. */
export const ExamplePlan = AccountPlan.pick({ startedOn: true, stepMarks: true }).extend({
  goals: z.array(
    PlanGoal.omit({ id: true, tasks: true }).extend({
      tasks: z.array(PlanTask.omit({ id: true, colleagueId: true }).extend({ colleague: Key.nullable() })),
    }),
  ),
  means: PlanMeans.omit({ colleagueIds: true }).extend({ colleagues: z.array(Key) }),
  scheme: z.array(
    SchemeLine.omit({ id: true, colleagueId: true, partner: true }).extend({
      colleague: Key,
      person: Key.nullable(),
      group: z.object({ name: z.string(), people: z.array(Key) }).nullable(),
    }),
  ),
  /** `department` null = the client itself. */
  crossSale: z.array(CrossSaleMark.omit({ row: true }).extend({ department: z.string().nullable() })),
  /** Titles of events of the same client. */
  reports: z.array(z.string()),
});
export type ExamplePlan = z.infer<typeof ExamplePlan>;

/** What is known of the competitors of a client beside their cards. */
export const ExampleRivalry = z.object({
  offers: z.array(
    CompetitorOfferDraft.omit({ accountId: true, competitorId: true, tenderId: true }).extend({
      competitor: Key,
      tender: Key.nullable(),
    }),
  ),
  shares: z.array(CompetitorShare.omit({ competitorId: true }).extend({ competitor: Key })),
  marks: z.array(ComparisonMark.omit({ competitorId: true }).extend({ competitor: Key })),
});
export type ExampleRivalry = z.infer<typeof ExampleRivalry>;
