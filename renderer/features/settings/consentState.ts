import { addDays } from '../../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { Reference } from '../../../shared/domain/reference.ts';

/** How a referee's consent stands: `ending` = within a month (GLOSSARY: рекомендация). */
export type ConsentState = 'holds' | 'ending' | 'over' | 'none';

const endingDays = 30;

/** How the consent stands on a day; its last day still counts. */
export function consentState(
  { consentFrom, consentUntil }: Pick<Reference, 'consentFrom' | 'consentUntil'>,
  day: CalendarDate,
): ConsentState {
  if (consentFrom === null || consentFrom > day) return 'none';
  if (consentUntil === null) return 'holds';
  if (consentUntil < day) return 'over';
  return consentUntil <= addDays(day, endingDays) ? 'ending' : 'holds';
}
