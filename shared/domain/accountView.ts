import { z } from 'zod';
import { Account, AccountType } from './account.ts';
import { CalendarDate } from './calendarDate.ts';
import { DossierStandard, FieldKey, StandardField } from './dossierStandard.ts';
import { AccountId, PersonId, ProposalId, TenderId } from './ids.ts';
import { Currency } from './money.ts';
import { CriterionKey, ReaderRole } from './person.ts';
import { ProposalStatus } from './proposal.ts';
import { TenderStatus } from './tender.ts';

/** State of a relation, always shown with a shape and a word (GLOSSARY: состояние клиента). */
export const AccountHealth = z.enum(['even', 'attention', 'risk']);
export type AccountHealth = z.infer<typeof AccountHealth>;

export const AbcClass = z.enum(['A', 'B', 'C']);
export type AbcClass = z.infer<typeof AbcClass>;
export const XyzClass = z.enum(['X', 'Y', 'Z']);
export type XyzClass = z.infer<typeof XyzClass>;

/** Measures of one account, computed in the vault from its rows. */
export const AccountMeasures = z.object({
  /** null = no deliveries in the last 12 months. */
  abc: AbcClass.nullable(),
  xyz: XyzClass.nullable(),
  /** Share of our total profit in the last 12 months, tenths of a percent (246 = 24,6 %). */
  profitSharePermille: z.int(),
  revenue12mMinor: z.int(),
  profit12mMinor: z.int(),
  lastContactOn: CalendarDate.nullable(),
  /** The client's own median gap between contacts, days; null = fewer than three contacts. */
  usualGapDays: z.int().nullable(),
  completenessPercent: z.int(),
  health: AccountHealth,
});
export type AccountMeasures = z.infer<typeof AccountMeasures>;

/** A line of the clients table. */
export const AccountRow = z.object({
  id: AccountId,
  name: z.string(),
  legalForm: z.string(),
  inn: z.string(),
  industry: z.string(),
  city: z.string(),
  types: z.array(AccountType),
  /** What its own money is told in; the measures are in the portfolio's. */
  currency: Currency,
  measures: AccountMeasures,
  nextStep: z.string(),
  nextStepOn: CalendarDate.nullable(),
  /** The client it is a branch of; null = it stands for itself, or its parent was deleted. */
  parent: z.object({ id: AccountId, name: z.string() }).nullable(),
  /** How many branches it has of its own. */
  branches: z.int(),
});
export type AccountRow = z.infer<typeof AccountRow>;

/** A question worth asking next («что узнать дальше»); the window words it by its kind. */
export const OpenQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('noPeople') }),
  z.object({ kind: z.literal('noDecisionMaker') }),
  z.object({ kind: z.literal('roleMissing'), role: ReaderRole }),
  z.object({ kind: z.literal('criteriaUnknown'), personId: PersonId, personName: z.string() }),
  z.object({ kind: z.literal('attitudeUnknown'), personId: PersonId, personName: z.string() }),
  z.object({ kind: z.literal('needsUnknown') }),
  z.object({ kind: z.literal('plansUnknown') }),
  z.object({ kind: z.literal('requisitesMissing') }),
  z.object({ kind: z.literal('competitorsUnknown') }),
  /** A field of the department's standard; an empty label or question = the program's own words. */
  z.object({ kind: z.literal('fieldUnknown'), key: FieldKey, label: z.string(), question: z.string() }),
  z.object({ kind: z.literal('lossReasonMissing'), tenderId: TenderId, tenderTitle: z.string() }),
  z.object({ kind: z.literal('tenderBudgetUnknown'), tenderId: TenderId, tenderTitle: z.string() }),
]);
export type OpenQuestion = z.infer<typeof OpenQuestion>;

/** What a part of a dossier lacks; the window words it and leads to where it is filled. */
export const MissingItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), key: FieldKey, label: z.string(), required: z.boolean() }),
  z.object({ kind: z.literal('deliveries') }),
  z.object({ kind: z.literal('events') }),
  z.object({ kind: z.literal('relationNow') }),
  z.object({ kind: z.literal('relationProspect') }),
  z.object({ kind: z.literal('decidedTender') }),
  z.object({ kind: z.literal('tenderReasons'), tenderId: TenderId, tenderTitle: z.string() }),
  /** So many people more make a group. */
  z.object({ kind: z.literal('people'), count: z.int() }),
  z.object({ kind: z.literal('decider') }),
  z.object({ kind: z.literal('decisionRoles') }),
  z.object({ kind: z.literal('personThreeP') }),
  z.object({ kind: z.literal('personCriteria'), personId: PersonId, personName: z.string() }),
  z.object({ kind: z.literal('personAttitude'), personId: PersonId, personName: z.string() }),
  z.object({ kind: z.literal('competitors') }),
  z.object({ kind: z.literal('competitorSides') }),
]);
export type MissingItem = z.infer<typeof MissingItem>;

/** What speaks against an even relation; `amount`: days of silence, of a complaint or a delay, or late steps. */
export const HealthSign = z.object({
  sign: z.enum(['silence', 'neverContacted', 'buysLess', 'complaint', 'brokenPromise', 'lateTender']),
  level: AccountHealth.exclude(['even']),
  amount: z.int(),
});
export type HealthSign = z.infer<typeof HealthSign>;

/** A tender in a list. */
export const TenderRow = z.object({
  id: TenderId,
  accountId: AccountId,
  accountName: z.string(),
  title: z.string(),
  status: TenderStatus,
  tenderOn: CalendarDate.nullable(),
  budgetMinor: z.int().nullable(),
  ourBidMinor: z.int().nullable(),
  currency: z.string(),
  milestonesDone: z.int(),
  milestonesTotal: z.int(),
  lateMilestones: z.int(),
  reasons: z.array(z.string()),
});
export type TenderRow = z.infer<typeof TenderRow>;

/** A proposal in a list. */
export const ProposalRow = z.object({
  id: ProposalId,
  accountId: AccountId,
  accountName: z.string(),
  tenderId: TenderId.nullable(),
  number: z.string(),
  edition: z.int(),
  title: z.string(),
  subject: z.string(),
  language: z.string(),
  status: ProposalStatus,
  documentDate: CalendarDate,
  validUntil: CalendarDate,
  readerNames: z.array(z.string()),
  /** Total of the price table; null = no table. */
  totalMinor: z.int().nullable(),
  currency: z.string(),
  /** A later edition that was sent in its place; null = this is the last one sent. */
  replacedByEdition: z.int().nullable(),
  savedAtMs: z.int(),
});
export type ProposalRow = z.infer<typeof ProposalRow>;

/** What the dossier's header and Overview tab show. */
export const AccountOverview = z.object({
  account: Account,
  /** The department's standard that the dossier is kept by. */
  standard: DossierStandard,
  /** Fields that the standard does not ask for and that something is known of: kept, and shown apart. */
  otherFields: z.array(StandardField),
  archived: z.boolean(),
  measures: AccountMeasures,
  /** Why the state of the relation is what it is; none = even. */
  healthSigns: z.array(HealthSign),
  questions: z.array(OpenQuestion).max(3),
  /** The parts of the dossier, each with how complete it is and how much it weighs in the whole, percent. */
  completeness: z.array(
    z.object({
      part: z.enum(['general', 'history', 'people', 'competitors']),
      percent: z.int(),
      weightPercent: z.int(),
      missing: z.array(MissingItem),
    }),
  ),
  counts: z.object({
    events: z.int(),
    deliveries: z.int(),
    people: z.int(),
    tenders: z.int(),
    competitors: z.int(),
    proposals: z.int(),
    files: z.int(),
  }),
  /** The nearest tender that is not decided. */
  nextTender: TenderRow.nullable(),
  openProposals: z.array(ProposalRow),
  /** Criteria that this client's group weighs most, percent of all weights × influence. */
  topCriteria: z.array(z.object({ key: CriterionKey, percent: z.int() })),
  /** Deliveries of the last eight quarters, oldest first, a list a currency, the client's own first; without deliveries none. */
  quarters: z.array(
    z.object({
      currency: Currency,
      sums: z.array(z.object({ label: z.string(), revenueMinor: z.int(), profitMinor: z.int() })),
    }),
  ),
});
export type AccountOverview = z.infer<typeof AccountOverview>;

/** A row of «Сегодня»: one thing that needs the KAM now, with its one next action. */
export const TodayRow = z.object({
  kind: z.enum([
    'followUp',
    'proposalExpiring',
    'milestone',
    'promise',
    'awaited',
    'complaint',
    'misunderstanding',
    'wish',
    'birthday',
    'factReview',
    'silence',
    'nextStep',
    /** A task of the client's plan. */
    'planTask',
  ]),
  accountId: AccountId,
  accountName: z.string(),
  /** What it is about: a milestone's key, a promise's title, a person's name, a proposal's number. */
  subject: z.string(),
  personName: z.string(),
  dueOn: CalendarDate.nullable(),
  tenderId: TenderId.nullable(),
  proposalId: ProposalId.nullable(),
  personId: PersonId.nullable(),
  /** Id of the follow-up or event this row closes; empty where none. */
  sourceId: z.string(),
  days: z.int().nullable(),
});
export type TodayRow = z.infer<typeof TodayRow>;
