import { z } from 'zod';

/**
 * Every merge field (поле) a document can hold. A field is a node with a key, never text in braces, so what is
 * missing can be listed. Values are resolved in one place: `shared/document/resolveFields.ts`.
 */
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
export const MergeFieldKey = z.enum(mergeFieldKeys);
export type MergeFieldKey = z.infer<typeof MergeFieldKey>;

/** A value per key; null = nothing known, the document shows a hole and the check names it. */
export type FieldValues = Readonly<Record<MergeFieldKey, string | null>>;

/** Values of a document's fields when nothing is known: a document that belongs to no proposal. */
// fromEntries forgets the keys it was given.
export const noValues = Object.fromEntries(mergeFieldKeys.map((key) => [key, null])) as FieldValues;
