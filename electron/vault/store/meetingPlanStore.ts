import { z } from 'zod';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { MeetingPlan } from '../../../shared/domain/meetingPlan.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { requireLiveAccount, requireOfAccount } from './rows.ts';

const Row = z.object({ body: z.string() }).optional();

/** The plan of a client's coming meeting; null = none is kept. */
export function readMeetingPlan(db: ReadableDb, accountId: AccountId): MeetingPlan | null {
  const row = Row.parse(
    db.prepare(/* sql */ `SELECT body FROM meeting_plans WHERE accountId = :accountId`).get({ accountId }),
  );
  return row === undefined ? null : MeetingPlan.parse(JSON.parse(row.body));
}

/** Keeps a plan over the one before. Throws notFound or accountDeleted. */
export function saveMeetingPlan(db: WritableDb, plan: MeetingPlan, nowMs: number): void {
  requireLiveAccount(db, plan.accountId);
  requireOfAccount(db, 'people', plan.accountId, plan.personIds);
  db.prepare(/* sql */ `
    INSERT INTO meeting_plans (accountId, savedAtMs, body) VALUES (:accountId, :nowMs, :body)
    ON CONFLICT (accountId) DO UPDATE SET savedAtMs = :nowMs, body = :body`).run({
    accountId: plan.accountId,
    nowMs,
    body: JSON.stringify(plan),
  });
}

/** Forgets the plan of a client's meeting; nothing when there is none. */
export function dropMeetingPlan(db: WritableDb, accountId: AccountId): void {
  db.prepare(/* sql */ `DELETE FROM meeting_plans WHERE accountId = :accountId`).run({ accountId });
}
