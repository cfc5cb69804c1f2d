import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountId } from '../../tests/support/ruleSamples.ts';
import { addDays, addMonths, calendarDate } from './calendarDate.ts';
import { usualCuts } from './portfolio.ts';
import {
  analyseSales,
  dependentDirections,
  mostFallen,
  type SalesBasis,
  type SalesClient,
  type SalesQuestion,
  withoutClient,
} from './salesAnalysis.ts';

const endOn = calendarDate('2026-11-23');

const asked = (basis: SalesBasis): SalesQuestion => ({ endOn, basis, cuts: usualCuts });

type Sale = SalesClient['deliveries'][number];
const sale = (monthsBack: number, profitMinor: number, direction = 'Сервис'): Sale => ({
  deliveredOn: addMonths(endOn, -monthsBack),
  direction,
  profitMinor,
  revenueMinor: profitMinor * 4,
});
const client = (number: number, ...deliveries: Sale[]): SalesClient => ({
  accountId: accountId(number),
  deliveries,
});
const everyMonth = (profitMinor: number, direction?: string): Sale[] =>
  Array.from({ length: 12 }, (_, at) => sale(at, profitMinor / 12, direction));

describe('shares of the portfolio', () => {
  it('puts the largest client first, with the running total, the change and the spread', () => {
    const { clients, matrix, profitMinor } = analyseSales(
      [
        client(1, sale(1, 100), sale(14, 900)),
        client(2, ...everyMonth(1200), sale(13, 100)),
        client(3, sale(20, 50)),
      ],
      asked('profit'),
    );
    expect(profitMinor).toBe(1300);
    // Whoever bought nothing in the period is in no row.
    expect(
      clients.map((one) => [one.accountId, one.abc + one.xyz, one.sharePermille, one.cumulativePermille]),
    ).toEqual([
      [accountId(2), 'AX', 923, 923],
      [accountId(1), 'BZ', 77, 1000],
    ]);
    expect(clients.map(({ changePermille }) => changePermille)).toEqual([923 - 95, 77 - 857]);
    // Where each stood a year before: the second bought once, the first was the largest then too.
    expect(clients.map(({ movedFrom }) => movedFrom)).toEqual([
      { abc: 'B', xyz: 'Z' },
      { abc: 'A', xyz: 'Z' },
    ]);
    // The same each month; and all in one month of twelve (its deviation is the root of eleven).
    expect(clients.map(({ spreadPercent }) => spreadPercent)).toEqual([0, 332]);
    expect(matrix).toHaveLength(9);
    expect(matrix.find(({ abc, xyz }) => abc === 'B' && xyz === 'Z')).toEqual({
      abc: 'B',
      xyz: 'Z',
      clients: 1,
      sharePermille: 77,
    });
  });

  it('knows what many small ones bring together', () => {
    const many = Array.from({ length: 3000 }, (_, at) => client(at + 1, sale(1, 100)));
    const { clients, matrix } = analyseSales(many, asked('profit'));
    const of = (abc: string) =>
      matrix.filter((cell) => cell.abc === abc).reduce((sum, { sharePermille }) => sum + sharePermille, 0);
    expect([of('A'), of('B'), of('C')]).toEqual([800, 150, 50]);
    expect(clients[1499]?.cumulativePermille).toBe(500);
  });

  it('says nothing of a change where nobody bought before', () => {
    const { clients } = analyseSales([client(1, sale(1, 100))], asked('revenue'));
    expect(clients[0]?.changePermille).toBeNull();
    expect(mostFallen(clients)).toBeNull();
  });

  it('names the client whose share fell most', () => {
    const { clients } = analyseSales(
      [
        client(1, sale(1, 500), sale(13, 500)),
        client(2, sale(1, 300), sale(13, 500)),
        client(3, sale(1, 400)),
      ],
      asked('profit'),
    );
    expect(mostFallen(clients)?.accountId).toBe(accountId(2));
    // One of the largest that fell among the smallest fell furthest of all.
    const sunk = [client(1, sale(1, 980), sale(13, 500)), client(2, sale(1, 20), sale(13, 500))];
    expect(mostFallen(analyseSales(sunk, asked('profit')).clients)?.accountId).toBe(accountId(2));
  });

  it('sees a direction that rests on one client only beyond the border', () => {
    const rests = (profit: number) =>
      dependentDirections(
        analyseSales([client(1, sale(1, profit)), client(2, sale(1, 250))], asked('profit')).directions,
      ).map(({ leaderId }) => leaderId);
    expect(rests(750)).toEqual([]);
    expect(rests(760)).toEqual([accountId(1)]);
  });

  it('counts shares and cells that add up, whatever was bought', () => {
    const deliveries = fc.array(
      fc
        .record({
          daysBack: fc.integer({ min: 0, max: 800 }),
          profitMinor: fc.integer({ min: -1e6, max: 1e8 }),
        })
        .map(({ daysBack, profitMinor }) => ({
          ...sale(0, profitMinor),
          deliveredOn: addDays(endOn, -daysBack),
        })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        fc.array(deliveries, { maxLength: 12 }),
        fc.constantFrom('profit', 'revenue'),
        (all, basis) => {
          const { clients, matrix } = analyseSales(
            all.map((of, at) => client(at + 1, ...of)),
            asked(basis),
          );
          const earns = clients.some((one) => (basis === 'profit' ? one.profitMinor : one.revenueMinor) > 0);
          const whole = clients.reduce((sum, { sharePermille }) => sum + sharePermille, 0);
          expect(whole).toBe(earns ? 1000 : 0);
          expect(clients.at(-1)?.cumulativePermille ?? 0).toBe(earns ? 1000 : 0);
          expect(matrix.reduce((sum, cell) => sum + cell.sharePermille, 0)).toBe(whole);
          expect(matrix.reduce((sum, cell) => sum + cell.clients, 0)).toBe(clients.length);
        },
      ),
    );
  });
});

describe('what if a client leaves', () => {
  const clients = [
    client(1, sale(1, 600), sale(2, 200, 'Компрессоры')),
    client(2, sale(1, 500)),
    client(3, sale(1, 400)),
    client(4, sale(1, 100, 'Компрессоры')),
  ];
  const leave = (number: number) =>
    withoutClient(clients, accountId(number), {
      keys: new Set([accountId(1)]),
      ...asked('profit'),
      cutPercent: 100,
    });

  it('sets what is left beside what is', () => {
    const { now, then, directions, asManyAs } = leave(1);
    expect([now.profitMinor, then.profitMinor]).toEqual([1800, 1000]);
    expect([now.leaderId, then.leaderId]).toEqual([accountId(1), accountId(2)]);
    expect([now.keyClientsPermille, then.keyClientsPermille]).toEqual([444, 0]);
    expect(directions).toEqual([
      { direction: 'Сервис', nowMinor: 1500, thenMinor: 900 },
      { direction: 'Компрессоры', nowMinor: 300, thenMinor: 100 },
    ]);
    // 500 + 400 of the next two are as much as its 800.
    expect(asManyAs).toBe(2);
  });

  it('sets three tenths less beside what is', () => {
    const { now, then, directions, asManyAs } = withoutClient(clients, accountId(1), {
      keys: new Set([accountId(1)]),
      ...asked('profit'),
      cutPercent: 30,
    });
    expect([now.profitMinor, then.profitMinor, then.revenueMinor]).toEqual([1800, 1560, 6240]);
    expect([then.clients, then.leaderId]).toEqual([4, accountId(1)]);
    expect(directions).toEqual([
      { direction: 'Сервис', nowMinor: 1500, thenMinor: 1320 },
      { direction: 'Компрессоры', nowMinor: 300, thenMinor: 240 },
    ]);
    expect(asManyAs).toBe(1);
  });

  it('says so when nobody can make up for it', () => {
    const giant = [client(1, sale(1, 9000)), client(2, sale(1, 1000))];
    const { asManyAs } = withoutClient(giant, accountId(1), {
      keys: new Set(),
      ...asked('profit'),
      cutPercent: 100,
    });
    expect(asManyAs).toBeNull();
  });

  it('has nothing to make up for where a client brings a loss', () => {
    const { then, asManyAs } = withoutClient(
      [client(1, sale(1, -700)), client(2, sale(1, 1000))],
      accountId(1),
      {
        keys: new Set(),
        ...asked('profit'),
        cutPercent: 100,
      },
    );
    expect([then.profitMinor, asManyAs]).toEqual([1000, 0]);
  });
});
