import type { Migration } from '../migrate.ts';

const holds = /* sql */ `
-- The last day on which the line stays as it is, if nothing is saved: only lines past theirs are counted on a new day.
ALTER TABLE account_listing ADD COLUMN holdsUntil TEXT NOT NULL DEFAULT '';
CREATE INDEX accountListingHolds ON account_listing (holdsUntil, accountId);
-- All lines are counted once more, piece by piece.
DELETE FROM settings WHERE name IN ('listingDay', 'listingCurrency');
INSERT INTO listing_pending (accountId) SELECT id FROM accounts
  WHERE deletedAtMs IS NULL AND id NOT IN (SELECT accountId FROM listing_pending);
-- The last day on which a client is not silent by its own rhythm; the rule of the day's list.
CREATE INDEX accountSummariesQuiet
  ON account_summaries (date(lastContactOn, CAST(max(usualGapDays, 7) * 1.5 AS INTEGER) || ' days'))
  WHERE lastContactOn IS NOT NULL AND usualGapDays IS NOT NULL;`;

/** The lines of the clients table know how long they hold. */
export const listingHolds: Migration = {
  version: 19,
  name: 'listing-holds',
  up(db) {
    db.exec(holds);
  },
};
