import { describe, expect, it } from 'vitest';
import { accountId } from '../../tests/support/ruleSamples.ts';
import { calendarDate } from './calendarDate.ts';
import { analyseDeals, type Deal, isOfDeals, mainReasonOfLosses } from './dealAnalysis.ts';
import { TenderId } from './ids.ts';

let made = 0;
const deal = (overrides: Partial<Deal>): Deal => ({
  subject: {
    kind: 'tender',
    id: TenderId.parse(`00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`),
  },
  accountId: accountId(1),
  accountName: 'Тихвинский фарфор',
  industry: 'Стекло и керамика',
  title: 'Компрессорная станция',
  outcome: 'lost',
  on: calendarDate('2026-03-01'),
  reasons: ['price'],
  ourMinor: 1000,
  currency: 'RUB',
  rivals: [],
  ...overrides,
});
const rival = (name: string, amountMinor: number | null = null) => ({ name, amountMinor });

describe('wins and losses', () => {
  const deals = [
    deal({ reasons: ['price', 'paymentTerms'], rivals: [rival('Пневмосервис', 900)] }),
    deal({ reasons: ['price'], rivals: [rival('пневмосервис ', 1000), rival('Медвоздух')] }),
    deal({ outcome: 'won', reasons: ['technicalFit'], on: calendarDate('2024-05-01'), industry: 'Медицина' }),
    deal({ outcome: 'won', reasons: [], on: null, industry: '' }),
  ];

  it('counts a deal under each of its reasons, and those without any apart', () => {
    const analysis = analyseDeals(deals);
    expect([analysis.won, analysis.lost]).toEqual([2, 2]);
    expect(analysis.reasons).toEqual([
      { reason: 'price', won: 0, lost: 2 },
      { reason: 'paymentTerms', won: 0, lost: 1 },
      { reason: 'technicalFit', won: 1, lost: 0 },
      { reason: null, won: 1, lost: 0 },
    ]);
    expect(mainReasonOfLosses(analysis)).toBe('price');
  });

  it('knows a rival by its name however it is written, and how its price stood to ours', () => {
    expect(analyseDeals(deals).rivals).toEqual([
      { name: 'Пневмосервис', won: 0, lost: 2, gapPermille: -50 },
      { name: 'Медвоздух', won: 0, lost: 1, gapPermille: null },
    ]);
  });

  it('leaves a deal without a day out of the years', () => {
    expect(analyseDeals(deals).years).toEqual([
      { year: 2024, won: 1, lost: 0 },
      { year: 2026, won: 0, lost: 2 },
    ]);
  });

  it('finds the deals behind each figure: as many as it says', () => {
    const { reasons, rivals, industries } = analyseDeals(deals);
    const behind = (filter: Parameters<typeof isOfDeals>[1]) =>
      deals.filter((one) => isOfDeals(one, filter)).length;
    for (const { reason, won, lost } of reasons) expect(behind({ by: 'reason', reason })).toBe(won + lost);
    for (const { name, won, lost } of rivals) expect(behind({ by: 'rival', name })).toBe(won + lost);
    for (const { industry, won, lost } of industries)
      expect(behind({ by: 'industry', industry })).toBe(won + lost);
  });

  it('names no main reason where two are as common', () => {
    const even = [deal({ reasons: ['price'] }), deal({ reasons: ['relations'] })];
    expect(mainReasonOfLosses(analyseDeals(even))).toBeNull();
    expect(mainReasonOfLosses(analyseDeals([]))).toBeNull();
  });
});
