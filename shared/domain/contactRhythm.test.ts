import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from './calendarDate.ts';
import { contactRhythm } from './contactRhythm.ts';

const day = calendarDate;
/** A Friday. */
const sentOn = day('2026-11-20');
const at = (today: string, ...touches: string[]) =>
  contactRhythm({ sentOn, today: day(today), touches: touches.map(day) });

describe('contactRhythm', () => {
  it('waits for the first call over the weekend and a day, then calls it silence', () => {
    expect(at('2026-11-22')).toMatchObject({ state: 'right', quietDays: 0 });
    expect(at('2026-11-24')).toMatchObject({ state: 'right', quietDays: 2 });
    expect(at('2026-11-25')).toMatchObject({ state: 'silent', quietDays: 3, touches: 0 });
  });

  it('is right with the steps of the follow-up made in time', () => {
    const steps = ['2026-11-23', '2026-11-25', '2026-11-27'] as const;
    expect(at('2026-11-23', steps[0]).state).toBe('right');
    expect(at('2026-11-27', ...steps).state).toBe('right');
    expect(at('2026-12-04', ...steps)).toMatchObject({ state: 'right', quietDays: 5 });
    expect(at('2026-12-07', ...steps).state).toBe('silent');
  });

  it('calls a fourth word within a working week pushy', () => {
    expect(at('2026-11-25', '2026-11-23', '2026-11-23', '2026-11-24', '2026-11-25')).toMatchObject({
      state: 'pushy',
      touches: 4,
    });
    expect(at('2026-11-30', '2026-11-23', '2026-11-23', '2026-11-24', '2026-11-25').state).toBe('right');
  });

  it('does not count the holidays as silence', () => {
    const overNewYear = contactRhythm({ sentOn: day('2026-12-29'), today: day('2027-01-10'), touches: [] });
    expect(overNewYear).toMatchObject({ state: 'right', quietDays: 1 });
  });

  it('keeps its place within the third of its state, and moves towards silence as days pass', () => {
    const touch = fc.nat(60).map((days) => addDays(sentOn, days));
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 12 }), fc.nat(60), (touches, days) => {
        const { state, position } = contactRhythm({ sentOn, today: addDays(sentOn, days), touches });
        const third = Math.min(2, Math.floor(position * 3));
        expect(position).toBeGreaterThan(0);
        expect(position).toBeLessThan(1);
        expect((['silent', 'right', 'pushy'] as const)[third]).toBe(state);
      }),
      { numRuns: 500 },
    );
    const places = [0, 4, 10, 20, 40].map(
      (days) => contactRhythm({ sentOn, today: addDays(sentOn, days), touches: [sentOn] }).position,
    );
    expect(places).toEqual(places.toSorted((a, b) => b - a));
  });
});
