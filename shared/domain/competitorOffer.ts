import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountId, CompetitorId, CompetitorOfferId, TenderId } from './ids.ts';
import { AmountMinor, Currency } from './money.ts';
import { CriterionKey } from './person.ts';
import type { Tender } from './tender.ts';

/** How an offer of a competitor ended with the client. */
export const OfferOutcome = z.enum(['open', 'chosen', 'rejected', 'unknown']);
export type OfferOutcome = z.infer<typeof OfferOutcome>;

/** What a competitor offered the client, when and how it ended (GLOSSARY: предложение конкурента). */
export const CompetitorOfferDraft = z.object({
  accountId: AccountId,
  competitorId: CompetitorId,
  offeredOn: CalendarDate,
  subject: z.string().trim().min(1).max(300),
  amountMinor: AmountMinor.min(0).nullable(),
  currency: Currency,
  /** Payment, delivery, warranty: what beside the price decides. */
  terms: z.string().max(2000),
  outcome: OfferOutcome,
  /** Who told it. */
  source: z.string().max(300),
  tenderId: TenderId.nullable(),
});
export type CompetitorOfferDraft = z.infer<typeof CompetitorOfferDraft>;

/** `id` null = read from the bids of a tender and written nowhere else. */
export const CompetitorOffer = CompetitorOfferDraft.extend({
  id: CompetitorOfferId.nullable(),
  revision: z.int(),
  tenderTitle: z.string(),
});
export type CompetitorOffer = z.infer<typeof CompetitorOffer>;

/** A competitor's share of the client's purchases as it was known on a day. */
export const CompetitorShare = z.object({
  competitorId: CompetitorId,
  notedOn: CalendarDate,
  sharePercent: z.int().min(0).max(100),
});
export type CompetitorShare = z.infer<typeof CompetitorShare>;

/** We against a competitor by one criterion of the client: we are stronger, equal or weaker. */
export const ComparisonStanding = z.enum(['stronger', 'equal', 'weaker']);
export type ComparisonStanding = z.infer<typeof ComparisonStanding>;

export const ComparisonMark = z.object({
  competitorId: CompetitorId,
  criterion: CriterionKey,
  standing: ComparisonStanding,
  note: z.string().max(500),
});
export type ComparisonMark = z.infer<typeof ComparisonMark>;

/** A criterion the client judges by: its weight in the group, and how we stood on it in the latest tender that says. */
export const ComparisonCriterion = z.object({
  key: CriterionKey,
  percent: z.int(),
  ourStanding: z.int().min(1).max(5).nullable(),
  tenderTitle: z.string(),
});
export type ComparisonCriterion = z.infer<typeof ComparisonCriterion>;

type BidTender = Pick<
  Tender,
  'id' | 'accountId' | 'title' | 'status' | 'tenderOn' | 'decidedOn' | 'currency' | 'bids'
>;

function outcomeOf({ status, bids }: BidTender): OfferOutcome {
  switch (status) {
    case 'won':
      return 'rejected';
    // We lost to the only rival known; with more of them nobody says which.
    case 'lost':
      return bids.length === 1 ? 'chosen' : 'unknown';
    case 'cancelled':
    case 'declined':
      return 'unknown';
    case 'expected':
    case 'preparing':
    case 'submitted':
      return 'open';
  }
}

/**
 * Offers as written, and beside them the bids of tenders that no written offer of the same competitor speaks of, the
 * newest first. A bid without a day of its tender has no place in a history and is left out.
 */
export function offersWithBids(
  written: readonly CompetitorOffer[],
  tenders: readonly BidTender[],
): CompetitorOffer[] {
  const isWritten = (tenderId: string, competitorId: string): boolean =>
    written.some((offer) => offer.tenderId === tenderId && offer.competitorId === competitorId);
  const bids = tenders.flatMap((tender) =>
    tender.bids.flatMap(({ competitorId, amountMinor, note }): CompetitorOffer[] => {
      const offeredOn = tender.tenderOn ?? tender.decidedOn;
      if (offeredOn === null || isWritten(tender.id, competitorId)) return [];
      return [
        {
          id: null,
          revision: 0,
          accountId: tender.accountId,
          competitorId,
          offeredOn,
          subject: tender.title,
          amountMinor,
          currency: tender.currency,
          terms: note,
          outcome: outcomeOf(tender),
          source: '',
          tenderId: tender.id,
          tenderTitle: tender.title,
        },
      ];
    }),
  );
  return [...written, ...bids].toSorted(
    (a, b) => b.offeredOn.localeCompare(a.offeredOn) || a.subject.localeCompare(b.subject),
  );
}
