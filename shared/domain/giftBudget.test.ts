import { expect, test } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { giftsOfYear, meanMark } from './giftBudget.ts';
import { AccountEventId } from './ids.ts';

let made = 0;
const gift = (day: string, amountMinor: number | null) => {
  made += 1;
  const id = AccountEventId.parse(`00000000-0000-4000-9000-${String(made).padStart(12, '0')}`);
  return { id, kind: 'gift' as const, happenedOn: calendarDate(day), amountMinor };
};

test('gifts are summed by calendar year; those without a price are counted apart', () => {
  const gifts = [gift('2026-01-01', 250_000), gift('2026-12-31', null), gift('2025-12-31', 900_000)];
  expect(giftsOfYear(gifts, '2026')).toEqual({ year: '2026', count: 2, spentMinor: 250_000, unpriced: 1 });
  expect(giftsOfYear(gifts, '2026', gifts[0]?.id).spentMinor).toBe(0);
  expect(giftsOfYear([{ ...gift('2026-03-01', 100), kind: 'call' as const }], '2026').count).toBe(0);
});

test('the mean mark leaves out what has none', () => {
  expect(meanMark([])).toBeNull();
  expect(meanMark([{ kind: 'feedback', mark: null }])).toBeNull();
  const marks = [5, 4, 4, null].map((mark) => ({ kind: 'feedback' as const, mark }));
  expect(meanMark([...marks, { kind: 'meeting' as const, mark: 1 }])).toBe(4.3);
});
