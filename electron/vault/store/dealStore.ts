import { z } from 'zod';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { Deal } from '../../../shared/domain/dealAnalysis.ts';
import { AccountId, ProposalId, TenderId } from '../../../shared/domain/ids.ts';
import { Currency } from '../../../shared/domain/money.ts';
import { awaitingStatuses } from '../../../shared/domain/proposalLife.ts';
import { TenderBid, TenderReason } from '../../../shared/domain/tender.ts';
import type { ReadableDb } from './openDatabase.ts';
import { fromRow, openTenders } from './rows.ts';

const Common = z.object({
  accountId: AccountId,
  accountName: z.string(),
  industry: z.string(),
  title: z.string(),
  on: CalendarDate.nullable(),
  reasons: z.array(TenderReason),
  ourMinor: z.int().nullable(),
  currency: Currency,
});
const DecidedTender = Common.extend({
  id: TenderId,
  outcome: Deal.shape.outcome,
  bids: z.array(TenderBid),
});
const AnsweredProposal = Common.extend({ id: ProposalId, outcome: Deal.shape.outcome });
const RivalName = z.object({ id: z.string(), name: z.string() });

function decidedTenders(db: ReadableDb): Deal[] {
  const names = new Map(
    db
      .prepare(/* sql */ `SELECT id, name FROM competitors`)
      .all()
      .map((row) => RivalName.parse(row))
      .map(({ id, name }) => [id, name]),
  );
  return db
    .prepare(/* sql */ `
      SELECT t.id, t.accountId, a.name AS accountName, a.industry, t.title, t.status AS outcome,
        coalesce(t.decidedOn, t.tenderOn) AS "on", t.reasons, t.ourBidMinor AS ourMinor, t.currency, t.bids
      FROM tenders t JOIN accounts a ON a.id = t.accountId
      WHERE t.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND t.status IN ('won', 'lost')`)
    .all()
    .map((row) => {
      const { id, bids, ...deal } = DecidedTender.parse(fromRow(row, ['reasons', 'bids']));
      const rivals = bids.flatMap(({ competitorId, amountMinor }) => {
        const name = names.get(competitorId);
        return name === undefined ? [] : [{ name, amountMinor }];
      });
      return { ...deal, subject: { kind: 'tender', id }, rivals };
    });
}

/**
 * Proposals that answer no tender (a tender's own outcome would count the same loss twice), each by the last edition that
 * was sent.
 */
function answeredProposals(db: ReadableDb): Deal[] {
  return db
    .prepare(/* sql */ `
      SELECT p.id, p.accountId, a.name AS accountName, a.industry, p.title,
        CASE p.status WHEN 'accepted' THEN 'won' ELSE 'lost' END AS outcome, s.happenedOn AS "on", s.reasons,
        p.totalMinor AS ourMinor, p.currency
      FROM proposals p JOIN accounts a ON a.id = p.accountId
      JOIN proposal_statuses s ON s.proposalId = p.id
        AND s.place = (SELECT max(place) FROM proposal_statuses l WHERE l.proposalId = p.id)
      WHERE p.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND p.tenderId IS NULL
        AND p.status IN ('accepted', 'declined') AND s.status = p.status
        AND NOT EXISTS (
          SELECT 1 FROM proposals later WHERE later.number = p.number AND later.edition > p.edition
            AND later.deletedAtMs IS NULL AND later.status <> 'draft')`)
    .all()
    .map((row) => {
      const { id, ...deal } = AnsweredProposal.parse(fromRow(row, ['reasons']));
      return { ...deal, subject: { kind: 'proposal', id }, rivals: [] };
    });
}

/** All deals, the last decided first. */
export function listDeals(db: ReadableDb): Deal[] {
  return [...decidedTenders(db), ...answeredProposals(db)].toSorted((one, other) =>
    (other.on ?? '').localeCompare(one.on ?? ''),
  );
}

const NotHeld = z.object({ status: z.enum(['cancelled', 'declined']), on: CalendarDate.nullable() });

/** Tenders that the client called off, and those that we did not take part in. */
export function listNotHeld(db: ReadableDb): z.infer<typeof NotHeld>[] {
  return db
    .prepare(/* sql */ `
      SELECT t.status, coalesce(t.decidedOn, t.tenderOn) AS "on"
      FROM tenders t JOIN accounts a ON a.id = t.accountId
      WHERE t.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND t.status IN ('cancelled', 'declined')`)
    .all()
    .map((row) => NotHeld.parse(row));
}

const UnderWay = z.object({ openTenders: z.int(), openProposals: z.int() });

/** Tenders of a client that are still ahead, and proposals that wait for its answer. */
export function countUnderWay(db: ReadableDb, accountId: AccountId): z.infer<typeof UnderWay> {
  return UnderWay.parse(
    db
      .prepare(/* sql */ `
        SELECT
          (SELECT count(*) FROM tenders
            WHERE accountId = :accountId AND deletedAtMs IS NULL AND status IN ${openTenders}) AS openTenders,
          (SELECT count(*) FROM proposals
            WHERE accountId = :accountId AND deletedAtMs IS NULL
              AND status IN (SELECT value FROM json_each(:awaiting))) AS openProposals`)
      .get({ accountId, awaiting: JSON.stringify(awaitingStatuses) }),
  );
}
