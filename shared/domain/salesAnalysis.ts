import { z } from 'zod';
import { AbcClass, XyzClass } from './accountView.ts';
import { addMonths, type CalendarDate } from './calendarDate.ts';
import { AccountId } from './ids.ts';
import {
  abcXyz,
  type AbcXyzCuts,
  type Dependence,
  dependenceOf,
  monoDependenceSharePermille,
  portfolioMonths,
  type PortfolioRow,
  profitShares,
  wholePermilles,
} from './portfolio.ts';

// On whom profit rests (GLOSSARY: портфель, монозависимость, ABC-XYZ, разброс закупок). A period is always twelve
// months, for so are the borders of ABC-XYZ; it is named by its last day.

export const SalesBasis = z.enum(['profit', 'revenue']);
export type SalesBasis = z.infer<typeof SalesBasis>;

export const AbcXyzCell = z.object({ abc: AbcClass, xyz: XyzClass });
export type AbcXyzCell = z.infer<typeof AbcXyzCell>;

/** A whole year past that is looked at; null = the last twelve months. */
export const PeriodYear = z.int().min(1900).max(2200).nullable();
export type PeriodYear = z.infer<typeof PeriodYear>;

/** Which clients are looked at: of a period, by profit or revenue; of one cell of the matrix, or of all. */
export const SalesTable = z.object({ year: PeriodYear, basis: SalesBasis, cell: AbcXyzCell.nullable() });

/** A share of the basis that fell by so much in a year is worth a word, permille. */
export const fallenSharePermille = 20;

/** A client with deliveries of the period and of the twelve months before; amounts in one currency. */
export type SalesClient = Omit<PortfolioRow, 'deliveries'> & {
  readonly deliveries: readonly (PortfolioRow['deliveries'][number] & { readonly direction: string })[];
};

/** A client that bought in the period. */
export const AnalysedClient = AbcXyzCell.extend({
  accountId: AccountId,
  revenueMinor: z.int(),
  profitMinor: z.int(),
  /** Of the basis of all clients; they add up to 1000. */
  sharePermille: z.int(),
  /** Of this client and all larger ones. */
  cumulativePermille: z.int(),
  /** Against the twelve months before; null = nobody bought anything in them. */
  changePermille: z.int().nullable(),
  /** The cell of the twelve months before where it was another one; null = the same, or nothing was bought in them. */
  movedFrom: AbcXyzCell.nullable(),
  /** Spread of the twelve monthly revenues, hundredths of their mean; null where they do not add up to anything. */
  spreadPercent: z.int().nullable(),
});
export type AnalysedClient = z.infer<typeof AnalysedClient>;

export const MatrixCell = AbcXyzCell.extend({ clients: z.int(), sharePermille: z.int() });
export type MatrixCell = z.infer<typeof MatrixCell>;

/** A direction of what we sell: what it brought and who brings most of it. */
export const DirectionShare = z.object({
  direction: z.string(),
  valueMinor: z.int(),
  leaderId: AccountId,
  leaderSharePermille: z.int(),
});
export type DirectionShare = z.infer<typeof DirectionShare>;

export type SalesAnalysis = {
  readonly revenueMinor: number;
  readonly profitMinor: number;
  /** Those that bought in the period, the largest first. */
  readonly clients: readonly AnalysedClient[];
  /** Nine cells, A before B, X before Y. */
  readonly matrix: readonly MatrixCell[];
  /** The largest first; what has no direction is in none. */
  readonly directions: readonly DirectionShare[];
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Spread of twelve monthly amounts around their mean (variation coefficient), per cent. */
function spreadOf(months: readonly number[]): number | null {
  const mean = sumOf(months) / months.length;
  if (mean <= 0) return null;
  const variance = sumOf(months.map((month) => (month - mean) ** 2)) / months.length;
  return Math.round((Math.sqrt(variance) / mean) * 100);
}

function movedFrom(
  before: { readonly abc: AbcClass | null; readonly xyz: XyzClass | null } | undefined,
  now: AbcXyzCell,
): AbcXyzCell | null {
  const { abc = null, xyz = null } = before ?? {};
  return abc === null || xyz === null || (abc === now.abc && xyz === now.xyz) ? null : { abc, xyz };
}

/** The twelve months that end with a day, each counted from the same day of the month before. */
function monthBorders(endOn: CalendarDate): readonly CalendarDate[] {
  return Array.from({ length: portfolioMonths }, (_, at) => addMonths(endOn, at + 1 - portfolioMonths));
}

function monthlyRevenue(
  client: SalesClient,
  borders: readonly CalendarDate[],
  after: CalendarDate,
): number[] {
  const months = borders.map(() => 0);
  for (const { deliveredOn, revenueMinor } of client.deliveries) {
    if (deliveredOn <= after) continue;
    const at = borders.findIndex((border) => deliveredOn <= border);
    if (at >= 0) months[at] = (months[at] ?? 0) + revenueMinor;
  }
  return months;
}

/** What is asked: the twelve months up to a day, by profit or revenue, in the department's classes. */
export type SalesQuestion = {
  readonly endOn: CalendarDate;
  readonly basis: SalesBasis;
  readonly cuts: AbcXyzCuts;
};

/** Who brings how much of the profit (or revenue) of the twelve months up to a day, and how evenly. */
export function analyseSales(
  clients: readonly SalesClient[],
  { endOn, basis, cuts }: SalesQuestion,
): SalesAnalysis {
  const after = addMonths(endOn, -portfolioMonths);
  const share = (one: { readonly profitSharePermille: number; readonly revenueSharePermille: number }) =>
    basis === 'profit' ? one.profitSharePermille : one.revenueSharePermille;
  const now = profitShares(clients, endOn);
  const before = profitShares(clients, after);
  const hadAny = before.some((one) => share(one) > 0);
  const cells = abcXyz(clients, endOn, { basis, cuts });
  const cellsBefore = abcXyz(clients, after, { basis, cuts });
  const borders = monthBorders(endOn);
  const bought = clients.flatMap((client, at) => {
    const { abc, xyz } = cells[at] ?? { abc: null, xyz: null };
    const sums = now[at];
    if (abc === null || xyz === null || sums === undefined) return [];
    const { revenue12mMinor: revenueMinor, profit12mMinor: profitMinor } = sums;
    return {
      accountId: client.accountId,
      abc,
      xyz,
      revenueMinor,
      profitMinor,
      sharePermille: share(sums),
      changePermille: hadAny ? share(sums) - share(before[at] ?? sums) : null,
      movedFrom: movedFrom(cellsBefore[at], { abc, xyz }),
      spreadPercent: spreadOf(monthlyRevenue(client, borders, after)),
    };
  });
  const value = (one: { readonly revenueMinor: number; readonly profitMinor: number }) =>
    basis === 'profit' ? one.profitMinor : one.revenueMinor;
  const earned = (one: Parameters<typeof value>[0]) => Math.max(value(one), 0);
  const whole = sumOf(bought.map(earned));
  let reached = 0;
  const sorted = bought
    .toSorted((one, other) => value(other) - value(one) || (one.accountId < other.accountId ? -1 : 1))
    .map((one): AnalysedClient => {
      reached += earned(one);
      // Of sums, not of rounded shares: of ten thousand clients each has a share of nothing.
      return { ...one, cumulativePermille: whole === 0 ? 0 : Math.round((reached / whole) * 1000) };
    });
  const cellsOfAll = AbcClass.options.flatMap((abc) =>
    XyzClass.options.map((xyz) => ({
      abc,
      xyz,
      within: sorted.filter((one) => one.abc === abc && one.xyz === xyz),
    })),
  );
  const cellShares = wholePermilles(cellsOfAll.map(({ within }) => sumOf(within.map(earned))));
  return {
    revenueMinor: sumOf(sorted.map(({ revenueMinor }) => revenueMinor)),
    profitMinor: sumOf(sorted.map(({ profitMinor }) => profitMinor)),
    clients: sorted,
    matrix: cellsOfAll.map(({ abc, xyz, within }, at) => ({
      abc,
      xyz,
      clients: within.length,
      sharePermille: cellShares[at] ?? 0,
    })),
    directions: directionsOf(clients, after, endOn, basis),
  };
}

function directionsOf(
  clients: readonly SalesClient[],
  after: CalendarDate,
  endOn: CalendarDate,
  basis: SalesBasis,
): DirectionShare[] {
  const byDirection = new Map<string, Map<AccountId, number>>();
  for (const { accountId, deliveries } of clients)
    for (const { direction, deliveredOn, revenueMinor, profitMinor } of deliveries) {
      if (direction === '' || deliveredOn <= after || deliveredOn > endOn) continue;
      const of = byDirection.get(direction) ?? new Map<AccountId, number>();
      byDirection.set(direction, of);
      of.set(accountId, (of.get(accountId) ?? 0) + (basis === 'profit' ? profitMinor : revenueMinor));
    }
  return [...byDirection]
    .flatMap(([direction, of]): DirectionShare[] => {
      const earning = [...of].filter(([, sum]) => sum > 0).toSorted((one, other) => other[1] - one[1]);
      const whole = sumOf(earning.map(([, sum]) => sum));
      const [leader] = earning;
      if (leader === undefined) return [];
      // Rounded down, so that 75,04 % of one client and 24,96 % of others never read as more than is said.
      const leaderSharePermille = Math.floor((leader[1] / whole) * 1000);
      return [{ direction, valueMinor: whole, leaderId: leader[0], leaderSharePermille }];
    })
    .toSorted((one, other) => other.valueMinor - one.valueMinor);
}

/** Directions that rest on one client (GLOSSARY: монозависимость), where there are others that buy it or not. */
export function dependentDirections<Share extends DirectionShare>(
  directions: readonly Share[],
): readonly Share[] {
  return directions.filter(({ leaderSharePermille }) => leaderSharePermille > monoDependenceSharePermille);
}

/**
 * The client of class A or B, now or a year before, whose share fell most in a year: one that fell into C fell furthest.
 * Null = none fell by {@link fallenSharePermille}.
 */
export function mostFallen(clients: readonly AnalysedClient[]): AnalysedClient | null {
  const fallen = clients.filter(
    ({ abc, movedFrom, changePermille }) =>
      (movedFrom?.abc ?? abc) !== 'C' && changePermille !== null && changePermille <= -fallenSharePermille,
  );
  return fallen.toSorted((one, other) => (one.changePermille ?? 0) - (other.changePermille ?? 0))[0] ?? null;
}

/** Sums of our portfolio, and who is the largest of it. */
export const PortfolioState = z.object({
  revenueMinor: z.int(),
  profitMinor: z.int(),
  clients: z.int(),
  /** The largest client by the basis; null = nobody bought. */
  leaderId: AccountId.nullable(),
  leaderSharePermille: z.int(),
  keyClientsPermille: z.int(),
});
export type PortfolioState = z.infer<typeof PortfolioState>;

function stateOf(
  { revenueMinor, profitMinor, clients }: SalesAnalysis,
  { keyClientsPermille }: Dependence,
): PortfolioState {
  const [leader] = clients;
  return {
    revenueMinor,
    profitMinor,
    clients: clients.length,
    leaderId: leader?.accountId ?? null,
    leaderSharePermille: leader?.sharePermille ?? 0,
    keyClientsPermille,
  };
}

/** How much less a client buys: it leaves, or buys three tenths less. */
export const cutPercents = [100, 30] as const;
export const CutPercent = z.union(cutPercents.map((percent) => z.literal(percent)));
export type CutPercent = z.infer<typeof CutPercent>;

export const Leaving = z.object({
  now: PortfolioState,
  then: PortfolioState,
  /** What the client buys: of each direction, what it brings by the basis and what would be left of it. */
  directions: z.array(z.object({ direction: z.string(), nowMinor: z.int(), thenMinor: z.int() })),
  /** So many of the next largest clients bring as much together, 0 = it brings nothing; null = all together bring less. */
  asManyAs: z.int().nullable(),
});
export type Leaving = z.infer<typeof Leaving>;

const cut = (amountMinor: number, percent: CutPercent): number =>
  amountMinor - Math.round((amountMinor * percent) / 100);

/** What the last twelve months would be if a client left, or bought less: «что, если он уйдёт». */
export function withoutClient(
  clients: readonly SalesClient[],
  leaving: AccountId,
  {
    keys,
    cutPercent,
    ...question
  }: SalesQuestion & { readonly keys: ReadonlySet<AccountId>; readonly cutPercent: CutPercent },
): Leaving {
  const others = clients.filter(({ accountId }) => accountId !== leaving);
  const own = clients.filter(({ accountId }) => accountId === leaving);
  // Of one that leaves nothing stays, not a client with purchases of nothing.
  const staying = (cutPercent === 100 ? [] : own).map((client) => ({
    ...client,
    deliveries: client.deliveries.map((delivery) => ({
      ...delivery,
      revenueMinor: cut(delivery.revenueMinor, cutPercent),
      profitMinor: cut(delivery.profitMinor, cutPercent),
    })),
  }));
  const then = [...others, ...staying];
  const now = analyseSales(clients, question);
  const left = analyseSales(then, question);
  const value = (one: AnalysedClient) => (question.basis === 'profit' ? one.profitMinor : one.revenueMinor);
  const mine = now.clients.find(({ accountId }) => accountId === leaving);
  const lost = mine === undefined ? 0 : (value(mine) * cutPercent) / 100;
  let made = 0;
  const enough = now.clients
    .filter((one) => one !== mine)
    .findIndex((one) => {
      made += Math.max(value(one), 0);
      return made >= lost;
    });
  const soldOf = ({ directions }: SalesAnalysis, direction: string): number =>
    directions.find((one) => one.direction === direction)?.valueMinor ?? 0;
  return {
    now: stateOf(now, dependenceOf(clients, keys, question.endOn)),
    then: stateOf(left, dependenceOf(then, keys, question.endOn)),
    directions: analyseSales(own, question).directions.map(({ direction }) => ({
      direction,
      nowMinor: soldOf(now, direction),
      thenMinor: soldOf(left, direction),
    })),
    asManyAs: lost <= 0 ? 0 : enough < 0 ? null : enough + 1,
  };
}
