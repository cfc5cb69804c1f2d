import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountId } from '../../tests/support/ruleSamples.ts';
import { addMonths, calendarDate } from './calendarDate.ts';
import { abcXyz, dependenceOf, type PortfolioRow, profitShares } from './portfolio.ts';

const today = calendarDate('2026-11-23');
/** One delivery a month in each of the last `months` months. */
const row = (number: number, profitMinor: number, months = 1): PortfolioRow => ({
  accountId: accountId(number),
  deliveries: Array.from({ length: months }, (_, at) => ({
    deliveredOn: addMonths(today, -at),
    revenueMinor: (profitMinor * 4) / months,
    profitMinor: profitMinor / months,
  })),
});

describe('the portfolio', () => {
  it('shares the profit of the last twelve months', () => {
    const old = { deliveredOn: calendarDate('2025-11-23'), revenueMinor: 1e9, profitMinor: 1e9 };
    const future = { ...old, deliveredOn: calendarDate('2026-11-24') };
    const rows = [
      { ...row(1, 750), deliveries: [...row(1, 750).deliveries, old, future] },
      row(2, 250),
      row(3, -500),
    ];
    expect(
      profitShares(rows, today).map(({ profitSharePermille, profit12mMinor }) => [
        profitSharePermille,
        profit12mMinor,
      ]),
    ).toEqual([
      [750, 750],
      [250, 250],
      [0, -500],
    ]);
    expect(profitShares([row(1, -5)], today)[0]?.profitSharePermille).toBe(0);
  });

  it('sorts clients into ABC by profit and XYZ by frequency', () => {
    const rows = [
      row(1, 50, 2),
      row(2, 700, 12),
      row(3, 150, 4),
      row(4, 100, 8),
      { accountId: accountId(5), deliveries: [] },
      row(6, -10),
    ];
    expect(abcXyz(rows, today).map(({ abc, xyz }) => `${abc}${xyz}`)).toEqual([
      'CZ',
      'AX',
      'AY',
      'BX',
      'nullnull',
      'CZ',
    ]);
  });

  it('warns of mono-dependence above 75 % and tells the band of key clients', () => {
    const keys = new Set([accountId(1)]);
    expect(dependenceOf([row(1, 750), row(2, 250)], keys, today)).toEqual({
      monoDependenceOn: null,
      keyClientsPermille: 750,
      keyClientsBand: 'above',
    });
    expect(dependenceOf([row(1, 7504), row(2, 2496)], keys, today).monoDependenceOn).toBe(accountId(1));
    expect(dependenceOf([row(1, 300), row(2, 700)], keys, today).keyClientsBand).toBe('within');
    expect(dependenceOf([row(1, 299), row(2, 701)], keys, today).keyClientsBand).toBe('below');
    expect(dependenceOf([], keys, today)).toMatchObject({ monoDependenceOn: null, keyClientsPermille: 0 });
  });

  it('gives the same classes whatever the order of the clients', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 10_000 }), { maxLength: 20 }), (profits) => {
        const rows = profits.map((profit, at) => row(at + 1, profit));
        const classes = abcXyz(rows, today);
        expect(abcXyz(rows.toReversed(), today).toReversed()).toEqual(classes);
        // A richer client is never in a worse class.
        for (const [at, one] of profits.entries()) {
          for (const [other, two] of profits.entries()) {
            if (one > two) expect(`${classes[at]?.abc}` <= `${classes[other]?.abc}`).toBe(true);
          }
        }
        const sum = profitShares(rows, today).reduce(
          (total, { profitSharePermille }) => total + profitSharePermille,
          0,
        );
        expect(sum).toBe(profits.some((profit) => profit > 0) ? 1000 : 0);
      }),
    );
  });
});
