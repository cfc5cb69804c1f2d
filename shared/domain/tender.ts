import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountId, CompetitorId, PersonId, TenderId } from './ids.ts';
import { AmountMinor, Currency } from './money.ts';
import { CriterionKey } from './person.ts';

/** Where a tender stands; the last four are its outcome (GLOSSARY: исход тендера). */
export const TenderStatus = z.enum([
  'expected',
  'preparing',
  'submitted',
  'won',
  'lost',
  'cancelled',
  'declined',
]);
export type TenderStatus = z.infer<typeof TenderStatus>;

/** Statuses of a tender that is still ahead. */
export const openTenderStatuses = [
  'expected',
  'preparing',
  'submitted',
] as const satisfies readonly TenderStatus[];

/** Whether a tender is still ahead. */
export const isOpenTender = (status: TenderStatus): boolean =>
  openTenderStatuses.some((open) => open === status);

/** Whether a tender ended in a decision that has reasons: won or lost. */
export const isDecided = (status: TenderStatus): boolean => status === 'won' || status === 'lost';

/** The fixed vocabulary of reasons of wins and losses. */
export const tenderReasons = [
  'price',
  'paymentTerms',
  'deliveryTime',
  'technicalFit',
  'serviceLevel',
  'references',
  'relations',
  'lateStart',
  'requirementsShapedByOther',
  'documents',
  'reputation',
  'budgetCut',
] as const;
export const TenderReason = z.enum(tenderReasons);
export type TenderReason = z.infer<typeof TenderReason>;

/** A criterion of the tender with its weight and our standing (1 weak … 5 strong, null unknown). */
export const TenderCriterion = z.object({
  key: CriterionKey,
  weightPercent: z.int().min(0).max(100),
  ourStanding: z.int().min(1).max(5).nullable(),
  note: z.string().max(500),
});
export type TenderCriterion = z.infer<typeof TenderCriterion>;

/** Steps of the preparation, back-planned over nine months (GLOSSARY: подготовка к тендеру). */
export const milestoneKeys = [
  'learnNeed',
  'mapParticipants',
  'shapeRequirements',
  'findSuccessFactors',
  'technicalAudit',
  'references',
  'calculate',
  'composeProposal',
  'submit',
  'defend',
] as const;
export const MilestoneKey = z.enum(milestoneKeys);
export type MilestoneKey = z.infer<typeof MilestoneKey>;

export const TenderMilestone = z.object({
  key: MilestoneKey,
  dueOn: CalendarDate,
  doneOn: CalendarDate.nullable(),
  note: z.string().max(500),
});
export type TenderMilestone = z.infer<typeof TenderMilestone>;

/** A participant from the decision group and how good our contact is (1 none … 5 trusting). */
export const TenderParticipant = z.object({ personId: PersonId, contactQuality: z.int().min(1).max(5) });
export type TenderParticipant = z.infer<typeof TenderParticipant>;

export const TenderBid = z.object({
  competitorId: CompetitorId,
  amountMinor: AmountMinor.nullable(),
  note: z.string().max(1000),
});
export type TenderBid = z.infer<typeof TenderBid>;

export const TenderDraft = z.object({
  accountId: AccountId,
  title: z.string().trim().min(1).max(300),
  /** What is bought, in a phrase that a proposal can quote: «Поставка компрессорной станции и сервис на 36 месяцев». */
  subject: z.string().max(1000),
  status: TenderStatus,
  /** The day bids are due; the preparation is planned back from it. */
  tenderOn: CalendarDate.nullable(),
  decidedOn: CalendarDate.nullable(),
  /** Their letter that asked for the offer, «ТФ-118/26 от 09.11.2026». */
  requestNumber: z.string().max(200),
  budgetMinor: AmountMinor.nullable(),
  ourBidMinor: AmountMinor.nullable(),
  currency: Currency,
  criteria: z.array(TenderCriterion).max(20),
  milestones: z.array(TenderMilestone).max(20),
  participants: z.array(TenderParticipant).max(50),
  bids: z.array(TenderBid).max(20),
  reasons: z.array(TenderReason).max(12),
  reasonText: z.string().max(5000),
  lessons: z.string().max(5000),
});
export type TenderDraft = z.infer<typeof TenderDraft>;
export const Tender = TenderDraft.extend({ id: TenderId, revision: z.int(), savedAtMs: z.int() });
export type Tender = z.infer<typeof Tender>;
