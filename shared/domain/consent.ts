import type { CalendarDate } from './calendarDate.ts';
import type { Reference } from './reference.ts';

/** Whether a referee agreed to be named, on this day; both ends inclusive, no end = open (GLOSSARY: рекомендация). */
export function hasConsentOn(
  reference: Pick<Reference, 'consentFrom' | 'consentUntil' | 'consentFor'>,
  day: CalendarDate,
): boolean {
  if (!reference.consentFor.includes('proposal')) return false;
  if (reference.consentFrom === null || day < reference.consentFrom) return false;
  return reference.consentUntil === null || day <= reference.consentUntil;
}
