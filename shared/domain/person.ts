import { z } from 'zod';
import { ThreeP } from './account.ts';
import { Birthday, CalendarDate } from './calendarDate.ts';
import { AccountId, ColleagueId, PersonId } from './ids.ts';
import { FactCare } from './specialData.ts';

/** A criterion or a role of the user's own; its name is in the vault (GLOSSARY: свой критерий, своя роль). */
export const OwnTermKey = z.templateLiteral(['own-', z.uuid()]);
export type OwnTermKey = z.infer<typeof OwnTermKey>;

/** The roles that the program knows, in the order of the sections of equal weight. */
export const shippedRoles = [
  'ceo',
  'hr',
  'finance',
  'technical',
  'procurement',
  'security',
  'legal',
  'user',
  'other',
] as const;
export type ShippedRole = (typeof shippedRoles)[number];
/** The role a reader has for a proposal (GLOSSARY: роль читателя); decides which section is written for them. */
export const ReaderRole = z.union([z.enum(shippedRoles), OwnTermKey]);
export type ReaderRole = z.infer<typeof ReaderRole>;

/** A role as the program's own rules and words know it: the user's own is «other» to them. */
export const shippedRoleOf = (role: ReaderRole): ShippedRole =>
  shippedRoles.find((shipped) => shipped === role) ?? 'other';

/** Role in the decision (GLOSSARY: роль в решении). */
export const DecisionRole = z.enum([
  'decides',
  'approvesBudget',
  'setsRequirements',
  'recommends',
  'advises',
  'uses',
  'gatekeeper',
  'unknown',
]);
export type DecisionRole = z.infer<typeof DecisionRole>;

/** Attitude to us, from against to supporter. */
export const Attitude = z.enum(['against', 'wary', 'neutral', 'disposed', 'supporter', 'unknown']);
export type Attitude = z.infer<typeof Attitude>;

export const Psychotype = z.enum(['analyst', 'expressive', 'driver', 'amiable', 'unknown']);
export type Psychotype = z.infer<typeof Psychotype>;

/** What a reader judges a supplier by (GLOSSARY: критерий выбора). */
export const criterionKeys = [
  'exclusiveTerms',
  'statusRecognition',
  'businessKnowledge',
  'price',
  'ownershipCost',
  'paymentTerms',
  'payback',
  'reliability',
  'serviceLevel',
  'technicalFit',
  'launchTime',
  'references',
  'training',
  'relations',
  'compliance',
  'safety',
] as const;
export const CriterionKey = z.union([z.enum(criterionKeys), OwnTermKey]);
export type CriterionKey = z.infer<typeof CriterionKey>;

/** A criterion with its weight in percent; weights of one person are meant to add up to 100, but need not. */
export const WeightedCriterion = z.object({
  key: CriterionKey,
  weightPercent: z.int().min(0).max(100),
  note: z.string().max(500),
});
export type WeightedCriterion = z.infer<typeof WeightedCriterion>;

/** How well a fact is known: confirmed, heard from somebody, or guessed. */
export const Certainty = z.enum(['confirmed', 'heard', 'guessed']);
export type Certainty = z.infer<typeof Certainty>;

export const PersonFact = z.object({
  text: z.string().trim().min(1).max(2000),
  certainty: Certainty,
  source: z.string().max(300),
  notedOn: CalendarDate.nullable(),
  /** Of a special category: never in exports, search, merge fields or meeting sheets (GLOSSARY: деликатный факт). */
  sensitive: z.boolean(),
  /** What the law asks of a sensitive fact; null for every other, and where it was noted without. */
  care: FactCare.nullable().default(null),
});
export type PersonFact = z.infer<typeof PersonFact>;

/** Which colleague of ours knows this person, and how well (1 = met once … 5 = trusts). */
export const ContactOfOurs = z.object({
  colleagueId: ColleagueId,
  strength: z.int().min(1).max(5),
  kind: z.string().max(200),
});
export type ContactOfOurs = z.infer<typeof ContactOfOurs>;

/** The name's stored manual forms win over what the rules of declension give. Empty = use the rules. */
export const ManualNameForms = z.object({
  /** «Иванову И. П.» */
  addresseeDative: z.string().max(200),
  /** «Генеральному директору» */
  positionDative: z.string().max(300),
  /** «Уважаемый Иван Петрович» */
  greeting: z.string().max(300),
});
export type ManualNameForms = z.infer<typeof ManualNameForms>;

/** Gender for the greeting; `unknown` lets the rules tell it from the patronymic and first name. */
export const Gender = z.enum(['male', 'female', 'unknown']);
export type Gender = z.infer<typeof Gender>;

/** A person of the client's decision group (GLOSSARY: схема принятия решений). */
export const PersonDraft = z.object({
  accountId: AccountId,
  lastName: z.string().max(100),
  firstName: z.string().max(100),
  middleName: z.string().max(100),
  gender: Gender,
  position: z.string().max(200),
  department: z.string().max(200),
  readerRole: ReaderRole,
  decisionRole: DecisionRole,
  /** 1 = hardly … 5 = decides. */
  influence: z.int().min(1).max(5),
  attitude: Attitude,
  psychotype: Psychotype,
  criteria: z.array(WeightedCriterion).max(20),
  threeP: ThreeP,
  heeds: z.array(PersonId).max(50),
  /** Whom they are at odds with; either of the two may have it written down (GLOSSARY: конфликт). */
  conflicts: z.array(PersonId).max(50).default([]),
  contactsOfOurs: z.array(ContactOfOurs).max(20),
  phone: z.string().max(100),
  email: z.string().max(200),
  contactKind: z.string().max(200),
  birthday: Birthday.nullable(),
  family: z.string().max(2000),
  hobbies: z.string().max(2000),
  values: z.string().max(2000),
  education: z.string().max(2000),
  career: z.string().max(4000),
  /** What not to speak of with them (GLOSSARY: запретные темы). */
  taboos: z.string().max(2000).default(''),
  /** What is on their mind now, and since when we know (GLOSSARY: что сейчас волнует). */
  worry: z.string().max(2000).default(''),
  worryOn: CalendarDate.nullable().default(null),
  facts: z.array(PersonFact).max(200),
  /** Private notes: never leave the vault, kept behind a veil. */
  privateNotes: z.string().max(10_000),
  nameForms: ManualNameForms,
});
export type PersonDraft = z.infer<typeof PersonDraft>;

export const Person = PersonDraft.extend({ id: PersonId, revision: z.int(), savedAtMs: z.int() });
export type Person = z.infer<typeof Person>;
