import { z } from 'zod';
import { StandardId } from './account.ts';
import { detailFields, OwnFieldKey } from './detailFields.ts';

/** Fields of part 1 of a dossier that have a place of their own in the record, in no order. */
export const recordFields = [
  'industry',
  'city',
  'description',
  'employees',
  'foundedYear',
  'history',
  'structure',
  'surroundings',
  'needs',
  'plans',
  'weakSpots',
  'growthZones',
  'annualRevenueMinor',
  'finances',
  'financialNotes',
] as const;

/** Requisites that a standard may ask for; the others are there to be written and count for nothing. */
export const requisiteFields = [
  'fullName',
  'inn',
  'kpp',
  'ogrn',
  'okpo',
  'okved',
  'legalAddress',
  'bankName',
  'settlementAccount',
  'headName',
  'headBasis',
] as const;

/** What is marked rather than written: types, the seven criteria, three «П». */
export const markFields = ['types', 'criteria', 'threeP'] as const;

export const ShippedField = z.enum([...recordFields, ...detailFields, ...requisiteFields, ...markFields]);
export type ShippedField = z.infer<typeof ShippedField>;
export const FieldKey = z.union([ShippedField, OwnFieldKey]);
export type FieldKey = z.infer<typeof FieldKey>;

export const isOwnField = (key: string): key is OwnFieldKey => key.startsWith('own-');

/** What a field holds. A department's own field is one of `ownKinds`. */
export const FieldKind = z.enum([
  'short',
  'long',
  'number',
  'date',
  'choice',
  'yesNo',
  'money',
  'years',
  'mark',
]);
export type FieldKind = z.infer<typeof FieldKind>;
export const ownKinds = [
  'short',
  'long',
  'number',
  'date',
  'choice',
  'yesNo',
] as const satisfies readonly FieldKind[];

/** Where a field stands in the Overview; `special` is what this industry is asked beyond the others. */
export const fieldGroups = ['company', 'business', 'special', 'finance', 'requisites', 'marks'] as const;
export const FieldGroup = z.enum(fieldGroups);
export type FieldGroup = z.infer<typeof FieldGroup>;

/** One field of a standard (GLOSSARY: стандарт досье). */
export const StandardField = z.object({
  key: FieldKey,
  /** Empty: the program's own word, in the language of the window. An own field always has one. */
  label: z.string().trim().max(80),
  /** What to ask the client; empty: the program's own question, or none. */
  question: z.string().trim().max(200),
  kind: FieldKind,
  group: FieldGroup,
  /** Of a choice: the program's own keys, or words of the user. */
  options: z.array(z.string().trim().min(1).max(100)).max(30),
  /** A field that is not asked is hidden where it is empty, and counts for nothing. */
  asked: z.boolean(),
  required: z.boolean(),
  /** How much it counts in the completeness of part 1, beside the other fields. */
  weight: z.int().min(0).max(10),
  /** Months after which what stands here is to be asked anew; null = it does not grow old. */
  staleMonths: z.int().min(1).max(120).nullable(),
});
export type StandardField = z.infer<typeof StandardField>;

const share = z.int().min(0).max(100);
/** How much the parts of a dossier count beside one another; at least one of them does. */
export const PartWeights = z
  .object({ general: share, history: share, people: share, competitors: share })
  .refine((parts) => Object.values(parts).some((weight) => weight > 0));
export type PartWeights = z.infer<typeof PartWeights>;

/** More fields than a standard can hold nobody would answer. */
export const mostFields = 150;

/** What a department asks of its clients of one kind: which fields, in which order, how much each counts. */
export const DossierStandard = z.object({
  id: StandardId,
  /** Empty: the program's own word. An own standard always has one. */
  name: z.string().trim().max(80),
  partWeights: PartWeights,
  fields: z
    .array(StandardField)
    .max(mostFields)
    .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length)
    .refine((fields) => fields.every(({ key, label }) => !isOwnField(key) || label !== '')),
});
export type DossierStandard = z.infer<typeof DossierStandard>;

/** A standard in the list: `shipped` as the program brings it, `changed` here, or `own`. */
export const StandardRow = z.object({
  standard: DossierStandard,
  origin: z.enum(['shipped', 'changed', 'own']),
  /** How many clients are kept by it. */
  clients: z.int(),
});
export type StandardRow = z.infer<typeof StandardRow>;

/** A file that carries standards to another vault. */
export const standardFileVersion = 1;
export const StandardFile = z.object({
  kind: z.literal('kamerton-standards'),
  version: z.literal(standardFileVersion),
  standards: z.array(DossierStandard).min(1).max(50),
});
export type StandardFile = z.infer<typeof StandardFile>;

/** What taking a standard of a file in would do. */
export const StandardChange = z.object({
  standard: DossierStandard,
  state: z.enum(['new', 'changed', 'same']),
});
export type StandardChange = z.infer<typeof StandardChange>;

/** How much a field counts: what is not asked counts for nothing, what must be known counts for something. */
export function countedWeight({ asked, required, weight }: StandardField): number {
  return asked ? Math.max(weight, required ? 1 : 0) : 0;
}

/** The field of a standard with that key; undefined where the standard does not have it. */
export function fieldOf(standard: DossierStandard, key: FieldKey): StandardField | undefined {
  return standard.fields.find((field) => field.key === key);
}

/** Moves a field by one among those of its group; the same list where there is nowhere to go. */
export function moveField(fields: readonly StandardField[], key: FieldKey, by: -1 | 1): StandardField[] {
  const at = fields.findIndex((field) => field.key === key);
  const moved = fields[at];
  if (moved === undefined) return [...fields];
  let to = at + by;
  while (fields[to] !== undefined && fields[to]?.group !== moved.group) to += by;
  const other = fields[to];
  if (other === undefined) return [...fields];
  return fields.map((field, index) => (index === at ? other : index === to ? moved : field));
}
