import { describe, expect, test } from 'vitest';
import { countLevels, type NumberedPlace } from './levelCounts.ts';

/** «1.1» of every paragraph whose level is given, in lists that begin with one unless told. */
function marks(...places: (number | Partial<NumberedPlace>)[]): string[] {
  const counts = countLevels();
  const plain = { definition: 'a', numId: '1', level: 0, startOf: () => 1, beginsAnew: false };
  return places.map((place) =>
    counts.next({ ...plain, ...(typeof place === 'number' ? { level: place } : place) }).join('.'),
  );
}

describe('numbers of levels', () => {
  test('a level begins anew after one above it and goes on after a deeper one', () => {
    expect(marks(0, 1, 1, 2, 1, 0, 1)).toEqual(['1', '1.1', '1.2', '1.2.1', '1.3', '2', '2.1']);
  });

  test('a level that has not come stands at its start and counts as used', () => {
    expect(marks(1, 1, 0, 1)).toEqual(['1.1', '1.2', '2', '2.1']);
    expect(marks(2, 1, 0)).toEqual(['1.1.1', '1.2', '2']);
    const startOf = (level: number) => (level === 0 ? 4 : 1);
    expect(marks({ level: 1, startOf }, { level: 0, startOf })).toEqual(['4.1', '5']);
  });

  test('lists of one definition count on together, an override begins anew once', () => {
    expect(marks({}, { numId: '2' }, { definition: 'b', numId: '3' }, {})).toEqual(['1', '2', '1', '3']);
    const anew = { numId: '2', beginsAnew: true, startOf: () => 7 };
    expect(marks({}, anew, anew, {})).toEqual(['1', '7', '8', '9']);
  });
});
