import { z } from 'zod';
import type { AbcClass, XyzClass } from './accountView.ts';
import { addMonths, type CalendarDate } from './calendarDate.ts';
import type { AccountId } from './ids.ts';

/** A breadwinner (кормилец) brings at least this share of our total profit, permille (GLOSSARY: портфель). */
export const breadwinnerSharePermille = 100;
/** Key clients together normally bring this part of sales, permille. */
export const keyClientsSharePermille = { from: 300, to: 550 } as const;
/** More than this part of sales from one client is mono-dependence (монозависимость), permille. */
export const monoDependenceSharePermille = 750;
/** Months that all measures of the portfolio look back on. */
export const portfolioMonths = 12;
/** Where the classes end, as a department chooses it (GLOSSARY: ABC-XYZ). */
export const AbcXyzCuts = z
  .object({
    /** A are the first clients up to this part of the total, B up to the next, C the rest. */
    aPercent: z.int().min(1).max(98),
    bPercent: z.int().min(2).max(99),
    /** X buys in at least so many of the last 12 months, Y in at least so many, Z more rarely. */
    xMonths: z.int().min(2).max(portfolioMonths),
    yMonths: z
      .int()
      .min(1)
      .max(portfolioMonths - 1),
  })
  .refine(({ aPercent, bPercent, xMonths, yMonths }) => aPercent < bPercent && yMonths < xMonths);
export type AbcXyzCuts = z.infer<typeof AbcXyzCuts>;
/** The cuts of a vault that chose none: four fifths, and two thirds and one third of the year. */
export const usualCuts: AbcXyzCuts = { aPercent: 80, bPercent: 95, xMonths: 8, yMonths: 4 };

/** An account with its deliveries; amounts in the smallest unit of ONE currency, for amounts of two cannot be added. */
export type PortfolioRow = {
  readonly accountId: AccountId;
  readonly deliveries: readonly {
    readonly deliveredOn: CalendarDate;
    readonly revenueMinor: number;
    readonly profitMinor: number;
  }[];
};
export type ProfitShare = {
  readonly accountId: AccountId;
  readonly revenue12mMinor: number;
  readonly profit12mMinor: number;
  /** Of the profit of all accounts that brought any; 0 for an account that brought none. */
  readonly profitSharePermille: number;
  readonly revenueSharePermille: number;
};

type LastMonths = { readonly after: CalendarDate; readonly today: CalendarDate };
const lastMonths = (today: CalendarDate): LastMonths => ({
  after: addMonths(today, -portfolioMonths),
  today,
});

/** Deliveries of the last 12 months: after the same day a year ago, up to today. */
function recent(row: PortfolioRow, { after, today }: LastMonths): PortfolioRow['deliveries'] {
  return row.deliveries.filter(({ deliveredOn }) => deliveredOn > after && deliveredOn <= today);
}

const permille = (part: number, whole: number): number =>
  whole > 0 ? Math.round((Math.max(part, 0) / whole) * 1000) : 0;

/**
 * Revenue and profit of the last 12 months and their shares, in the given order. A loss-making account lowers nobody's
 * share: the whole is the sum of what is above zero.
 */
export function profitShares(rows: readonly PortfolioRow[], today: CalendarDate): ProfitShare[] {
  const months = lastMonths(today);
  const sums = rows.map((row) => {
    const deliveries = recent(row, months);
    return {
      accountId: row.accountId,
      revenue12mMinor: deliveries.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0),
      profit12mMinor: deliveries.reduce((sum, { profitMinor }) => sum + profitMinor, 0),
    };
  });
  const profit = wholePermilles(sums.map(({ profit12mMinor }) => profit12mMinor));
  const revenue = wholePermilles(sums.map(({ revenue12mMinor }) => revenue12mMinor));
  return sums.map((row, at) => ({
    ...row,
    profitSharePermille: profit[at] ?? 0,
    revenueSharePermille: revenue[at] ?? 0,
  }));
}

/** Shares that add up to 1000 (largest remainders): a list that ends in 99,9 % looks like a mistake. All 0 where nothing is above zero. */
export function wholePermilles(amounts: readonly number[]): number[] {
  const parts = amounts.map((amount) => Math.max(amount, 0));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / whole) * 1000);
  const shares = exact.map(Math.floor);
  const missing = 1000 - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value % 1 }))
    .toSorted((one, other) => other.remainder - one.remainder || one.at - other.at);
  for (const { at } of byRemainder.slice(0, missing)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

/** The number of the month of a delivery, counted back from today in whole calendar months. */
const monthOf = (day: CalendarDate): string => day.slice(0, 7);

function xyzOf(row: PortfolioRow, within: LastMonths, { xMonths, yMonths }: AbcXyzCuts): XyzClass {
  const months = new Set(recent(row, within).map(({ deliveredOn }) => monthOf(deliveredOn))).size;
  if (months >= xMonths) return 'X';
  return months >= yMonths ? 'Y' : 'Z';
}

export type AbcXyz = {
  readonly accountId: AccountId;
  readonly abc: AbcClass | null;
  readonly xyz: XyzClass | null;
};

/**
 * ABC by profit (or revenue) and XYZ by frequency over the last 12 months, in the given order; both null without a
 * delivery in them. The client that crosses a border of ABC still belongs to the better class. GLOSSARY: ABC-XYZ.
 */
export function abcXyz(
  rows: readonly PortfolioRow[],
  today: CalendarDate,
  {
    basis = 'profit',
    cuts = usualCuts,
  }: { readonly basis?: 'profit' | 'revenue'; readonly cuts?: AbcXyzCuts } = {},
): AbcXyz[] {
  const value = (share: ProfitShare): number =>
    Math.max(basis === 'profit' ? share.profit12mMinor : share.revenue12mMinor, 0);
  const shares = profitShares(rows, today);
  const total = shares.reduce((sum, share) => sum + value(share), 0);
  const classes = new Map<AccountId, AbcClass>();
  let before = 0;
  for (const share of shares.toSorted(
    (a, b) => value(b) - value(a) || (a.accountId < b.accountId ? -1 : 1),
  )) {
    const reached = total === 0 ? 100 : (before / total) * 100;
    const earns = value(share) > 0;
    const abc = reached < cuts.aPercent ? 'A' : reached < cuts.bPercent ? 'B' : 'C';
    classes.set(share.accountId, earns ? abc : 'C');
    before += value(share);
  }
  const within = lastMonths(today);
  return rows.map((row) => {
    const { accountId } = row;
    if (recent(row, within).length === 0) return { accountId, abc: null, xyz: null };
    return { accountId, abc: classes.get(accountId) ?? 'C', xyz: xyzOf(row, within, cuts) };
  });
}

export type Dependence = {
  /** The client that brings more than 75 % of sales; null = none. */
  readonly monoDependenceOn: AccountId | null;
  /** Part of sales that the key clients bring together, permille. */
  readonly keyClientsPermille: number;
  readonly keyClientsBand: 'below' | 'within' | 'above';
};

/** How far our sales of the last 12 months hang on few clients. GLOSSARY: портфель. */
export function dependenceOf(
  rows: readonly PortfolioRow[],
  keyAccountIds: ReadonlySet<AccountId>,
  today: CalendarDate,
): Dependence {
  const shares = profitShares(rows, today);
  const total = shares.reduce((sum, { revenue12mMinor }) => sum + Math.max(revenue12mMinor, 0), 0);
  // Compared unrounded: 75,04 % is above the threshold though it rounds to 750.
  const mono = shares.find(
    ({ revenue12mMinor }) => revenue12mMinor * 1000 > total * monoDependenceSharePermille,
  );
  const keyRevenue = shares
    .filter(({ accountId }) => keyAccountIds.has(accountId))
    .reduce((sum, { revenue12mMinor }) => sum + Math.max(revenue12mMinor, 0), 0);
  const keyClientsPermille = permille(keyRevenue, total);
  const { from, to } = keyClientsSharePermille;
  return {
    monoDependenceOn: mono?.accountId ?? null,
    keyClientsPermille,
    keyClientsBand: keyClientsPermille < from ? 'below' : keyClientsPermille > to ? 'above' : 'within',
  };
}
