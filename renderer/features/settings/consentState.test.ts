import { expect, test } from 'vitest';
import { calendarDate } from '../../../shared/domain/calendarDate.ts';
import { consentState } from './consentState.ts';

const day = (text: string | null) => (text === null ? null : calendarDate(text));
const on = (from: string | null, until: string | null) =>
  consentState({ consentFrom: day(from), consentUntil: day(until) }, calendarDate('2026-11-23'));

test('a consent holds through its last day and warns a month before', () => {
  expect(on(null, null)).toBe('none');
  expect(on('2026-12-01', null)).toBe('none');
  expect(on('2026-01-01', null)).toBe('holds');
  expect(on('2026-01-01', '2027-06-30')).toBe('holds');
  expect(on('2026-01-01', '2026-12-23')).toBe('ending');
  expect(on('2026-01-01', '2026-11-23')).toBe('ending');
  expect(on('2026-01-01', '2026-11-22')).toBe('over');
});
