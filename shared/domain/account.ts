import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountDetails, OwnFieldKey } from './detailFields.ts';
import { AccountId } from './ids.ts';
import { AmountMinor, Currency } from './money.ts';
import { Requisites } from './requisites.ts';

/** Types of a key client (GLOSSARY: тип ключевого клиента). The first of an account's list is the main one. */
export const AccountType = z.enum(['breadwinner', 'prospective', 'imageMaker', 'expert']);
export type AccountType = z.infer<typeof AccountType>;

/** The seven criteria of a key client (GLOSSARY: критерии ключевого клиента). */
export const keyCriteria = [
  'stableProfit',
  'reliablePartner',
  'longTermWork',
  'helpsSalesGrow',
  'opensNewIncome',
  'influencesMarket',
  'affectsReputation',
] as const;
export const KeyCriterion = z.enum(keyCriteria);
export type KeyCriterion = z.infer<typeof KeyCriterion>;

export const CriterionAnswer = z.object({ met: z.boolean().nullable(), note: z.string().max(1000) });
export type CriterionAnswer = z.infer<typeof CriterionAnswer>;

/** Rule of three «П»: need, means to pay, authority to decide; null = not known yet. */
export const ThreeP = z.object({
  need: z.boolean().nullable(),
  means: z.boolean().nullable(),
  authority: z.boolean().nullable(),
});
export type ThreeP = z.infer<typeof ThreeP>;

export const IndustryVariant = z.enum(['general', 'manufacturer', 'distributor', 'medical']);
export type IndustryVariant = z.infer<typeof IndustryVariant>;

/** Which standard of the department a dossier is kept by: one that the program brings, or one of our own. */
export const StandardId = z.union([IndustryVariant, OwnFieldKey]);
export type StandardId = z.infer<typeof StandardId>;

/** Money of a client in one year, without VAT, in the client's currency; null = not known. Profit may be a loss. */
export const YearFigures = z.object({
  year: z.int().min(1900).max(2200),
  revenueMinor: AmountMinor.nullable(),
  profitMinor: AmountMinor.nullable(),
  note: z.string().max(500),
});
export type YearFigures = z.infer<typeof YearFigures>;

/** Part 1 of the dossier, «Общие сведения» (GLOSSARY: досье). */
export const AccountProfile = z.object({
  description: z.string().max(10_000),
  employees: z.int().min(0).max(10_000_000).nullable(),
  foundedYear: z.int().min(1500).max(2200).nullable(),
  history: z.string().max(10_000),
  structure: z.string().max(10_000),
  surroundings: z.string().max(10_000),
  /** In the client's currency. */
  annualRevenueMinor: AmountMinor.nullable(),
  /** Any order; the window shows the last year first. */
  finances: z.array(YearFigures).max(60).default([]),
  financialNotes: z.string().max(10_000),
  needs: z.string().max(10_000),
  plans: z.string().max(10_000),
  weakSpots: z.string().max(10_000),
  growthZones: z.string().max(10_000),
});
export type AccountProfile = z.infer<typeof AccountProfile>;

export const emptyProfile: AccountProfile = {
  description: '',
  employees: null,
  foundedYear: null,
  history: '',
  structure: '',
  surroundings: '',
  annualRevenueMinor: null,
  finances: [],
  financialNotes: '',
  needs: '',
  plans: '',
  weakSpots: '',
  growthZones: '',
};

/** Whether any year has a figure, told in the client's currency. */
export function hasYearFigures({ finances }: Pick<AccountProfile, 'finances'>): boolean {
  return finances.some(({ revenueMinor, profitMinor }) => revenueMinor !== null || profitMinor !== null);
}

/** What the user writes of a client company; the stored Account adds id, revision and times. */
export const AccountDraft = z.object({
  /** Short trade name without legal form and quotes: «Тихвинский фарфор». */
  name: z.string().trim().min(1).max(200),
  /** Legal form as abbreviated: АО, ООО, ИП, Ltd. */
  legalForm: z.string().max(40),
  industry: z.string().max(200),
  city: z.string().max(200),
  variant: StandardId,
  types: z.array(AccountType).max(4),
  typeReason: z.string().max(1000),
  criteria: z.record(KeyCriterion, CriterionAnswer),
  threeP: ThreeP,
  /** What the client's own money is told in (GLOSSARY: валюта клиента); deliveries and tenders say their own. */
  currency: Currency,
  profile: AccountProfile,
  details: AccountDetails.default({}),
  requisites: Requisites,
  /** State of the relation now, and what is expected of it. */
  relationNow: z.string().max(5000),
  relationProspect: z.string().max(5000),
  nextStep: z.string().max(300),
  nextStepOn: CalendarDate.nullable(),
  parentAccountId: AccountId.nullable(),
});
export type AccountDraft = z.infer<typeof AccountDraft>;

/** What a new client starts with; without a currency it gets the one that the vault mostly sells in. */
export const NewAccountDraft = AccountDraft.partial({ currency: true });
export type NewAccountDraft = z.infer<typeof NewAccountDraft>;

export const Account = AccountDraft.extend({
  id: AccountId,
  revision: z.int(),
  createdAtMs: z.int(),
  savedAtMs: z.int(),
});
export type Account = z.infer<typeof Account>;
