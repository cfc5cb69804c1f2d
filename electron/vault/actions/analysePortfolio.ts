import { addMonths, calendarDate, type CalendarDate } from '../../../shared/domain/calendarDate.ts';
import {
  analyseDeals,
  dealsByYear,
  isInSpan,
  isOfDeals,
  refusalsByYear,
} from '../../../shared/domain/dealAnalysis.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { lostByYear } from '../../../shared/domain/lostClients.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { breadwinnerSharePermille, dependenceOf, portfolioMonths } from '../../../shared/domain/portfolio.ts';
import { analyseSales, mostFallen, withoutClient } from '../../../shared/domain/salesAnalysis.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/ipc/contract.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { readCuts } from '../store/cutsStore.ts';
import { countUnderWay, listDeals, listNotHeld } from '../store/dealStore.ts';
import { vaultCurrency } from '../store/deliverySums.ts';
import { listLostClients } from '../store/lostClientStore.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { hasSales, readSales, yearsOfSales } from '../store/salesStore.ts';

/** Bars of the picture; the others are one bar. */
const mostLeaders = 13;
const mostDirections = 20;

/** The last day of the twelve months that are looked at: of a year past, or today. */
const lastDay = (year: number | null, today: CalendarDate): CalendarDate =>
  year === null ? today : calendarDate(`${year}-12-31`);

/** On whom profit rests: shares, the matrix, directions, dependence. */
export function readSalesAnalysis(
  db: ReadableDb,
  { year, basis, cell, limit }: ParsedInputOf<'analysis.sales'>,
  today: CalendarDate,
): OutputOf<'analysis.sales'> {
  const endOn = lastDay(year, today);
  const { clients, names, keys, currency, leftOut } = readSales(db, endOn);
  const cuts = readCuts(db);
  const sales = analyseSales(clients, { endOn, basis, cuts });
  const nameOf = (id: AccountId): string => names.get(id) ?? '';
  const named = <Client extends { readonly accountId: AccountId }>(client: Client) => ({
    ...client,
    name: nameOf(client.accountId),
  });
  const { monoDependenceOn, ...dependence } = dependenceOf(clients, keys, endOn);
  const breadwinners = sales.clients.filter(({ sharePermille }) => sharePermille >= breadwinnerSharePermille);
  const fallen = mostFallen(sales.clients);
  const found = sales.clients.filter(
    ({ abc, xyz }) => cell === null || (abc === cell.abc && xyz === cell.xyz),
  );
  return {
    after: addMonths(endOn, -portfolioMonths),
    endOn,
    years: yearsOfSales(db, today),
    currency,
    leftOut,
    buyers: sales.clients.length,
    clients: clients.length,
    leaders: sales.clients.slice(0, mostLeaders).map(named),
    matrix: [...sales.matrix],
    cuts,
    directions: sales.directions
      .slice(0, mostDirections)
      .map((one) => ({ ...one, leaderName: nameOf(one.leaderId) })),
    breadwinners: {
      clients: breadwinners.length,
      sharePermille: breadwinners.reduce((sum, { sharePermille }) => sum + sharePermille, 0),
    },
    dependence: {
      ...dependence,
      monoDependenceOn:
        monoDependenceOn === null ? null : { id: monoDependenceOn, name: nameOf(monoDependenceOn) },
      keyClients: keys.size,
    },
    fallen: fallen && named(fallen),
    rows: found.slice(0, limit).map(named),
    found: found.length,
  };
}

/** What the period would be without a client, or if it bought less. Throws notFound. */
export function readLeaving(
  db: ReadableDb,
  { year, basis, accountId, cutPercent }: ParsedInputOf<'analysis.leaving'>,
  today: CalendarDate,
): OutputOf<'analysis.leaving'> {
  const endOn = lastDay(year, today);
  const { clients, names, keys, currency } = readSales(db, endOn);
  const name = names.get(accountId);
  if (name === undefined) throw new AppError('notFound', 'no such client');
  const leaving = withoutClient(clients, accountId, {
    keys,
    endOn,
    basis,
    cuts: readCuts(db),
    cutPercent,
  });
  const nameOf = (id: AccountId | null): string => (id === null ? '' : (names.get(id) ?? ''));
  return {
    ...leaving,
    name,
    currency,
    leaderNow: nameOf(leaving.now.leaderId),
    leaderThen: nameOf(leaving.then.leaderId),
    ...countUnderWay(db, accountId),
  };
}

/** Why we win and lose, and the deals behind a figure. */
export function readDealAnalysis(
  db: ReadableDb,
  { period, filter, limit }: ParsedInputOf<'analysis.deals'>,
  today: CalendarDate,
): OutputOf<'analysis.deals'> {
  const until = lastDay(period === 'all' ? null : period, today);
  const span = { after: period === 'all' ? null : addMonths(until, -portfolioMonths), until };
  const all = listDeals(db);
  const deals = all.filter(({ on }) => isInSpan(on, span));
  const notHeld = listNotHeld(db).filter(({ on }) => isInSpan(on, span));
  const found = filter === null ? deals : deals.filter((deal) => isOfDeals(deal, filter));
  const sums = new Map<Currency, { wonMinor: number; lostMinor: number }>();
  for (const { currency, outcome, ourMinor } of deals) {
    if (ourMinor === null) continue;
    const { wonMinor, lostMinor } = sums.get(currency) ?? { wonMinor: 0, lostMinor: 0 };
    sums.set(currency, {
      wonMinor: wonMinor + (outcome === 'won' ? ourMinor : 0),
      lostMinor: lostMinor + (outcome === 'lost' ? ourMinor : 0),
    });
  }
  const thisYear = Number(today.slice(0, 4));
  return {
    analysis: analyseDeals(deals),
    sums: [...sums].map(([currency, sum]) => ({ currency, ...sum })),
    cancelled: notHeld.filter(({ status }) => status === 'cancelled').length,
    declined: notHeld.filter(({ status }) => status === 'declined').length,
    years: dealsByYear(all)
      .map((one) => one.year)
      .filter((one) => one < thisYear)
      .toReversed(),
    deals: found.slice(0, limit),
    found: found.length,
  };
}

/** Who stopped buying, and what they brought. */
export function readLostClients(
  db: ReadableDb,
  { months, limit }: ParsedInputOf<'analysis.lost'>,
  today: CalendarDate,
): OutputOf<'analysis.lost'> {
  const currency = vaultCurrency(db);
  const rows = listLostClients(db, addMonths(today, -months), { today, currency });
  return {
    currency,
    hasSales: hasSales(db),
    rows: rows.slice(0, limit),
    found: rows.length,
    profitMinor: rows.reduce((sum, { profitMinor }) => sum + (profitMinor ?? 0), 0),
    byYear: lostByYear(rows),
    refusals: refusalsByYear(listDeals(db)),
  };
}
