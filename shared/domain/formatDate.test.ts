import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { formatDay, formatDayLong, formatPercent, formatQuantity, withPercentSign } from './formatDate.ts';

const seen = (text: string): string => text.replaceAll('\u00A0', '~');
const day = calendarDate('2026-11-03');

describe('dates and numbers', () => {
  it('writes days by the language', () => {
    expect(formatDay(day, 'ru')).toBe('03.11.2026');
    expect(seen(formatDay(day, 'en'))).toBe('3~Nov~2026');
    expect(seen(formatDayLong(day, 'ru'))).toBe('3~ноября 2026~г.');
    expect(seen(formatDayLong(day, 'en'))).toBe('3~November 2026');
  });

  it.each([
    [1000, '1', '1'],
    [1500, '1,5', '1.5'],
    [1, '0,001', '0.001'],
    [1_234_567_000, '1~234~567', '1,234,567'],
    [0, '0', '0'],
  ])('%i thousandths', (milli, ru, en) => {
    expect([seen(formatQuantity(milli, 'ru')), formatQuantity(milli, 'en')]).toEqual([ru, en]);
  });

  it('writes percent', () => {
    expect(seen(formatPercent(2200, 'ru'))).toBe('22~%');
    expect(formatPercent(1250, 'en')).toBe('12.5%');
    expect(seen(formatPercent(5, 'ru'))).toBe('0,05~%');
    expect(seen(withPercentSign('<0,1', 'ru'))).toBe('<0,1~%');
    expect(withPercentSign('', 'en')).toBe('%');
  });
});
