import type { Migration } from '../migrate.ts';

const listing = /* sql */ `
-- A line of the clients table as it is sorted and filtered: what follows from all clients at once or from the day is kept
-- here, so that a list of a hundred thousand opens without counting it anew. settings.listingDay is the day it holds for.
CREATE TABLE account_listing (
  no INTEGER NOT NULL PRIMARY KEY,
  accountId TEXT NOT NULL UNIQUE REFERENCES accounts (id),
  -- Sorts as people read: case and «ё» folded, numbers as numbers, Cyrillic before Latin.
  nameKey TEXT NOT NULL,
  -- 0–3 by the first type; NULL = none. typeBits: one bit a type.
  mainType INTEGER,
  typeBits INTEGER NOT NULL,
  -- 1 A, 2 B, 3 C, 4 no deliveries in the last twelve months.
  abc INTEGER NOT NULL,
  xyz TEXT,
  profitSharePermille INTEGER NOT NULL,
  revenue12mMinor INTEGER NOT NULL,
  profit12mMinor INTEGER NOT NULL,
  lastContactOn TEXT,
  usualGapDays INTEGER,
  -- The last day on which the client is not silent by its own rhythm.
  quietUntil TEXT,
  completenessPercent INTEGER NOT NULL,
  -- 0 even, 1 attention, 2 risk.
  health INTEGER NOT NULL,
  nextStepOn TEXT,
  -- The client it is a branch of.
  parentId TEXT
) STRICT;
-- The orders in which the table opens.
CREATE INDEX accountListingByShare ON account_listing (abc, profitSharePermille DESC, nameKey);
CREATE INDEX accountListingByName ON account_listing (nameKey);
-- Covering: the sums above the table.
CREATE INDEX accountListingSums ON account_listing (abc, profitSharePermille, typeBits, quietUntil, health, parentId);
CREATE INDEX accountListingBranches ON account_listing (parentId) WHERE parentId IS NOT NULL;
CREATE INDEX accountListingSilent ON account_listing (quietUntil) WHERE quietUntil IS NOT NULL;

-- Clients whose line is to be counted anew at the end of the save.
CREATE TABLE listing_pending (accountId TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;`;

const put = (id: string): string => `
  INSERT INTO listing_pending (accountId) SELECT ${id}
  WHERE NOT EXISTS (SELECT 1 FROM listing_pending WHERE accountId = ${id});`;

const triggers = /* sql */ `
CREATE TRIGGER accountsListedInserted AFTER INSERT ON accounts BEGIN ${put('NEW.id')} END;
CREATE TRIGGER accountsListedUpdated AFTER UPDATE ON accounts BEGIN ${put('NEW.id')} END;
CREATE TRIGGER accountsListedDeleted BEFORE DELETE ON accounts BEGIN
  DELETE FROM account_listing WHERE accountId = OLD.id;
END;
CREATE TRIGGER summariesListedInserted AFTER INSERT ON account_summaries BEGIN ${put('NEW.accountId')} END;
CREATE TRIGGER summariesListedUpdated AFTER UPDATE ON account_summaries BEGIN ${put('NEW.accountId')} END;`;

/** The clients table reads a window of itself. */
export const accountListing: Migration = {
  version: 17,
  name: 'account-listing',
  up(db) {
    db.exec(listing);
    db.exec(triggers);
    db.exec(
      /* sql */ `INSERT INTO listing_pending (accountId) SELECT id FROM accounts WHERE deletedAtMs IS NULL`,
    );
  },
};
