import { describe, expect, test } from 'vitest';
import { TodayRow } from '../../../shared/domain/accountView.ts';
import { calendarDate } from '../../../shared/domain/calendarDate.ts';
import { inSentence, termInSentence } from '../../app/inSentence.ts';
import { groupByAccount, groupByUrgency, urgencyOf } from './todayGroups.ts';

const monday = calendarDate('2026-11-23');

function row(dueOn: string | null, accountName = 'Верфи'): TodayRow {
  return TodayRow.parse({
    kind: 'nextStep',
    accountId: '6f1f1c1e-54a2-4d1c-9d0e-0d8a3c1b2a01',
    accountName,
    subject: dueOn ?? 'no day',
    personName: '',
    dueOn,
    tenderId: null,
    proposalId: null,
    personId: null,
    sourceId: '',
    days: null,
  });
}

describe('Today', () => {
  test('counts the week to its Sunday', () => {
    const urgency = (day: string) => urgencyOf(calendarDate(day), monday);
    expect(urgency('2026-11-22')).toBe('overdue');
    expect(urgency('2026-11-23')).toBe('today');
    expect(urgency('2026-11-29')).toBe('week');
    expect(urgency('2026-11-30')).toBe('later');
    expect(urgencyOf(null, monday)).toBe('noDate');
    expect(urgencyOf(calendarDate('2026-11-30'), calendarDate('2026-11-29'))).toBe('later');
  });

  test('puts the latest first and leaves out empty groups', () => {
    const rows = [row(null), row('2026-12-20'), row('2026-11-20'), row('2026-11-10'), row('2026-11-23')];
    const groups = groupByUrgency(rows, monday);
    expect(groups.map(({ key }) => key)).toEqual(['overdue', 'today', 'later', 'noDate']);
    expect(groups[0]?.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-11-10', '2026-11-20']);
  });

  test('by client, begins with the one whose day is nearest', () => {
    const rows = [row(null, 'Ладога'), row('2026-12-01', 'Онега'), row('2026-11-24', 'Ладога')];
    expect(groupByAccount(rows).map(({ key, rows: of }) => [key, of.length])).toEqual([
      ['Ладога', 2],
      ['Онега', 1],
    ]);
  });
});

test('a title goes on inside a sentence, abbreviations and English stay', () => {
  expect(inSentence('Прислать паспорта', 'ru')).toBe('прислать паспорта');
  expect(inSentence('КП на вторую очередь', 'ru')).toBe('КП на вторую очередь');
  expect(termInSentence('Соответствие ТЗ')).toBe('соответствие ТЗ');
  expect(termInSentence('Technical fit')).toBe('technical fit');
  expect(inSentence('Send the data sheets', 'en')).toBe('Send the data sheets');
  expect(inSentence('', 'ru')).toBe('');
});
