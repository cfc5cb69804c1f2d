import type { CalendarDate } from './calendarDate.ts';
import { workingDaysBetween } from './workingDays.ts';

/** How we keep in touch after sending: between indifference and need (GLOSSARY: ритм касаний). */
export type RhythmState = 'silent' | 'right' | 'pushy';
export type ContactRhythm = {
  readonly state: RhythmState;
  /** Place on the band, 0 … 1: the first third is silence, the last is pushiness. */
  readonly position: number;
  readonly touches: number;
  /** Working days since the last touch, or since the sending. */
  readonly quietDays: number;
};

/** Working days without a word that are still right: the receipt is checked on the first, a late one on the second. */
export const quietLimit = { beforeFirst: 2, afterwards: 5 } as const;
/** Touches within the last working week that a busy person still bears. */
export const touchesLimit = 3;
const weekDays = 5;

/**
 * Judges the contacts since a proposal was sent, by working days. `touches` are the days of our calls, letters and
 * meetings, in any order, one entry each; days before the sending or after `today` are passed over. More than three
 * touches in five working days are pushy; no word for more than two working days after sending, or more than five
 * after a touch, is silence.
 */
export function contactRhythm(input: {
  readonly sentOn: CalendarDate;
  readonly today: CalendarDate;
  readonly touches: readonly CalendarDate[];
}): ContactRhythm {
  const { sentOn, today } = input;
  const touches = input.touches.filter((day) => day >= sentOn && day <= today).toSorted();
  const last = touches.at(-1);
  const quietDays = workingDaysBetween(last ?? sentOn, today);
  const allowed = last === undefined ? quietLimit.beforeFirst : quietLimit.afterwards;
  const recent = touches.filter((day) => workingDaysBetween(day, today) < weekDays).length;
  const third = 1 / 3;
  const said = { touches: touches.length, quietDays };
  if (recent > touchesLimit)
    return { ...said, state: 'pushy', position: 1 - (third * touchesLimit) / (recent + 1) };
  if (quietDays > allowed) return { ...said, state: 'silent', position: (third * allowed) / quietDays };
  const freshness = 1 - quietDays / (allowed + 1);
  return {
    ...said,
    state: 'right',
    position: third * (1.1 + 0.5 * freshness + (0.3 * recent) / touchesLimit),
  };
}
