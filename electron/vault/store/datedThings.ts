import { z } from 'zod';
import { Birthday, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import type { ReadableDb } from './openDatabase.ts';

const Names = z.object({ lastName: z.string(), firstName: z.string(), middleName: z.string() });
const BirthdayRow = Names.extend({ id: z.string(), accountName: z.string(), birthday: Birthday });

/** Birthdays of the people of all clients. */
export function listBirthdays(
  db: ReadableDb,
): { id: string; personName: string; accountName: string; birthday: Birthday }[] {
  return db
    .prepare(/* sql */ `
      SELECT people.id, lastName, firstName, middleName, birthday, accounts.name AS accountName
      FROM people JOIN accounts ON accounts.id = people.accountId
      WHERE people.deletedAtMs IS NULL AND people.archivedAtMs IS NULL
        AND accounts.deletedAtMs IS NULL AND accounts.archivedAtMs IS NULL AND birthday IS NOT NULL
      ORDER BY substr(birthday, -5), people.id`)
    .all()
    .map((row) => {
      const { id, accountName, birthday, ...name } = BirthdayRow.parse(row);
      return { id, personName: fullName(name), accountName, birthday };
    });
}

const DatedRow = z.object({
  id: z.string(),
  kind: z.enum(['promise', 'followUp', 'tender', 'proposal', 'nextStep', 'planTask']),
  title: z.string(),
  accountName: z.string(),
  dueOn: CalendarDate,
});
/** A thing of ours with its day. `title` of a proposal is its number. */
export type DatedThing = z.infer<typeof DatedRow>;

/** What is still to be done on a day, for all clients: our promises, tasks, tenders, proposals that expire, next steps. */
export function listDatedThings(db: ReadableDb): DatedThing[] {
  return db
    .prepare(/* sql */ `
      SELECT things.id, kind, title, accounts.name AS accountName, dueOn FROM (
        SELECT id, 'promise' AS kind, title, accountId, dueOn FROM account_events
          WHERE kind = 'promise' AND promisedBy = 'us' AND settledOn IS NULL AND deletedAtMs IS NULL
        UNION ALL
        SELECT id, 'followUp', title, accountId, dueOn FROM follow_ups WHERE doneOn IS NULL AND deletedAtMs IS NULL
        UNION ALL
        SELECT id, 'tender', title, accountId, tenderOn FROM tenders
          WHERE status IN ('expected', 'preparing') AND deletedAtMs IS NULL
        UNION ALL
        SELECT id, 'proposal', number, accountId, validUntil FROM proposals
          WHERE status IN ('sent', 'received', 'inReview') AND deletedAtMs IS NULL
        UNION ALL
        SELECT id, 'nextStep', nextStep, id, nextStepOn FROM accounts WHERE nextStep <> ''
        UNION ALL
        SELECT task.value ->> '$.id', 'planTask', task.value ->> '$.title', p.accountId, task.value ->> '$.dueOn'
          FROM account_plans p, json_each(p.body, '$.goals') goal, json_each(goal.value, '$.tasks') task
          WHERE p.nextDueOn IS NOT NULL AND goal.value ->> '$.outcome' = 'open' AND task.value ->> '$.doneOn' IS NULL
      ) things JOIN accounts ON accounts.id = things.accountId
      WHERE dueOn IS NOT NULL AND accounts.deletedAtMs IS NULL AND accounts.archivedAtMs IS NULL
      ORDER BY dueOn, things.id`)
    .all()
    .map((row) => DatedRow.parse(row));
}
