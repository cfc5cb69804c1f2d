import { z } from 'zod';
import type { TodayRow } from '../../../shared/domain/accountView.ts';
import { nextBirthday } from '../../../shared/domain/birthday.ts';
import { addDays, Birthday, CalendarDate, daysBetween } from '../../../shared/domain/calendarDate.ts';
import { silenceGaps, shortestGapDays } from '../../../shared/domain/health.ts';
import { AccountId, PersonId, ProposalId, TenderId } from '../../../shared/domain/ids.ts';
import { shortName } from '../../../shared/domain/nameForms.ts';
import { PersonFact } from '../../../shared/domain/person.ts';
import { careTrouble } from '../../../shared/domain/specialData.ts';
import { Tender } from '../../../shared/domain/tender.ts';
import type { ReadableDb, SqlParams } from './openDatabase.ts';
import { duePlanTasks } from './planStore.ts';
import { fromRow, openTenders } from './rows.ts';
import { keepsSpecialData } from './specialDataStore.ts';

/** Things with a day show up this many days before it. */
export const nearDays = 7;
/** Birthdays show up earlier: a present takes time. */
export const birthdayDays = 14;

// The more urgent kinds of one day stand first.
const kindOrder: readonly TodayRow['kind'][] = [
  'complaint',
  'misunderstanding',
  'promise',
  'awaited',
  'followUp',
  'wish',
  'nextStep',
  'planTask',
  'proposalExpiring',
  'milestone',
  'silence',
  'factReview',
  'birthday',
];

const empty = {
  personName: '',
  dueOn: null,
  tenderId: null,
  proposalId: null,
  personId: null,
  sourceId: '',
  days: null,
};

type PersonNames = {
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
};
const Names = {
  lastName: z.string().nullable(),
  firstName: z.string().nullable(),
  middleName: z.string().nullable(),
};

const nameOf = ({ lastName, firstName, middleName }: PersonNames): string =>
  lastName === null ? '' : shortName({ lastName, firstName: firstName ?? '', middleName: middleName ?? '' });

const ofAccount = { accountId: AccountId, accountName: z.string() };

const FollowUpDue = z.object({
  ...ofAccount,
  ...Names,
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  dueOn: CalendarDate,
  proposalId: ProposalId.nullable(),
  personId: PersonId.nullable(),
});

function dueFollowUps(db: ReadableDb, params: SqlParams): TodayRow[] {
  return db
    .prepare(/* sql */ `
      SELECT f.id, f.accountId, a.name AS accountName, f.kind, f.title, f.dueOn, f.proposalId, f.personId,
        p.lastName, p.firstName, p.middleName
      FROM follow_ups f JOIN accounts a ON a.id = f.accountId LEFT JOIN people p ON p.id = f.personId
      WHERE f.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND a.archivedAtMs IS NULL AND f.doneOn IS NULL AND f.dueOn <= :today
        AND (f.proposalId IS NULL OR EXISTS (SELECT 1 FROM proposals q WHERE q.id = f.proposalId AND q.deletedAtMs IS NULL))`)
    .all(params)
    .map((row) => {
      const { id, kind, title, ...rest } = FollowUpDue.parse(row);
      const { lastName, firstName, middleName, ...due } = rest;
      return {
        ...empty,
        ...due,
        kind: 'followUp',
        subject: title === '' ? kind : title,
        personName: nameOf({ lastName, firstName, middleName }),
        sourceId: id,
      };
    });
}

const Expiring = z.object({
  ...ofAccount,
  proposalId: ProposalId,
  tenderId: TenderId.nullable(),
  subject: z.string(),
  dueOn: CalendarDate,
});

/** Proposals in the client's hands whose terms end soon; ended ones stay until their status is set or they are replaced. */
function expiringProposals(db: ReadableDb, params: SqlParams): TodayRow[] {
  return db
    .prepare(/* sql */ `
      SELECT p.id AS proposalId, p.tenderId, p.accountId, a.name AS accountName, p.number AS subject, p.validUntil AS dueOn
      FROM proposals p JOIN accounts a ON a.id = p.accountId
      WHERE p.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND a.archivedAtMs IS NULL AND p.status IN ('sent', 'received', 'inReview')
        AND p.validUntil <= :near
        AND NOT EXISTS (SELECT 1 FROM proposals q
          WHERE q.previousId = p.id AND q.status <> 'draft' AND q.deletedAtMs IS NULL)`)
    .all(params)
    .map((row) => ({ ...empty, ...Expiring.parse(row), kind: 'proposalExpiring' }));
}

const OpenTender = Tender.pick({ id: true, accountId: true, status: true, milestones: true }).extend({
  accountName: z.string(),
});

function nearMilestones(db: ReadableDb, near: CalendarDate): TodayRow[] {
  return db
    .prepare(/* sql */ `
      SELECT t.id, t.accountId, a.name AS accountName, t.status, t.milestones
      FROM tenders t JOIN accounts a ON a.id = t.accountId
      WHERE t.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND a.archivedAtMs IS NULL AND t.status IN ${openTenders}`)
    .all()
    .flatMap((row) => {
      const { id, accountId, accountName, status, milestones } = OpenTender.parse(
        fromRow(row, ['milestones']),
      );
      return (
        milestones
          // After the bid is handed in only the defence is left to do.
          .filter(
            ({ key, dueOn, doneOn }) =>
              doneOn === null && dueOn <= near && (status !== 'submitted' || key === 'defend'),
          )
          .map(({ key, dueOn }): TodayRow => ({
            ...empty,
            kind: 'milestone',
            accountId,
            accountName,
            subject: key,
            dueOn,
            tenderId: id,
          }))
      );
    });
}

const OpenEvent = z.object({
  ...ofAccount,
  ...Names,
  id: z.string(),
  kind: z.enum(['promise', 'complaint', 'misunderstanding', 'wish']),
  title: z.string(),
  promisedBy: z.enum(['us', 'them']).nullable(),
  dueOn: CalendarDate.nullable(),
  personId: PersonId.nullable(),
});

/**
 * Promises of ours that fall due, theirs on their day and after, complaints and misunderstandings from their first
 * day, wishes that got a day.
 */
function openEvents(db: ReadableDb, params: SqlParams): TodayRow[] {
  return db
    .prepare(/* sql */ `
      SELECT e.id, e.accountId, a.name AS accountName, e.kind, e.title, e.promisedBy, e.dueOn,
        p.id AS personId, p.lastName, p.firstName, p.middleName
      FROM account_events e JOIN accounts a ON a.id = e.accountId
        LEFT JOIN account_event_people ep ON ep.eventId = e.id AND ep.place = 0
        LEFT JOIN people p ON p.id = ep.personId
      WHERE e.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND a.archivedAtMs IS NULL AND e.settledOn IS NULL
        AND (e.kind IN ('complaint', 'misunderstanding')
          OR (e.kind = 'wish' AND e.dueOn <= :near)
          OR (e.kind = 'promise' AND e.promisedBy = 'us' AND e.dueOn <= :near)
          OR (e.kind = 'promise' AND e.promisedBy = 'them' AND e.dueOn <= :today))`)
    .all(params)
    .map((row) => {
      const { id, kind, title, promisedBy, lastName, firstName, middleName, ...due } = OpenEvent.parse(row);
      const personName = nameOf({ lastName, firstName, middleName });
      return {
        ...empty,
        ...due,
        kind: kind === 'promise' && promisedBy === 'them' ? 'awaited' : kind,
        subject: title,
        personName,
        sourceId: id,
      };
    });
}

const Born = z.object({
  ...ofAccount,
  personId: PersonId,
  birthday: Birthday,
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string(),
});

/** Month and day of the days on which a birthday shows up; 29 February is kept on a day beside it in other years. */
function birthdaysNear(today: CalendarDate): string[] {
  const days = Array.from({ length: birthdayDays + 1 }, (_value, at) => addDays(today, at).slice(-5));
  return days.includes('02-28') || days.includes('03-01') ? [...days, '02-29'] : days;
}

function nearBirthdays(db: ReadableDb, today: CalendarDate): TodayRow[] {
  return db
    .prepare(/* sql */ `
      SELECT p.id AS personId, p.accountId, a.name AS accountName, p.birthday, p.lastName, p.firstName, p.middleName
      FROM people p JOIN accounts a ON a.id = p.accountId
      WHERE p.deletedAtMs IS NULL AND p.archivedAtMs IS NULL AND a.deletedAtMs IS NULL AND a.archivedAtMs IS NULL
        AND p.birthday IS NOT NULL AND substr(p.birthday, -5) IN (SELECT value FROM json_each(:days))`)
    .all({ days: JSON.stringify(birthdaysNear(today)) })
    .flatMap((row): TodayRow[] => {
      const { personId, accountId, accountName, birthday, ...names } = Born.parse(row);
      const dueOn = nextBirthday(birthday, today);
      if (daysBetween(today, dueOn) > birthdayDays) return [];
      const name = nameOf(names);
      return [
        {
          ...empty,
          kind: 'birthday',
          accountId,
          accountName,
          subject: name,
          personName: name,
          personId,
          dueOn,
        },
      ];
    });
}

const Kept = z.object({
  ...ofAccount,
  personId: PersonId,
  facts: z.array(PersonFact),
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string(),
});

/** Facts of special categories whose day of review has come, one row a person; what they say stays behind the veil. */
function dueReviews(db: ReadableDb, today: CalendarDate): TodayRow[] {
  if (!keepsSpecialData(db)) return [];
  return db
    .prepare(/* sql */ `
      SELECT p.id AS personId, p.accountId, a.name AS accountName, p.facts, p.lastName, p.firstName, p.middleName
      FROM people p JOIN accounts a ON a.id = p.accountId
      WHERE p.deletedAtMs IS NULL AND a.deletedAtMs IS NULL AND p.facts LIKE '%"reviewOn"%'`)
    .all()
    .flatMap((row): TodayRow[] => {
      const { personId, accountId, accountName, facts, ...names } = Kept.parse(fromRow(row, ['facts']));
      const due = facts
        .flatMap((fact) => (careTrouble(fact, today) === 'overdue' ? [fact.care?.reviewOn ?? today] : []))
        .toSorted();
      const [dueOn] = due;
      if (dueOn === undefined) return [];
      const name = nameOf(names);
      return [
        {
          ...empty,
          kind: 'factReview',
          accountId,
          accountName,
          subject: name,
          personName: name,
          personId,
          dueOn,
        },
      ];
    });
}

const NextStep = z.object({ ...ofAccount, subject: z.string(), dueOn: CalendarDate });

function dueNextSteps(db: ReadableDb, params: SqlParams): TodayRow[] {
  return db
    .prepare(/* sql */ `
      SELECT id AS accountId, name AS accountName, nextStep AS subject, nextStepOn AS dueOn FROM accounts
      WHERE deletedAtMs IS NULL AND archivedAtMs IS NULL AND nextStep <> ''
        AND nextStepOn IS NOT NULL AND nextStepOn <= :today`)
    .all(params)
    .map((row) => ({ ...empty, ...NextStep.parse(row), kind: 'nextStep' }));
}

/** Tasks of the clients' plans, from a week before their day. */
function planTasks(db: ReadableDb, near: CalendarDate): TodayRow[] {
  return duePlanTasks(db, near).map(({ accountId, accountName, taskId, title, dueOn }) => ({
    ...empty,
    kind: 'planTask',
    accountId,
    accountName,
    subject: title,
    dueOn,
    sourceId: taskId,
  }));
}

const Silent = z.object({
  accountId: AccountId,
  accountName: z.string(),
  lastContactOn: CalendarDate,
  total: z.int(),
});

/** Clients silent beyond their own rhythm, the longest silent first; where the rhythm is not known, nothing is claimed. */
function silentAccounts(
  db: ReadableDb,
  today: CalendarDate,
  most: number,
): { rows: TodayRow[]; more: number } {
  const silent = db
    // In the words of its index: the last day on which a client is not silent yet.
    .prepare(/* sql */ `
        SELECT s.accountId, a.name AS accountName, s.lastContactOn, count(*) OVER () AS total
        FROM account_summaries s INDEXED BY accountSummariesQuiet CROSS JOIN accounts a ON a.id = s.accountId
        WHERE s.lastContactOn IS NOT NULL AND s.usualGapDays IS NOT NULL
          AND date(s.lastContactOn, CAST(max(s.usualGapDays, ${shortestGapDays}) * ${silenceGaps.attention} AS INTEGER) || ' days') < :today
          AND a.deletedAtMs IS NULL AND a.archivedAtMs IS NULL
        ORDER BY s.lastContactOn LIMIT :most`)
    .all({ today, most })
    .map((row) => Silent.parse(row));
  return {
    more: Math.max(0, (silent[0]?.total ?? 0) - silent.length),
    rows: silent.map(({ accountId, accountName, lastContactOn }) => ({
      ...empty,
      kind: 'silence',
      accountId,
      accountName,
      subject: accountName,
      days: daysBetween(lastContactOn, today),
    })),
  };
}

/**
 * What needs the KAM now, the most urgent first: what is late by its day, then today's, then what is near. A row
 * without a day counts as today's. `days` is the time left (negative: late), for silence the days since the last word.
 * At most `mostSilent` silent clients: of very many nobody reads a list; `moreSilent` counts the rest.
 */
export function listToday(
  db: ReadableDb,
  today: CalendarDate,
  mostSilent: number,
): { rows: TodayRow[]; moreSilent: number } {
  const silent = silentAccounts(db, today, mostSilent);
  const near = addDays(today, nearDays);
  const rows = [
    ...dueFollowUps(db, { today }),
    ...expiringProposals(db, { near }),
    ...nearMilestones(db, near),
    ...openEvents(db, { near, today }),
    ...nearBirthdays(db, today),
    ...dueReviews(db, today),
    ...dueNextSteps(db, { today }),
    ...planTasks(db, near),
    ...silent.rows,
  ].map((row) => (row.dueOn === null ? row : { ...row, days: daysBetween(today, row.dueOn) }));
  const sorted = rows.toSorted((a, b) => {
    const byDay = (a.dueOn ?? today).localeCompare(b.dueOn ?? today);
    if (byDay !== 0) return byDay;
    return kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (b.days ?? 0) - (a.days ?? 0);
  });
  return { rows: sorted, moreSilent: silent.more };
}
