import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOrderOf, readBirthday, readDay } from './readDays.ts';
import { dayOfSerial } from './workbook/readSheet.ts';

const dayOf = (cell: Parameters<typeof readDay>[0], order: Parameters<typeof readDay>[1] = 'unknown') => {
  const read = readDay(cell, order);
  return read.ok ? read.day : read.reason;
};

describe('days of cells', () => {
  test('are read as Russian, English and table programs write them', () => {
    for (const cell of [
      '23.11.2026',
      '23.11.26',
      '2026-11-23',
      '2026-11-23T10:15:00',
      '23.11.2026 0:00:00',
      '23.11.2026 г.',
      '23 ноября 2026 г.',
      '23 ноя 2026',
      'Nov 23, 2026',
      '23-Nov-2026',
      '11/23/2026',
      '23/11/2026',
      46_349,
      { day: '2026-11-23' },
    ])
      expect(dayOf(cell), JSON.stringify(cell)).toBe('2026-11-23');
  });

  test('that may be two days are none until the order is told', () => {
    expect(dayOf('03/04/2026')).toBe('ambiguous');
    expect(dayOf('03/04/2026', 'dayFirst')).toBe('2026-04-03');
    expect(dayOf('03/04/2026', 'monthFirst')).toBe('2026-03-04');
    expect(dayOf('04/04/2026')).toBe('2026-04-04');
    expect(dayOrderOf(['03/04/2026', '25/04/2026'])).toBe('dayFirst');
    expect(dayOrderOf(['03/04/2026', '04/25/2026'])).toBe('monthFirst');
    expect(dayOrderOf(['25/04/2026', '04/25/2026'])).toBe('unknown');
  });

  test('that no calendar has are none', () => {
    for (const cell of ['31.02.2026', '2026-13-01', 'вчера', '12', 12, true, null, '23 брюмера 2026'])
      expect(dayOf(cell), JSON.stringify(cell)).toBe('notDay');
  });

  test('agree with the serial numbers of Excel, its leap year of 1900 and the calendar of 1904 included', () => {
    expect(dayOfSerial(1, false)).toBe('1900-01-01');
    expect(dayOfSerial(59, false)).toBe('1900-02-28');
    expect(dayOfSerial(61, false)).toBe('1900-03-01');
    expect(dayOfSerial(0, true)).toBe('1904-01-01');
    expect(dayOfSerial(0, false)).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const days =
          (Date.parse(`${dayOfSerial(serial, false) ?? ''}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
        expect(days).toBe(serial);
      }),
    );
  });
});

test('birthdays may lack their year', () => {
  expect(readBirthday('12.05', 'unknown')).toBe('--05-12');
  expect(readBirthday('12 мая', 'unknown')).toBe('--05-12');
  expect(readBirthday('--05-12', 'unknown')).toBe('--05-12');
  expect(readBirthday('29.02', 'unknown')).toBe('--02-29');
  expect(readBirthday('12.05.1980', 'unknown')).toBe('1980-05-12');
  expect(readBirthday('31.02', 'unknown')).toBeNull();
  expect(readBirthday('не скажу', 'unknown')).toBeNull();
});
