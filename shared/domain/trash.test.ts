import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from './calendarDate.ts';
import { isDue, seenOn, trashDays } from './trash.ts';

const start = calendarDate('2026-11-23');

describe('days of work', () => {
  it('are counted once each, after a pause too', () => {
    let seen = { count: 0, lastOn: String(start) };
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-24', '2026-12-20']) seen = seenOn(seen, day);
    expect(seen).toEqual({ count: 2, lastOn: '2026-12-20' });
  });

  it('are not made by a clock that jumps by months and years', () => {
    const jump = fc.integer({ min: -120, max: 120 }).filter((months) => Math.abs(months) > 1);
    fc.assert(
      fc.property(fc.array(jump, { maxLength: 200 }), (jumps) => {
        let seen = { count: 0, lastOn: String(start) };
        for (const months of jumps) {
          const before = calendarDate(seen.lastOn);
          seen = seenOn(seen, addDays(before, months * 31));
        }
        expect(seen.count).toBe(0);
      }),
    );
  });
});

describe('what is due', () => {
  const dayMs = 86_400_000;
  it('needs both measures', () => {
    const row = { deletedAtMs: 0, sinceDay: 5 };
    expect(isDue(row, { nowMs: trashDays * dayMs, day: 5 + trashDays })).toBe(true);
    expect(isDue(row, { nowMs: trashDays * dayMs - 1, day: 5 + trashDays })).toBe(false);
    expect(isDue(row, { nowMs: 1000 * dayMs, day: 4 + trashDays })).toBe(false);
    // Deleted while the clock was ahead.
    expect(isDue({ deletedAtMs: 900 * dayMs, sinceDay: 0 }, { nowMs: 100 * dayMs, day: 90 })).toBe(false);
  });
});
