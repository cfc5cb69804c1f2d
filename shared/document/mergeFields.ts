import { z } from 'zod';
import { OwnFieldKey } from '../domain/detailFields.ts';

/** The merge fields (поля) that the program brings. */
export const mergeFieldKeys = [
  // the proposal
  'proposal.number',
  'proposal.date',
  'proposal.dateLong',
  'proposal.subject',
  'proposal.validFrom',
  'proposal.validUntil',
  'proposal.validUntilLong',
  'proposal.total',
  'proposal.totalInWords',
  'proposal.vatAmount',
  'proposal.vatPhrase',
  'proposal.totalWithoutVat',
  // the client
  'account.name',
  'account.nameQuoted',
  'account.fullName',
  'account.industry',
  'account.city',
  'account.inn',
  'account.cooperationSince',
  'account.cooperationYears',
  'account.deliveriesCount',
  'account.needs',
  'account.plans',
  // the addressee
  'addressee.positionDative',
  'addressee.nameDative',
  'addressee.nameFull',
  'addressee.greeting',
  // the tender
  'tender.title',
  'tender.subject',
  'tender.requestNumber',
  'tender.date',
  // our company
  'company.name',
  'company.nameQuoted',
  'company.fullName',
  'company.phone',
  'company.email',
  'company.signatoryName',
  'company.signatoryPosition',
  'company.authorName',
  'company.authorPhone',
] as const;
const ShippedFieldKey = z.enum(mergeFieldKeys);
type ShippedFieldKey = z.infer<typeof ShippedFieldKey>;

/**
 * Every merge field a document can hold: one of the program's, or a department's own field by the key it has in the
 * dossier. A field is a node with a key, never text in braces, so what is missing can be listed. Values are resolved
 * in one place: `shared/document/resolveFields.ts`.
 */
export const MergeFieldKey = z.union([ShippedFieldKey, OwnFieldKey]);
export type MergeFieldKey = z.infer<typeof MergeFieldKey>;

/** A value per key; null = nothing known, the document shows a hole and the check names it. */
export type FieldValues = Readonly<
  Record<ShippedFieldKey, string | null> & Partial<Record<OwnFieldKey, string | null>>
>;

/** What is known of a field; null also where no department has it any more. */
export function fieldValue(values: FieldValues, key: MergeFieldKey): string | null {
  return values[key] ?? null;
}

/** Values of a document's fields when nothing is known: a document that belongs to no proposal. */
// fromEntries forgets the keys it was given.
export const noValues = Object.fromEntries(mergeFieldKeys.map((key) => [key, null])) as FieldValues;
