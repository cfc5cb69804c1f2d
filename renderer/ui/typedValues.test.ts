import { describe, expect, it } from 'vitest';
import { readAmount } from './readAmount.ts';
import { readDay } from './readDay.ts';

describe('a typed day', () => {
  it.each([
    ['23.11.2026', '2026-11-23'],
    ['23.11.26', '2026-11-23'],
    ['3.1', '2026-01-03'],
    ['3/1/2027', '2027-01-03'],
    ['2026-11-23', '2026-11-23'],
    [' 5 Dec 2026 ', '2026-12-05'],
  ])('%s is read', (text, day) => {
    expect(readDay(text, 2026)).toBe(day);
  });

  it.each(['31.02.2026', '13.13.2026', 'завтра', '', '5 Foo 2026'])('%s is refused', (text) => {
    expect(readDay(text, 2026)).toBeNull();
  });
});

describe('typed money', () => {
  it.each([
    ['1 234 567,89 ₽', 123_456_789],
    ['1,234,567.89', 123_456_789],
    ['1.234.567,89', 123_456_789],
    ['12,5 млн', 1_250_000_000],
    ['2.5m', 250_000_000],
    ['40 тыс.', 4_000_000],
    ['12,500', 1_250_000],
    ['0,5', 50],
    ['−300', -30_000],
    ['25 329 396 ₽', 2_532_939_600],
    ['RUB 1,000.00', 100_000],
  ])('%s is read to the kopeck', (text, minor) => {
    expect(readAmount(text)).toBe(minor);
  });

  it.each(['', 'много', '1e30', '12 штук', '.', '99999999999999999'])('%s is refused', (text) => {
    expect(readAmount(text)).toBeNull();
  });
});
