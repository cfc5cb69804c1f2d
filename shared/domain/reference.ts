import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { ReferenceId } from './ids.ts';
import { Language } from './language.ts';
import { ReaderRole } from './person.ts';

/** What a referee agreed to: to be named in proposals, called, visited, written about (GLOSSARY: рекомендация). */
export const ConsentUse = z.enum(['proposal', 'call', 'visit', 'publication']);
export type ConsentUse = z.infer<typeof ConsentUse>;

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
  /** What the consent is for; without `proposal` nothing of it is printed. */
  consentFor: z.array(ConsentUse).max(10).default(['proposal', 'call']),
  /** In how many proposals they were named. Counted by the vault; what is written here counts from before it. */
  usedCount: z.int().min(0),
});
export type ReferenceDraft = z.infer<typeof ReferenceDraft>;
export const Reference = ReferenceDraft.extend({ id: ReferenceId, revision: z.int() });
export type Reference = z.infer<typeof Reference>;

/** How often a referee was named in what was sent: in all, and lately. Editions of one number count once. */
export const ReferenceUse = z.object({
  referenceId: ReferenceId,
  sentCount: z.int(),
  lastSentOn: CalendarDate.nullable(),
  recentCount: z.int(),
});
export type ReferenceUse = z.infer<typeof ReferenceUse>;

/** A referee named in more proposals than this over so many days is asked too often (GLOSSARY: рекомендация). */
export const tooOften = { proposals: 3, days: 90 } as const;
