import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchemeLine } from './accountPlan.ts';
import { addDays, calendarDate } from './calendarDate.ts';
import { lastContactWith, lineHeat, neglectGaps } from './contactScheme.ts';
import { ColleagueId, PersonId } from './ids.ts';

const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const today = calendarDate('2026-11-23');
const anna = PersonId.parse(uuid(1));
const boris = PersonId.parse(uuid(2));

const line = (part: Partial<SchemeLine> = {}): SchemeLine => ({
  id: uuid(10),
  colleagueId: ColleagueId.parse(uuid(20)),
  partner: { kind: 'person', personId: anna },
  channel: 'call',
  everyDays: 20,
  topic: '',
  since: addDays(today, -5),
  ...part,
});
const contact = (daysAgo: number, kind: 'meeting' | 'call' | 'letter' | 'note' = 'call', who = anna) => ({
  kind,
  happenedOn: addDays(today, -daysAgo),
  personIds: [who],
});
const stateOf = (of: SchemeLine, ...events: ReturnType<typeof contact>[]) =>
  lineHeat(of, events, today).state;

it('the last contact is of any kind but a note of our own, and has happened', () => {
  const events = [
    contact(30, 'meeting'),
    contact(-2),
    contact(1, 'note'),
    { ...contact(5), kind: 'promise' as const },
  ];
  expect(lastContactWith([anna], events, today)).toBe(addDays(today, -5));
  expect(lastContactWith([boris], events, today)).toBeNull();
});

describe('the heat of a line', () => {
  it.each([
    [0, 'even'],
    [19, 'even'],
    [20, 'due'],
    [30, 'due'],
    [31, 'neglected'],
  ] as const)('%i days after a contact every 20 days is %s', (days, state) => {
    expect(stateOf(line(), contact(days))).toBe(state);
  });

  it('is due at once while nobody has spoken, neglected when the line is old', () => {
    expect(lineHeat(line(), [], today)).toMatchObject({ state: 'due', lastOn: null, days: 5 });
    expect(stateOf(line({ since: addDays(today, -31) }))).toBe('neglected');
  });

  it('is kept by its channel or a weightier one', () => {
    expect(stateOf(line(), contact(1, 'meeting'))).toBe('even');
    expect(stateOf(line(), contact(1, 'letter'))).toBe('due');
    expect(stateOf(line(), contact(1, 'note'))).toBe('due');
    expect(stateOf(line({ channel: 'meeting' }), contact(1, 'call'))).toBe('due');
    expect(stateOf(line({ channel: 'letter' }), contact(1, 'letter'))).toBe('even');
  });

  it('of a group is kept by a contact with any of it, of a person by nobody else', () => {
    const group = line({ partner: { kind: 'group', name: 'Техники', personIds: [anna, boris] } });
    expect(stateOf(group, contact(3, 'call', boris))).toBe('even');
    expect(stateOf(line(), contact(3, 'call', boris))).toBe('due');
  });

  it('does not count what is still to come', () => {
    expect(lineHeat(line(), [contact(-3), contact(10)], today).lastOn).toBe(addDays(today, -10));
  });

  it('never cools down as days pass without a contact', () => {
    const heats = ['even', 'due', 'neglected'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 900 }), (everyDays, days) => {
        const one = heats.indexOf(stateOf(line({ everyDays }), contact(days)));
        const next = heats.indexOf(stateOf(line({ everyDays }), contact(days + 1)));
        expect(next).toBeGreaterThanOrEqual(one);
        expect(one === 2).toBe(days > everyDays * neglectGaps);
      }),
    );
  });
});
