import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';

/** Validity of a proposal (GLOSSARY: срок действия), both ends inclusive. */
export const ValidityPeriod = z.object({ validFrom: CalendarDate, validUntil: CalendarDate });
export type ValidityPeriod = z.infer<typeof ValidityPeriod>;

export type ValidityState = 'upcoming' | 'current' | 'expired';

/** How a period stands on a day; the last day still counts as current. */
export function validityOn(period: ValidityPeriod, day: CalendarDate): ValidityState {
  // ISO days order as text: no Date object, so no time-zone shift.
  if (day < period.validFrom) return 'upcoming';
  return day > period.validUntil ? 'expired' : 'current';
}
