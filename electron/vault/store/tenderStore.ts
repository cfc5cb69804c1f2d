import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { TenderRow } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { TenderId } from '../../../shared/domain/ids.ts';
import { isOpenTender, Tender, TenderDraft, TenderStatus } from '../../../shared/domain/tender.ts';
import { tenderLateness } from '../../../shared/domain/tenderPlan.ts';
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { refreshSummary } from './accountSummary.ts';
import { findInTexts } from './findInTexts.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import {
  accountIdOf,
  columns,
  fromRow,
  markDeleted,
  markRestored,
  refuseUnsaved,
  requireLiveAccount,
  requireOfAccount,
  toParams,
  openTenders,
} from './rows.ts';

const fields = columns(Object.keys(TenderDraft.shape));
const jsonColumns = ['criteria', 'milestones', 'participants', 'bids', 'reasons'];

const Listed = Tender.pick({
  id: true,
  accountId: true,
  title: true,
  status: true,
  tenderOn: true,
  budgetMinor: true,
  ourBidMinor: true,
  currency: true,
  milestones: true,
  reasons: true,
}).extend({ accountName: z.string() });

const listed = /* sql */ `t.id, t.accountId, a.name AS accountName, t.title, t.status, t.tenderOn, t.budgetMinor,
  t.ourBidMinor, t.currency, t.milestones, t.reasons`;

function toListed(row: unknown, today: CalendarDate): TenderRow {
  const { milestones, ...tender } = Listed.parse(fromRow(row, ['milestones', 'reasons']));
  return TenderRow.parse({
    ...tender,
    milestonesDone: milestones.filter(({ doneOn }) => doneOn !== null).length,
    milestonesTotal: milestones.length,
    lateMilestones: tenderLateness({ ...tender, milestones }, today).late.length,
  });
}

/** Tenders of a client, or of all; those still open first, each group by its day. */
export function listTenders(db: ReadableDb, accountId: AccountId | null, today: CalendarDate): TenderRow[] {
  return db
    .prepare(/* sql */ `
      SELECT ${listed}
      FROM tenders t JOIN accounts a ON a.id = t.accountId
      WHERE t.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND (:accountId IS NULL OR t.accountId = :accountId)
      ORDER BY t.status NOT IN ${openTenders},
        CASE WHEN t.status IN ${openTenders} THEN t.tenderOn END NULLS LAST,
        t.tenderOn DESC, t.title`)
    .all({ accountId })
    .map((row) => toListed(row, today));
}

const ByStatus = z.object({ status: TenderStatus, count: z.int() });
const Found = z.object({ found: z.int() });

/**
 * The first rows of the list of all tenders, with how many of each group were found: at most `limit` of those ahead, by
 * their day, and of those decided, the last first. The query is a piece of a title or of a client's name.
 */
export function pageTenders(
  db: ReadableDb,
  { filter, query, limit }: InputOf<'tenders.page'>,
  today: CalendarDate,
): OutputOf<'tenders.page'> {
  const living = /* sql */ `
    FROM tenders t JOIN accounts a ON a.id = t.accountId WHERE t.deletedAtMs IS NULL AND a.deletedAtMs IS NULL`;
  const counted = db
    .prepare(/* sql */ `SELECT t.status, count(*) AS count ${living} GROUP BY t.status`)
    .all()
    .map((row) => ByStatus.parse(row));
  const count = (fits: (status: TenderStatus) => boolean): number =>
    counted.reduce((sum, row) => sum + (fits(row.status) ? row.count : 0), 0);
  const ids = findInTexts(db, /* sql */ `SELECT t.id, t.title, a.name AS accountName ${living}`, query);
  const read = (statuses: string, order: string): { rows: TenderRow[]; found: number } => {
    const where = /* sql */ `${living} AND t.status ${statuses}
      AND (:ids IS NULL OR t.id IN (SELECT value FROM json_each(:ids)))`;
    return {
      rows: db
        .prepare(/* sql */ `SELECT ${listed} ${where} ORDER BY ${order} LIMIT :limit`)
        .all({ ids, limit })
        .map((row) => toListed(row, today)),
      found: Found.parse(db.prepare(/* sql */ `SELECT count(*) AS found ${where}`).get({ ids })).found,
    };
  };
  const none = { rows: [], found: 0 };
  return {
    coming:
      filter === 'all' || filter === 'coming'
        ? read(`IN ${openTenders}`, 't.tenderOn NULLS LAST, t.title')
        : none,
    decided:
      filter === 'coming'
        ? none
        : read(
            filter === 'all' ? `NOT IN ${openTenders}` : filter === 'won' ? `= 'won'` : `= 'lost'`,
            't.tenderOn DESC, t.title',
          ),
    counts: {
      all: count(() => true),
      coming: count(isOpenTender),
      won: count((status) => status === 'won'),
      lost: count((status) => status === 'lost'),
    },
  };
}

const NamedTender = Tender.extend({ accountName: z.string() });

/** Throws notFound. */
export function readTender(db: ReadableDb, id: TenderId): { tender: Tender; accountName: string } {
  const row = db
    .prepare(/* sql */ `
      SELECT id, revision, savedAtMs, ${fields.names},
        (SELECT name FROM accounts WHERE accounts.id = tenders.accountId) AS accountName
      FROM tenders WHERE id = :id AND deletedAtMs IS NULL`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such tender');
  const { accountName, ...tender } = NamedTender.parse(fromRow(row, jsonColumns));
  return { tender, accountName };
}

function requireParts(db: ReadableDb, draft: TenderDraft): void {
  requireOfAccount(
    db,
    'people',
    draft.accountId,
    draft.participants.map(({ personId }) => personId),
  );
  requireOfAccount(
    db,
    'competitors',
    draft.accountId,
    draft.bids.map(({ competitorId }) => competitorId),
  );
}

/** Throws notFound or accountDeleted; `id` is given only by the example. */
export function createTender(
  db: WritableDb,
  draft: TenderDraft,
  nowMs: number,
  id: TenderId = TenderId.parse(randomUUID()),
): { id: TenderId; revision: number } {
  requireLiveAccount(db, draft.accountId);
  requireParts(db, draft);
  db.prepare(/* sql */ `
    INSERT INTO tenders (id, revision, savedAtMs, ${fields.names}) VALUES (:id, 1, :nowMs, ${fields.params})`).run(
    {
      ...toParams(draft),
      id,
      nowMs,
    },
  );
  refreshSummary(db, draft.accountId);
  return { id, revision: 1 };
}

/** Answers the new revision. A tender stays with its account. Throws notFound or staleRevision. */
export function saveTender(
  db: WritableDb,
  id: TenderId,
  baseRevision: number,
  draft: TenderDraft,
  nowMs: number,
): number {
  requireParts(db, draft);
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE tenders SET ${fields.sets}, revision = revision + 1, savedAtMs = :nowMs
      WHERE id = :id AND accountId = :accountId AND revision = :baseRevision AND deletedAtMs IS NULL`)
    .run({ ...toParams(draft), id, baseRevision, nowMs });
  if (changes === 0) refuseUnsaved(db, 'tenders', id, baseRevision);
  refreshSummary(db, draft.accountId);
  return baseRevision + 1;
}

export function deleteTender(db: WritableDb, id: TenderId, nowMs: number): void {
  markDeleted(db, 'tenders', id, nowMs);
  refreshSummary(db, accountIdOf(db, 'tenders', id));
}

export function restoreTender(db: WritableDb, id: TenderId): void {
  markRestored(db, 'tenders', id);
  refreshSummary(db, accountIdOf(db, 'tenders', id));
}
