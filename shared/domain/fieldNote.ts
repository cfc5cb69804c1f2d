import { z } from 'zod';
import type { AccountDraft } from './account.ts';
import { addMonths, CalendarDate } from './calendarDate.ts';
import { DetailKey, withDetail } from './detailFields.ts';
import { type DossierStandard, fieldOf, isOwnField } from './dossierStandard.ts';
import { editDistance, editsAllowed } from './editDistance.ts';
import { Currency } from './money.ts';
import { Certainty } from './person.ts';

/** Fields of the dossier that are facts: somebody told them, some day, and they grow old. */
export const factFields = [
  'industry',
  'city',
  'fullName',
  'inn',
  'description',
  'employees',
  'foundedYear',
  'history',
  'structure',
  'surroundings',
  'annualRevenueMinor',
  'financialNotes',
  'needs',
  'plans',
  'weakSpots',
  'growthZones',
  'relationNow',
  'relationProspect',
] as const;
export const FactField = z.union([z.enum(factFields), DetailKey]);
export type FactField = z.infer<typeof FactField>;

/** How a fact of the dossier is known (GLOSSARY: происхождение факта). */
export const FieldNoteDraft = z.object({
  certainty: Certainty,
  source: z.string().trim().max(300),
  /** The day it was learnt or confirmed anew. */
  notedOn: CalendarDate,
  /** A guess that may stand in documents all the same. */
  forPapers: z.boolean(),
});
export type FieldNoteDraft = z.infer<typeof FieldNoteDraft>;

/** What stood in a field since when, and how it was known. */
export const FieldNote = FieldNoteDraft.extend({
  id: z.int(),
  field: FactField,
  /** As text; sums in whole smallest units. */
  value: z.string(),
  /** What a sum was told in then; null = the field holds no money. */
  currency: Currency.nullable(),
  savedAtMs: z.int(),
});
export type FieldNote = z.infer<typeof FieldNote>;

/** Months after which the state of the relation is to be asked anew; the other fields grow old by the standard. */
const relationMonths = { relationNow: 4, relationProspect: 6 } as const;

const printedFacts: ReadonlySet<FactField> = new Set([
  'industry',
  'city',
  'fullName',
  'inn',
  'needs',
  'plans',
]);

/** Whether documents can print a field: a guess there is a hole until it is allowed. */
export function isPrinted(field: FactField): boolean {
  return isOwnField(field) || printedFacts.has(field);
}

/** Whether a fact is older than its standard allows. GLOSSARY: происхождение факта. */
export function isStale(
  { field, notedOn }: Pick<FieldNote, 'field' | 'notedOn'>,
  today: CalendarDate,
  standard: DossierStandard,
): boolean {
  const months =
    field === 'relationNow' || field === 'relationProspect'
      ? relationMonths[field]
      : (fieldOf(standard, field)?.staleMonths ?? null);
  return months !== null && addMonths(notedOn, months) < today;
}

/** Whether a fact stays out of documents: a guess that nobody allowed. */
export function staysOutOfPapers(note: Pick<FieldNote, 'certainty' | 'forPapers'>): boolean {
  return note.certainty === 'guessed' && !note.forPapers;
}

/** The fields that a client has something in or that every client has: those to compare before and after a save. */
export function factFieldsOf(...accounts: readonly Pick<AccountDraft, 'details'>[]): FactField[] {
  const details = accounts.flatMap((account) => Object.keys(account.details));
  return [...factFields, ...new Set(details)].map((key) => FactField.parse(key));
}

/** What stands in a field, as text; empty where nothing does. */
export function factText(account: AccountDraft, field: FactField): string {
  switch (field) {
    case 'industry':
    case 'city':
    case 'relationNow':
    case 'relationProspect':
      return account[field];
    case 'fullName':
    case 'inn':
      return account.requisites[field];
    case 'employees':
    case 'foundedYear':
    case 'annualRevenueMinor':
      return account.profile[field] === null ? '' : String(account.profile[field]);
    case 'description':
    case 'history':
    case 'structure':
    case 'surroundings':
    case 'financialNotes':
    case 'needs':
    case 'plans':
    case 'weakSpots':
    case 'growthZones':
      return account.profile[field];
    default:
      return account.details[field] ?? '';
  }
}

/** What the sum in a field is told in; null = the field holds no money. */
export function factCurrency(account: AccountDraft, field: FactField): Currency | null {
  return field === 'annualRevenueMinor' ? account.currency : null;
}

/** Whether a field says another thing after a save than before: another text, or the same sum in another currency. */
export function saysOther(before: AccountDraft, after: AccountDraft, field: FactField): boolean {
  const [was, is] = [factText(before, field), factText(after, field)];
  return was !== is || (is !== '' && factCurrency(before, field) !== factCurrency(after, field));
}

const figures = (text: string): string => text.replaceAll(/\D/gu, '');
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/**
 * Whether a text was only put right and says what it said: other signs, spaces or capitals, or one slip of the finger in
 * a word long enough to be known. Another figure is another fact, and so is a word more.
 */
export function isCorrection(before: string, after: string): boolean {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (was.length === 0 || was.length !== is.length || figures(before) !== figures(after)) return false;
  const mended = was.flatMap((word, at) => (word === is[at] ? [] : [[word, is[at] ?? ''] as const]));
  return (
    mended.length <= 1 &&
    mended.every(([word, right]) => editsAllowed(word) > 0 && editDistance(word, right, 1) <= 1)
  );
}

/** The account with that text in the field; a number is null where the text is none. */
export function withFact(account: AccountDraft, field: FactField, text: string): AccountDraft {
  switch (field) {
    case 'industry':
    case 'city':
    case 'relationNow':
    case 'relationProspect':
      return { ...account, [field]: text };
    case 'fullName':
    case 'inn':
      return { ...account, requisites: { ...account.requisites, [field]: text } };
    case 'employees':
    case 'foundedYear':
    case 'annualRevenueMinor':
      return { ...account, profile: { ...account.profile, [field]: text === '' ? null : Number(text) } };
    case 'description':
    case 'history':
    case 'structure':
    case 'surroundings':
    case 'financialNotes':
    case 'needs':
    case 'plans':
    case 'weakSpots':
    case 'growthZones':
      return { ...account, profile: { ...account.profile, [field]: text } };
    default:
      return { ...account, details: withDetail(account.details, field, text) };
  }
}
