import { z } from 'zod';
import { AbcClass, AccountMeasures } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { healthOrder, isMeasured } from './accountListing.ts';
import type { ReadableDb } from './openDatabase.ts';
import { readPortfolio, type Portfolio } from './portfolioStore.ts';

const Line = AccountMeasures.omit({ abc: true, health: true }).extend({
  accountId: AccountId,
  abc: z.int(),
  health: z.int(),
});

/**
 * Measures of some accounts on a day, as `readPortfolio` has them: from their lines in the clients table where those are
 * of this day, and else from the measures of all accounts.
 */
export function readMeasures(db: ReadableDb, ids: readonly AccountId[], today: CalendarDate): Portfolio {
  if (!isMeasured(db, today)) return readPortfolio(db, today);
  const lines = db
    .prepare(/* sql */ `
      SELECT accountId, abc, xyz, profitSharePermille, revenue12mMinor, profit12mMinor, lastContactOn, usualGapDays,
        completenessPercent, health
      FROM account_listing WHERE accountId IN (SELECT value FROM json_each(:ids))`)
    .all({ ids: JSON.stringify(ids) })
    .map((row) => Line.parse(row));
  // One that was put away has no line.
  if (lines.length < new Set(ids).size) return readPortfolio(db, today);
  return new Map(
    lines.map(({ accountId, abc, health, ...measures }): [AccountId, AccountMeasures] => [
      accountId,
      { ...measures, abc: AbcClass.options[abc - 1] ?? null, health: healthOrder[health] ?? 'even' },
    ]),
  );
}
