import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';

/** Special categories of personal data and what the law treats like them (152-ФЗ art. 10, 10.1, 11; GDPR art. 9, 10). */
export const SpecialCategory = z.enum([
  'health',
  'religion',
  'politics',
  'intimate',
  'biometrics',
  'convictions',
]);
export type SpecialCategory = z.infer<typeof SpecialCategory>;

/** What the law asks of a fact of a special category (GLOSSARY: деликатный факт). */
export const FactCare = z.object({
  category: SpecialCategory,
  /** What it is kept for. */
  purpose: z.string().trim().min(1).max(300),
  /** The day the person agreed. */
  consentOn: CalendarDate,
  /** By what they agreed: «подписанное согласие», «письмо от 12.10». */
  consentBy: z.string().trim().min(1).max(300),
  /** On this day it is decided anew whether it is still needed. */
  reviewOn: CalendarDate,
});
export type FactCare = z.infer<typeof FactCare>;

type CaredFor = {
  readonly sensitive: boolean;
  readonly source: string;
  readonly care: FactCare | null;
};

/** Whether a fact carries all that the law asks: where it is from, what for, the consent, the day of review. */
export function isCaredFor(fact: CaredFor): boolean {
  return !fact.sensitive || (fact.care !== null && fact.source.trim() !== '');
}

/**
 * What is the matter with a fact of a special category on a day: `incomplete` lacks what the law asks, `overdue` was to
 * be looked at again by now; null = nothing, or no such fact.
 */
export function careTrouble(fact: CaredFor, today: CalendarDate): 'incomplete' | 'overdue' | null {
  if (!fact.sensitive) return null;
  if (fact.care === null || !isCaredFor(fact)) return 'incomplete';
  return fact.care.reviewOn <= today ? 'overdue' : null;
}

/** Days a fact of a special category is kept before it is looked at again, unless another day is chosen. */
export const reviewAfterDays = 365;
