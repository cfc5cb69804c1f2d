import { z } from 'zod';
import type { HealthSign } from '../../../shared/domain/accountView.ts';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { HealthInput } from '../../../shared/domain/health.ts';
import { healthSigns } from '../../../shared/domain/health.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { Tender } from '../../../shared/domain/tender.ts';
import { tenderLateness } from '../../../shared/domain/tenderPlan.ts';
import type { ReadableDb } from './openDatabase.ts';
import { fromRow } from './rows.ts';

type OpenIssues = Pick<HealthInput, 'openComplaints' | 'openPromises'>;

const OpenEvent = z.object({
  accountId: AccountId,
  kind: z.enum(['complaint', 'misunderstanding', 'promise']),
  happenedOn: CalendarDate,
  dueOn: CalendarDate.nullable(),
});

/** Complaints and misunderstandings not settled, promises of ours not kept; of all accounts, or of one. */
export function openIssues(db: ReadableDb, accountId?: AccountId): Map<AccountId, OpenIssues> {
  const issues = new Map<
    AccountId,
    { openComplaints: OpenIssues['openComplaints'][number][]; openPromises: { dueOn: CalendarDate }[] }
  >();
  const rows = db
    .prepare(/* sql */ `
      SELECT accountId, kind, happenedOn, dueOn FROM account_events
      WHERE deletedAtMs IS NULL AND settledOn IS NULL
        AND (kind IN ('complaint', 'misunderstanding') OR (kind = 'promise' AND promisedBy = 'us'))
        ${accountId === undefined ? '' : 'AND accountId = :accountId'}`)
    .all(accountId === undefined ? {} : { accountId });
  for (const row of rows) {
    const { accountId: owner, kind, happenedOn, dueOn } = OpenEvent.parse(row);
    const of = issues.get(owner) ?? { openComplaints: [], openPromises: [] };
    issues.set(owner, of);
    if (kind !== 'promise') of.openComplaints.push({ happenedOn, dueOn });
    else if (dueOn !== null) of.openPromises.push({ dueOn });
  }
  return issues;
}

const OpenTender = Tender.pick({ accountId: true, tenderOn: true, status: true, milestones: true });

/** Steps of open tenders whose day is past; of all accounts, or of one. */
export function lateMilestones(
  db: ReadableDb,
  today: CalendarDate,
  accountId?: AccountId,
): Map<AccountId, number> {
  const late = new Map<AccountId, number>();
  const rows = db
    .prepare(/* sql */ `
      SELECT accountId, tenderOn, status, milestones FROM tenders
      WHERE deletedAtMs IS NULL AND status IN ('expected', 'preparing', 'submitted')
        ${accountId === undefined ? '' : 'AND accountId = :accountId'}`)
    .all(accountId === undefined ? {} : { accountId });
  for (const row of rows) {
    const tender = OpenTender.parse(fromRow(row, ['milestones']));
    late.set(tender.accountId, (late.get(tender.accountId) ?? 0) + tenderLateness(tender, today).late.length);
  }
  return late;
}

const Rhythm = z.object({
  lastContactOn: CalendarDate.nullable(),
  usualGapDays: z.int().nullable(),
  lastDeliveryOn: CalendarDate.nullable(),
  usualDeliveryGapDays: z.int().nullable(),
});

/** Why the state of one account's relation is what it is, the worst first. */
export function readHealthSigns(db: ReadableDb, accountId: AccountId, today: CalendarDate): HealthSign[] {
  const rhythm = Rhythm.parse(
    db
      .prepare(/* sql */ `
        SELECT lastContactOn, usualGapDays, lastDeliveryOn, usualDeliveryGapDays FROM account_summaries
        WHERE accountId = :accountId`)
      .get({ accountId }),
  );
  const { openComplaints = [], openPromises = [] } = openIssues(db, accountId).get(accountId) ?? {};
  const late = lateMilestones(db, today, accountId).get(accountId) ?? 0;
  const signs = healthSigns({ ...rhythm, today, openComplaints, openPromises, lateMilestones: late });
  return signs.toSorted((a, b) => Number(b.level === 'risk') - Number(a.level === 'risk'));
}
