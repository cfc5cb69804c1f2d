import { describe, expect, test } from 'vitest';
import { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import { newPerson } from '../../../shared/domain/newPerson.ts';
import type { Person, ReaderRole } from '../../../shared/domain/person.ts';
import { readScaled } from './NumberField.tsx';
import { validityProblem } from './PropertiesTab.tsx';
import { suggestedReaders } from './ReaderPicker.tsx';

describe('readScaled', () => {
  test.each([
    ['1,5', 1500],
    ['1.5', 1500],
    ['1 000', 1_000_000],
    ['1\u00a0000,25', 1_000_250],
    ['22 %', 22_000],
    ['', 0],
    ['0', 0],
  ])('reads %j', (text, milli) => expect(readScaled(text, 1000, 10_000_000)).toBe(milli));
  test.each(['семь', '1,2,3', '-1', '99999', 'Infinity', 'NaN'])('refuses %j', (text) =>
    expect(readScaled(text, 1000, 10_000_000)).toBeNull(),
  );
  test('rounds to the nearest part', () => expect(readScaled('12,345', 100, 10_000)).toBe(1235));
});

describe('validityProblem', () => {
  const today = '2026-07-14';
  test.each([
    ['2026-07-14', '2026-08-14', null],
    ['2026-07-14', '2026-07-14', null],
    ['2026-07-01', '2026-07-13', 'validityPast'],
    ['2026-08-02', '2026-08-01', 'validityReversed'],
    [null, '2026-07-13', 'validityPast'],
    [null, '2026-08-01', null],
    ['2026-07-14', null, null],
  ] as const)('from %j until %j: %j', (from, until, problem) =>
    expect(validityProblem(from, until, today)).toBe(problem),
  );
});

describe('suggestedReaders', () => {
  const accountId = AccountId.parse('5b0a4a10-0000-4000-8000-000000000001');
  let count = 0;
  const person = (readerRole: ReaderRole, influence: number): Person => {
    count += 1;
    const id = PersonId.parse(`5b0a4a10-0000-4000-8000-${String(count).padStart(12, '0')}`);
    return { ...newPerson(accountId), id, revision: 1, savedAtMs: 0, readerRole, influence };
  };

  test('takes one person of each of the four roles, in the order of the frame', () => {
    const technical = person('technical', 3);
    const ceo = person('ceo', 5);
    const finance = person('finance', 4);
    const hr = person('hr', 2);
    const buyer = person('procurement', 5);
    expect(suggestedReaders([technical, buyer, ceo, finance, hr], [])).toEqual([
      ceo.id,
      hr.id,
      finance.id,
      technical.id,
    ]);
  });

  test('takes the weightier of two in one role, a participant of the tender before him', () => {
    const strong = person('finance', 5);
    const weak = person('finance', 2);
    expect(suggestedReaders([weak, strong], [])).toEqual([strong.id]);
    expect(suggestedReaders([strong, weak], [weak.id])).toEqual([weak.id]);
  });

  test('leaves out a role that nobody has', () => {
    const hr = person('hr', 1);
    expect(suggestedReaders([hr], [])).toEqual([hr.id]);
    expect(suggestedReaders([], [])).toEqual([]);
  });
});
