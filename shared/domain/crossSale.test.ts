import { describe, expect, it } from 'vitest';
import type { CrossSaleMark } from './accountPlan.ts';
import { calendarDate } from './calendarDate.ts';
import type { BoughtOf, OfferedOf } from './crossSale.ts';
import { crossSaleMap } from './crossSale.ts';
import { AccountId, ProposalId } from './ids.ts';

const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const accountId = AccountId.parse(uuid(1));
const day = calendarDate;
const row = { key: accountId, kind: 'client' as const, name: 'Завод', accountId };

const bought = (part: Partial<BoughtOf> = {}): BoughtOf => ({
  row: accountId,
  direction: 'Сервис',
  currency: 'RUB',
  recentMinor: 500,
  allMinor: 900,
  recentCount: 2,
  lastOn: day('2026-10-01'),
  ...part,
});
const before = { recentMinor: 0, recentCount: 0, lastOn: day('2024-01-10') };
const offered = (on: string, declined = false): OfferedOf => ({
  row: accountId,
  direction: 'Сервис',
  id: ProposalId.parse(uuid(5)),
  number: '2026-041',
  on: day(on),
  declined,
});
const mark = (state: CrossSaleMark['state'], markedOn: string): CrossSaleMark => ({
  row: accountId,
  direction: 'сервис ',
  state,
  note: 'Есть свои люди',
  markedOn: day(markedOn),
});
const cell = (part: Partial<Parameters<typeof crossSaleMap>[0]>) => {
  const map = crossSaleMap({
    rows: [row],
    directions: ['Сервис'],
    bought: [],
    offered: [],
    marks: [],
    ...part,
  });
  const [only] = map.cells;
  if (only === undefined) throw new Error('The map is empty');
  return only;
};

describe('a cell of the cross-sale map', () => {
  it('is open until something is known', () => {
    expect(cell({})).toMatchObject({ state: 'open', sums: [], lastOn: null, proposal: null, note: '' });
  });

  it('shows what was bought in twelve months before anything else', () => {
    const now = cell({ bought: [bought()], marks: [mark('refused', '2026-11-01')] });
    expect(now).toMatchObject({ state: 'bought', sums: [{ currency: 'RUB', amountMinor: 500 }] });
  });

  it('says that they bought before and stopped', () => {
    const lapsed = cell({ bought: [bought(before)] });
    expect(lapsed).toMatchObject({ state: 'lapsed', sums: [{ currency: 'RUB', amountMinor: 900 }] });
    expect(lapsed.lastOn).toBe('2024-01-10');
  });

  it('goes by what was said last, by the user or by a proposal', () => {
    const marks = [mark('idea', '2026-06-01')];
    expect(cell({ marks, offered: [offered('2026-05-01')] }).state).toBe('idea');
    expect(cell({ marks, offered: [offered('2026-07-01')] }).state).toBe('offered');
    expect(cell({ marks, offered: [offered('2026-07-01', true)] }).state).toBe('refused');
    expect(cell({ marks, bought: [bought(before)] }).state).toBe('idea');
  });

  it('takes the latest of several proposals', () => {
    const offers = [offered('2026-07-01'), offered('2026-03-01', true)];
    expect(cell({ offered: offers })).toMatchObject({ state: 'offered', proposal: { on: '2026-07-01' } });
  });

  it('never adds two currencies', () => {
    const sums = cell({ bought: [bought(), bought({ currency: 'EUR', recentMinor: 700 })] }).sums;
    expect(sums).toEqual([
      { currency: 'EUR', amountMinor: 700 },
      { currency: 'RUB', amountMinor: 500 },
    ]);
  });

  it('knows a direction in any case', () => {
    expect(cell({ bought: [bought({ direction: ' СЕРВИС' })] }).state).toBe('bought');
    expect(cell({ marks: [mark('refused', '2026-06-01')] })).toMatchObject({
      state: 'refused',
      note: 'Есть свои люди',
    });
  });
});
