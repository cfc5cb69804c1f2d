import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountId, ProposalId, TenderId } from './ids.ts';
import { Currency } from './money.ts';
import { PeriodYear } from './salesAnalysis.ts';
import { TenderReason } from './tender.ts';

// Why we win and lose (GLOSSARY: исход тендера). A deal is a decided tender, or a proposal outside of any tender that
// was accepted or declined.

const outcome = z.enum(['won', 'lost']);

export const Deal = z.object({
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('tender'), id: TenderId }),
    z.object({ kind: z.literal('proposal'), id: ProposalId }),
  ]),
  accountId: AccountId,
  accountName: z.string(),
  industry: z.string(),
  title: z.string(),
  outcome,
  /** The day of the decision; of a tender without one the day of the tender. */
  on: CalendarDate.nullable(),
  reasons: z.array(TenderReason),
  ourMinor: z.int().nullable(),
  currency: Currency,
  rivals: z.array(z.object({ name: z.string(), amountMinor: z.int().nullable() })),
});
export type Deal = z.infer<typeof Deal>;

export const DealCount = z.object({ won: z.int(), lost: z.int() });
export type DealCount = z.infer<typeof DealCount>;

/** Which deals are meant: those with a reason (null = with none), met with a rival, or of an industry. */
export const DealFilter = z.discriminatedUnion('by', [
  z.object({ by: z.literal('reason'), reason: TenderReason.nullable() }),
  z.object({ by: z.literal('rival'), name: z.string().max(500) }),
  z.object({ by: z.literal('industry'), industry: z.string().max(500) }),
]);
export type DealFilter = z.infer<typeof DealFilter>;

/** Which deals are looked at: all that were ever decided, or those of twelve months. */
export const DealPeriod = z.union([z.literal('all'), PeriodYear]);
export type DealPeriod = z.infer<typeof DealPeriod>;
export const DealTable = z.object({ period: DealPeriod, filter: DealFilter.nullable() });

/** After a day up to another one; `after` null = from the first, and those whose day nobody wrote down. */
export type DealSpan = { readonly after: CalendarDate | null; readonly until: CalendarDate };

/** Whether what was decided on a day belongs to a span. */
export function isInSpan(on: CalendarDate | null, { after, until }: DealSpan): boolean {
  if (on === null) return after === null;
  return (after === null || on > after) && on <= until;
}

export const DealAnalysis = DealCount.extend({
  /** The commonest reason of losses first; null = deals without a reason written down. */
  reasons: z.array(DealCount.extend({ reason: TenderReason.nullable() })),
  /** The one met most often first. */
  rivals: z.array(
    DealCount.extend({
      name: z.string(),
      /** By how much its price stood above ours (below: less than 0) on the average, permille; null = never known. */
      gapPermille: z.int().nullable(),
    }),
  ),
  /** '' = an industry nobody wrote down. */
  industries: z.array(DealCount.extend({ industry: z.string() })),
  /** By year of the decision, the earliest first. */
  years: z.array(DealCount.extend({ year: z.int() })),
});
export type DealAnalysis = z.infer<typeof DealAnalysis>;

const key = (name: string): string => name.trim().toLocaleLowerCase('ru');

/** Whether a deal is one of those that a filter means. */
export function isOfDeals(deal: Deal, filter: DealFilter): boolean {
  switch (filter.by) {
    case 'reason':
      return filter.reason === null ? deal.reasons.length === 0 : deal.reasons.includes(filter.reason);
    case 'rival':
      return deal.rivals.some(({ name }) => key(name) === key(filter.name));
    case 'industry':
      return key(deal.industry) === key(filter.industry);
  }
}

function countOf(deals: readonly Deal[]): DealCount {
  const won = deals.filter((deal) => deal.outcome === 'won').length;
  return { won, lost: deals.length - won };
}

/** Groups by a key, each under the first of its names that came. */
function grouped(pairs: readonly (readonly [string, Deal])[]): { name: string; deals: Deal[] }[] {
  const groups = new Map<string, { name: string; deals: Deal[] }>();
  for (const [name, deal] of pairs) {
    const group = groups.get(key(name)) ?? { name: name.trim(), deals: [] };
    groups.set(key(name), group);
    if (!group.deals.includes(deal)) group.deals.push(deal);
  }
  return [...groups.values()];
}

function gapOf(name: string, deals: readonly Deal[]): number | null {
  const gaps = deals.flatMap(({ ourMinor, rivals }) => {
    const amount = rivals.find((rival) => key(rival.name) === key(name))?.amountMinor ?? null;
    return amount === null || ourMinor === null || ourMinor <= 0 ? [] : [(amount - ourMinor) / ourMinor];
  });
  return gaps.length === 0
    ? null
    : Math.round((gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length) * 1000);
}

/** Deals by the year of their decision, the earliest first; one without a day is in none. */
export function dealsByYear(deals: readonly Deal[]): { year: number; decided: readonly Deal[] }[] {
  return [...Map.groupBy(deals, ({ on }) => on && Number(on.slice(0, 4)))]
    .flatMap(([year, decided]) => (year === null ? [] : [{ year, decided }]))
    .toSorted((one, other) => one.year - other.year);
}

const mostLost = (one: DealCount, other: DealCount): number => other.lost - one.lost || other.won - one.won;
const mostMet = (one: DealCount, other: DealCount): number =>
  other.won + other.lost - (one.won + one.lost) || other.lost - one.lost;

/** Wins and losses by reason, rival, industry and year. A deal with three reasons counts under each of them. */
export function analyseDeals(deals: readonly Deal[]): DealAnalysis {
  const without = deals.filter(({ reasons }) => reasons.length === 0);
  const reasons: { reason: TenderReason | null; won: number; lost: number }[] = TenderReason.options
    .map((reason) => ({ reason, ...countOf(deals.filter((deal) => deal.reasons.includes(reason))) }))
    .filter(({ won, lost }) => won + lost > 0)
    .toSorted(mostLost);
  if (without.length > 0) reasons.push({ reason: null, ...countOf(without) });
  return {
    ...countOf(deals),
    reasons,
    rivals: grouped(deals.flatMap((deal) => deal.rivals.map(({ name }) => [name, deal] as const)))
      .map(({ name, deals: met }) => ({ name, ...countOf(met), gapPermille: gapOf(name, met) }))
      .toSorted(mostMet),
    industries: grouped(deals.map((deal) => [deal.industry, deal] as const))
      .map(({ name, deals: within }) => ({ industry: name, ...countOf(within) }))
      .toSorted(mostMet),
    years: dealsByYear(deals).map(({ year, decided }) => ({ year, ...countOf(decided) })),
  };
}

/** The dynamics of refusals: lost tenders, and declined proposals outside of tenders, by year, the earliest first. */
export function refusalsByYear(
  deals: readonly Deal[],
): { year: number; tenders: number; proposals: number }[] {
  return dealsByYear(deals.filter((deal) => deal.outcome === 'lost')).map(({ year, decided }) => {
    const tenders = decided.filter(({ subject }) => subject.kind === 'tender').length;
    return { year, tenders, proposals: decided.length - tenders };
  });
}

/** The commonest reason of losses; null = no loss has one, or another is as common. */
export function mainReasonOfLosses({ reasons }: DealAnalysis): TenderReason | null {
  const known = reasons.filter(({ reason, lost }) => reason !== null && lost > 0);
  const [first, second] = known.toSorted(mostLost);
  return first === undefined || first.lost === second?.lost ? null : first.reason;
}
