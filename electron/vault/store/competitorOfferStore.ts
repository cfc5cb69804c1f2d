import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import {
  CompetitorOffer,
  CompetitorOfferDraft,
  CompetitorShare,
  offersWithBids,
} from '../../../shared/domain/competitorOffer.ts';
import type { AccountId, CompetitorId } from '../../../shared/domain/ids.ts';
import { CompetitorOfferId } from '../../../shared/domain/ids.ts';
import { Tender } from '../../../shared/domain/tender.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import {
  columns,
  fromRow,
  markDeleted,
  markRestored,
  refuseUnsaved,
  requireLiveAccount,
  requireOfAccount,
  toParams,
} from './rows.ts';

const fields = columns(Object.keys(CompetitorOfferDraft.shape));

const BidTender = Tender.pick({
  id: true,
  accountId: true,
  title: true,
  status: true,
  tenderOn: true,
  decidedOn: true,
  currency: true,
  bids: true,
});

/** What the competitors of a client offered, the newest first; bids of tenders stand among them without an id. */
export function listCompetitorOffers(db: ReadableDb, accountId: AccountId): CompetitorOffer[] {
  const written = db
    .prepare(/* sql */ `
      SELECT id, revision, ${fields.names},
        coalesce((SELECT title FROM tenders t WHERE t.id = tenderId AND t.deletedAtMs IS NULL), '') AS tenderTitle
      FROM competitor_offers WHERE accountId = :accountId AND deletedAtMs IS NULL
        AND competitorId IN (SELECT id FROM competitors WHERE deletedAtMs IS NULL)`)
    .all({ accountId })
    .map((row) => CompetitorOffer.parse(row));
  const tenders = db
    .prepare(/* sql */ `
      SELECT id, accountId, title, status, tenderOn, decidedOn, currency, bids FROM tenders
      WHERE accountId = :accountId AND deletedAtMs IS NULL`)
    .all({ accountId })
    .map((row) => BidTender.parse(fromRow(row, ['bids'])));
  return offersWithBids(written, tenders);
}

function requireParts(db: ReadableDb, draft: CompetitorOfferDraft): void {
  requireOfAccount(db, 'competitors', draft.accountId, [draft.competitorId]);
  if (draft.tenderId !== null) requireOfAccount(db, 'tenders', draft.accountId, [draft.tenderId]);
}

/** Throws notFound or accountDeleted; `id` is given only by the example. */
export function createCompetitorOffer(
  db: WritableDb,
  draft: CompetitorOfferDraft,
  id: CompetitorOfferId = CompetitorOfferId.parse(randomUUID()),
): { id: CompetitorOfferId; revision: number } {
  requireLiveAccount(db, draft.accountId);
  requireParts(db, draft);
  db.prepare(/* sql */ `
    INSERT INTO competitor_offers (id, revision, ${fields.names}) VALUES (:id, 1, ${fields.params})`).run({
    ...toParams(draft),
    id,
  });
  return { id, revision: 1 };
}

/** Answers the new revision. Throws notFound or staleRevision. */
export function saveCompetitorOffer(
  db: WritableDb,
  id: CompetitorOfferId,
  baseRevision: number,
  draft: CompetitorOfferDraft,
): number {
  requireParts(db, draft);
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE competitor_offers SET ${fields.sets}, revision = revision + 1
      WHERE id = :id AND accountId = :accountId AND revision = :baseRevision AND deletedAtMs IS NULL`)
    .run({ ...toParams(draft), id, baseRevision });
  if (changes === 0) refuseUnsaved(db, 'competitor_offers', id, baseRevision);
  return baseRevision + 1;
}

export function deleteCompetitorOffer(db: WritableDb, id: CompetitorOfferId, nowMs: number): void {
  markDeleted(db, 'competitor_offers', id, nowMs);
}

export function restoreCompetitorOffer(db: WritableDb, id: CompetitorOfferId): void {
  markRestored(db, 'competitor_offers', id);
}

/** Shares of a client's competitors in time, the oldest first. */
export function listCompetitorShares(db: ReadableDb, accountId: AccountId): CompetitorShare[] {
  return db
    .prepare(/* sql */ `
      SELECT s.competitorId, s.notedOn, s.sharePercent
      FROM competitor_shares s JOIN competitors c ON c.id = s.competitorId
      WHERE c.accountId = :accountId AND c.deletedAtMs IS NULL ORDER BY s.notedOn`)
    .all({ accountId })
    .map((row) => CompetitorShare.parse(row));
}

const LastShare = z.object({ sharePercent: z.int() }).optional();

/** Notes a share of a day where it is another than the last one known; null notes nothing. */
export function noteCompetitorShare(
  db: WritableDb,
  competitorId: CompetitorId,
  sharePercent: number | null,
  notedOn: CalendarDate,
): void {
  if (sharePercent === null) return;
  const last = LastShare.parse(
    db
      .prepare(/* sql */ `
        SELECT sharePercent FROM competitor_shares WHERE competitorId = :competitorId ORDER BY notedOn DESC LIMIT 1`)
      .get({ competitorId }),
  );
  if (last?.sharePercent === sharePercent) return;
  db.prepare(/* sql */ `
    INSERT INTO competitor_shares (competitorId, notedOn, sharePercent) VALUES (:competitorId, :notedOn, :sharePercent)
    ON CONFLICT (competitorId, notedOn) DO UPDATE SET sharePercent = :sharePercent`).run({
    competitorId,
    notedOn,
    sharePercent,
  });
}
