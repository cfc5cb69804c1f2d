import type { AccountPlan } from '../../../shared/domain/accountPlan.ts';
import { departmentRow } from '../../../shared/domain/crossSale.ts';
import type {
  AccountEventId,
  AccountId,
  ColleagueId,
  CompetitorId,
  PersonId,
  TenderId,
} from '../../../shared/domain/ids.ts';
import { CompetitorOfferId } from '../../../shared/domain/ids.ts';
import { setComparisonMark } from '../store/comparisonStore.ts';
import { createCompetitorOffer, noteCompetitorShare } from '../store/competitorOfferStore.ts';
import type { ExamplePlan, ExampleRivalry } from '../store/examplePlan.ts';
import type { WritableDb } from '../store/openDatabase.ts';
import { savePlan } from '../store/planStore.ts';

/** How keys of the data file become ids. */
export type ExampleIds = {
  /** A uuid that follows from a key. */
  readonly uuid: (key: string) => string;
  readonly colleague: (key: string) => ColleagueId;
  readonly person: (key: string) => PersonId;
  readonly competitor: (key: string) => CompetitorId;
  readonly tender: (key: string) => TenderId;
};

type Of = { readonly accountId: AccountId; readonly key: string; readonly ids: ExampleIds };

function partnerOf(
  { person, group }: ExamplePlan['scheme'][number],
  ids: ExampleIds,
): AccountPlan['scheme'][number]['partner'] {
  if (person !== null) return { kind: 'person', personId: ids.person(person) };
  return { kind: 'group', name: group?.name ?? '', personIds: (group?.people ?? []).map(ids.person) };
}

/** Writes the plan of a client of the example. `eventOf` finds an event by its title. */
export function loadExamplePlan(
  db: WritableDb,
  plan: ExamplePlan,
  { accountId, key, ids }: Of,
  eventOf: (title: string) => AccountEventId | undefined,
  nowMs: number,
): void {
  const { colleagues, ...means } = plan.means;
  savePlan(
    db,
    accountId,
    0,
    {
      startedOn: plan.startedOn,
      stepMarks: plan.stepMarks,
      goals: plan.goals.map((goal, at) => ({
        ...goal,
        id: ids.uuid(`goal ${key} ${at}`),
        tasks: goal.tasks.map(({ colleague, ...task }, place) => ({
          ...task,
          id: ids.uuid(`task ${key} ${at} ${place}`),
          colleagueId: colleague === null ? null : ids.colleague(colleague),
        })),
      })),
      means: { ...means, colleagueIds: colleagues.map(ids.colleague) },
      scheme: plan.scheme.map((line, at) => ({
        id: ids.uuid(`line ${key} ${at}`),
        colleagueId: ids.colleague(line.colleague),
        partner: partnerOf(line, ids),
        channel: line.channel,
        everyDays: line.everyDays,
        topic: line.topic,
        since: line.since,
      })),
      crossSale: plan.crossSale.map(({ department, ...mark }) => ({
        ...mark,
        row: department === null ? accountId : departmentRow(department),
      })),
      reportIds: plan.reports.flatMap((title) => eventOf(title) ?? []),
    },
    nowMs,
  );
}

/** Writes what is known of the competitors of a client of the example. */
export function loadExampleRivalry(
  db: WritableDb,
  rivalry: ExampleRivalry,
  { accountId, key, ids }: Of,
): void {
  rivalry.offers.forEach(({ competitor, tender, ...offer }, at) => {
    createCompetitorOffer(
      db,
      {
        ...offer,
        accountId,
        competitorId: ids.competitor(competitor),
        tenderId: tender === null ? null : ids.tender(tender),
      },
      CompetitorOfferId.parse(ids.uuid(`offer ${key} ${at}`)),
    );
  });
  for (const { competitor, notedOn, sharePercent } of rivalry.shares)
    noteCompetitorShare(db, ids.competitor(competitor), sharePercent, notedOn);
  for (const { competitor, ...mark } of rivalry.marks)
    setComparisonMark(db, accountId, { ...mark, competitorId: ids.competitor(competitor) });
}
