import { z } from 'zod';
import { AccountPlan, openTasks } from '../../../shared/domain/accountPlan.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { requireLiveAccount, requireOfAccount } from './rows.ts';

const Row = z.object({ revision: z.int(), body: z.string() });

const Lines = z.looseObject({
  scheme: z.array(
    z.looseObject({
      partner: z.looseObject({
        personId: z.string().nullish(),
        personIds: z.array(z.string()).optional(),
      }),
    }),
  ),
});

/** A plan as it stands in the file. Where a person was erased their id is gone, and the line with nobody left goes with it. */
function parsePlan(body: string): AccountPlan {
  const { scheme, ...rest } = Lines.parse(JSON.parse(body));
  const lines = scheme.filter(
    ({ partner }) =>
      partner.personId !== null && (partner.personIds === undefined || partner.personIds.length > 0),
  );
  return AccountPlan.parse({ ...rest, scheme: lines });
}

export type KeptPlan = { readonly plan: AccountPlan; readonly revision: number };

/** The plan of a client as it is kept; null = none yet. */
export function readPlan(db: ReadableDb, accountId: AccountId): KeptPlan | null {
  const row = db
    .prepare(/* sql */ `SELECT revision, body FROM account_plans WHERE accountId = :accountId`)
    .get({ accountId });
  if (row === undefined) return null;
  const { revision, body } = Row.parse(row);
  return { revision, plan: parsePlan(body) };
}

/**
 * Keeps a plan whole over the one before and answers the new revision; `baseRevision` 0 = there was none. People who
 * were deleted may stay in it. Throws notFound, accountDeleted or staleRevision.
 */
export function savePlan(
  db: WritableDb,
  accountId: AccountId,
  baseRevision: number,
  plan: AccountPlan,
  nowMs: number,
): number {
  requireLiveAccount(db, accountId);
  const people = plan.scheme.flatMap(({ partner }) =>
    partner.kind === 'person' ? [partner.personId] : partner.personIds,
  );
  requireOfAccount(db, 'people', accountId, people);
  const kept = readPlan(db, accountId)?.revision ?? 0;
  if (kept !== baseRevision)
    throw new AppError('staleRevision', `account_plans moved past revision ${baseRevision}`, {
      revision: kept,
    });
  db.prepare(/* sql */ `
    INSERT INTO account_plans (accountId, revision, savedAtMs, nextDueOn, body)
    VALUES (:accountId, :revision, :nowMs, :nextDueOn, :body)
    ON CONFLICT (accountId) DO UPDATE SET revision = :revision, savedAtMs = :nowMs, nextDueOn = :nextDueOn, body = :body`).run(
    {
      accountId,
      revision: kept + 1,
      nowMs,
      nextDueOn: openTasks(plan)[0]?.task.dueOn ?? null,
      body: JSON.stringify(plan),
    },
  );
  return kept + 1;
}

/** Marks a task done, or open again with null; answers the new revision. Throws notFound. */
export function setPlanTaskDone(
  db: WritableDb,
  { accountId, taskId }: { readonly accountId: AccountId; readonly taskId: string },
  doneOn: CalendarDate | null,
  nowMs: number,
): number {
  const kept = readPlan(db, accountId);
  const isThere = kept?.plan.goals.some(({ tasks }) => tasks.some(({ id }) => id === taskId)) ?? false;
  if (kept === null || !isThere) throw new AppError('notFound', 'no such task of the plan');
  const goals = kept.plan.goals.map((goal) => ({
    ...goal,
    tasks: goal.tasks.map((task) => (task.id === taskId ? { ...task, doneOn } : task)),
  }));
  return savePlan(db, accountId, kept.revision, { ...kept.plan, goals }, nowMs);
}

const DueRow = z.object({ accountId: AccountId, accountName: z.string(), body: z.string() });

/** Open dated tasks of all clients that fall due by a day, the earliest first. */
export function duePlanTasks(
  db: ReadableDb,
  until: CalendarDate,
): {
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly taskId: string;
  readonly title: string;
  readonly dueOn: CalendarDate;
}[] {
  return db
    .prepare(/* sql */ `
      SELECT p.accountId, a.name AS accountName, p.body
      FROM account_plans p JOIN accounts a ON a.id = p.accountId
      WHERE p.nextDueOn <= :until AND a.deletedAtMs IS NULL ORDER BY p.nextDueOn, p.accountId`)
    .all({ until })
    .flatMap((row) => {
      const { accountId, accountName, body } = DueRow.parse(row);
      return openTasks(parsePlan(body)).flatMap(({ task: { id, title, dueOn } }) =>
        dueOn === null || dueOn > until ? [] : [{ accountId, accountName, taskId: id, title, dueOn }],
      );
    });
}
