import { z } from 'zod';
import type { HealthSign } from '../../../shared/domain/accountView.ts';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { HealthInput } from '../../../shared/domain/health.ts';
import { healthSigns } from '../../../shared/domain/health.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { Tender } from '../../../shared/domain/tender.ts';
import { tenderLateness } from '../../../shared/domain/tenderPlan.ts';
import type { ReadableDb, SqlParams } from './openDatabase.ts';
import { fromRow, openTenders } from './rows.ts';

type OpenIssues = Pick<HealthInput, 'openComplaints' | 'openPromises'>;

const OpenEvent = z.object({
  accountId: AccountId,
  kind: z.enum(['complaint', 'misunderstanding', 'promise']),
  happenedOn: CalendarDate,
  dueOn: CalendarDate.nullable(),
});

// Of all accounts from the index of what is open, of some from the accounts' own.
const ofSome = 'AND accountId IN (SELECT value FROM json_each(:ids))';
const paramsOf = (ids?: readonly string[]): SqlParams =>
  ids === undefined ? {} : { ids: JSON.stringify(ids) };

/** Complaints and misunderstandings not settled, promises of ours not kept; of all accounts, or of some. */
export function openIssues(db: ReadableDb, ids?: readonly string[]): Map<AccountId, OpenIssues> {
  const issues = new Map<
    AccountId,
    { openComplaints: OpenIssues['openComplaints'][number][]; openPromises: { dueOn: CalendarDate }[] }
  >();
  const rows = db
    .prepare(/* sql */ `
      SELECT accountId, kind, happenedOn, dueOn
      FROM account_events ${ids === undefined ? '' : 'INDEXED BY accountEventsByAccount'}
      WHERE deletedAtMs IS NULL AND settledOn IS NULL
        AND (kind IN ('complaint', 'misunderstanding') OR (kind = 'promise' AND promisedBy = 'us'))
        ${ids === undefined ? '' : ofSome}`)
    .all(paramsOf(ids));
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

type TenderSteps = {
  /** How many steps are late. */
  readonly late: number;
  /** Days of the steps that are not late yet. */
  readonly dueOn: readonly CalendarDate[];
};

/** Steps of open tenders that are not done; of all accounts, or of some. */
export function openSteps(
  db: ReadableDb,
  today: CalendarDate,
  ids?: readonly string[],
): Map<AccountId, TenderSteps> {
  const steps = new Map<AccountId, TenderSteps>();
  const rows = db
    .prepare(/* sql */ `
      SELECT accountId, tenderOn, status, milestones
      FROM tenders ${ids === undefined ? '' : 'INDEXED BY tendersByAccount'}
      WHERE deletedAtMs IS NULL AND status IN ${openTenders}
        ${ids === undefined ? '' : ofSome}`)
    .all(paramsOf(ids));
  for (const row of rows) {
    const tender = OpenTender.parse(fromRow(row, ['milestones']));
    const { late, dueOn } = steps.get(tender.accountId) ?? { late: 0, dueOn: [] };
    const ahead = tender.milestones.filter((step) => step.doneOn === null && step.dueOn >= today);
    steps.set(tender.accountId, {
      late: late + tenderLateness(tender, today).late.length,
      dueOn: [...dueOn, ...ahead.map((step) => step.dueOn)],
    });
  }
  return steps;
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
  const { openComplaints = [], openPromises = [] } = openIssues(db, [accountId]).get(accountId) ?? {};
  const late = openSteps(db, today, [accountId]).get(accountId)?.late ?? 0;
  const signs = healthSigns({ ...rhythm, today, openComplaints, openPromises, lateMilestones: late });
  return signs.toSorted((a, b) => Number(b.level === 'risk') - Number(a.level === 'risk'));
}
