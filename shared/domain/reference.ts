import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { ReferenceId } from './ids.ts';
import { Language } from './language.ts';
import { ReaderRole } from './person.ts';

/** A project with a referee who may recommend us (GLOSSARY: рекомендация). Printed only while the consent holds. */
export const ReferenceDraft = z.object({
  language: Language,
  companyName: z.string().trim().min(1).max(200),
  industry: z.string().max(200),
  project: z.string().trim().min(1).max(1000),
  /** Result in figures: «простои сократились с 31 до 6 часов в год». */
  result: z.string().max(1000),
  year: z.int().min(1990).max(2200).nullable(),
  refereeName: z.string().max(200),
  refereePosition: z.string().max(200),
  refereeRole: ReaderRole,
  phone: z.string().max(100),
  email: z.string().max(200),
  consentFrom: CalendarDate.nullable(),
  /** Last day of the consent, inclusive; null with a `consentFrom` = open-ended. */
  consentUntil: CalendarDate.nullable(),
  usedCount: z.int().min(0),
});
export type ReferenceDraft = z.infer<typeof ReferenceDraft>;
export const Reference = ReferenceDraft.extend({ id: ReferenceId, revision: z.int() });
export type Reference = z.infer<typeof Reference>;
