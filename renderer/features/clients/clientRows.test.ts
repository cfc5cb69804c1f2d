import { describe, expect, it } from 'vitest';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import { calendarDate } from '../../../shared/domain/calendarDate.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { clientLines, isSilent, noFilter, passes, sortClients } from './clientRows.ts';

const today = calendarDate('2026-11-23');
const collator = new Intl.Collator('ru', { numeric: true });
let made = 0;

function row(
  name: string,
  part: Partial<AccountRow> = {},
  measures: Partial<AccountRow['measures']> = {},
): AccountRow {
  made += 1;
  return {
    id: AccountId.parse(`00000000-0000-4000-8000-${String(made).padStart(12, '0')}`),
    name,
    legalForm: 'АО',
    inn: '',
    industry: '',
    city: '',
    types: [],
    currency: 'RUB',
    nextStep: '',
    nextStepOn: null,
    parent: null,
    branches: 0,
    ...part,
    measures: {
      abc: null,
      xyz: null,
      profitSharePermille: 0,
      revenue12mMinor: 0,
      profit12mMinor: 0,
      lastContactOn: null,
      usualGapDays: null,
      completenessPercent: 0,
      health: 'even',
      ...measures,
    },
  };
}

describe('silence', () => {
  it('is measured by the client’s own rhythm', () => {
    const weekly = { lastContactOn: calendarDate('2026-11-01'), usualGapDays: 7 };
    const quarterly = { lastContactOn: calendarDate('2026-11-01'), usualGapDays: 90 };
    expect(isSilent(row('Еженедельный', {}, weekly), today)).toBe(true);
    expect(isSilent(row('Квартальный', {}, quarterly), today)).toBe(false);
  });

  it('is not claimed where the rhythm or the last contact is not known', () => {
    expect(isSilent(row('Без ритма', {}, { lastContactOn: calendarDate('2020-01-01') }), today)).toBe(false);
    expect(isSilent(row('Без контакта', {}, { usualGapDays: 7 }), today)).toBe(false);
  });
});

describe('chips', () => {
  it('let through a client that has any of the pressed types', () => {
    const client = row('Тихвинский фарфор', { types: ['breadwinner', 'expert'] });
    expect(passes(client, { ...noFilter, types: ['expert', 'imageMaker'] }, today)).toBe(true);
    expect(passes(client, { ...noFilter, types: ['prospective'] }, today)).toBe(false);
  });

  it('narrow each other', () => {
    const client = row('Верфи', { types: ['imageMaker'] }, { health: 'risk' });
    expect(
      passes(client, { types: ['imageMaker'], health: ['even'], silentOnly: false, headsOnly: false }, today),
    ).toBe(false);
  });
});

describe('sorting', () => {
  const early = row('Б', {}, { lastContactOn: calendarDate('2026-01-10') });
  const late = row('В', {}, { lastContactOn: calendarDate('2026-10-10') });
  const never = row('А');

  it('puts what is not known last in both directions', () => {
    for (const descending of [true, false]) {
      const names = sortClients([never, early, late], { column: 'contact', descending }, collator).map(
        ({ name }) => name,
      );
      expect(names.at(-1)).toBe('А');
      expect(names.slice(0, 2)).toEqual(descending ? ['В', 'Б'] : ['Б', 'В']);
    }
  });

  it('breaks ties by name and sorts numbers in names as numbers', () => {
    const rows = [row('Цех 10'), row('Цех 9'), row('Цех 1')];
    expect(
      sortClients(rows, { column: 'share', descending: true }, collator).map(({ name }) => name),
    ).toEqual(['Цех 1', 'Цех 9', 'Цех 10']);
  });
});

describe('groups', () => {
  const a = row('А1', {}, { abc: 'A', profitSharePermille: 246 });
  const hidden = row('А2', {}, { abc: 'A', profitSharePermille: 148 });
  const c = row('С1', {}, { abc: 'C', profitSharePermille: 6 });
  const none = row('Новый');

  it('stand in the order A, B, C, none and sum up also what the chips hide', () => {
    const lines = clientLines([none, c, hidden, a], [none, c, a], true);
    expect(lines.map((line) => (line.kind === 'group' ? line.key : line.row.name))).toEqual([
      'A',
      'А1',
      'C',
      'С1',
      'none',
      'Новый',
    ]);
    expect(lines[0]).toEqual({ kind: 'group', key: 'A', count: 2, sharePermille: 394, hidden: 1 });
  });

  it('disappear where grouping is off', () => {
    expect(clientLines([a, c], [c, a], false)).toEqual([
      { kind: 'client', row: c },
      { kind: 'client', row: a },
    ]);
  });
});
