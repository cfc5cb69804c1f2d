import type { Migration } from '../migrate.ts';

const archive = /* sql */ `
-- Put away by the user: out of lists and of what is due, still there for sums and history.
ALTER TABLE accounts ADD COLUMN archivedAtMs INTEGER;
ALTER TABLE people ADD COLUMN archivedAtMs INTEGER;
DROP INDEX accountsListed;
-- Covering: the clients table is read from this index, past the long texts of the rows.
CREATE INDEX accountsListed
  ON accounts (id, name, legalForm, inn, industry, city, types, nextStep, nextStepOn, archivedAtMs)
  WHERE deletedAtMs IS NULL;`;

const restorable = [
  'accounts',
  'people',
  'deliveries',
  'account_events',
  'competitors',
  'tenders',
  'proposals',
  'project_references',
  'follow_ups',
  'price_items',
  'competitor_offers',
  'plan_templates',
];

// The trash is read at every opening: from these, whatever the size of the vault.
const deletedIndexes = [
  ...restorable.map(
    (table) => `CREATE INDEX ${table}Deleted ON ${table} (deletedAtMs) WHERE deletedAtMs IS NOT NULL;`,
  ),
  ...['blocks', 'templates'].map(
    (table) => `CREATE INDEX ${table}Removed ON ${table} (removedAtMs) WHERE removedAtMs IS NOT NULL;`,
  ),
].join('\n');

const deeds = /* sql */ `
-- Work on many rows at once, written down cell by cell so that it can be taken back as a whole.
CREATE TABLE deeds (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  doneAtMs INTEGER NOT NULL,
  undoneAtMs INTEGER,
  -- What it was done to, for the list: a name or two, and how many.
  title TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 1)
) STRICT;
CREATE INDEX deedsByDay ON deeds (doneAtMs);

-- before NULL: the row was added; after NULL: it was taken out; both: the cells that changed, and only those.
CREATE TABLE deed_changes (
  deedId TEXT NOT NULL REFERENCES deeds (id),
  place INTEGER NOT NULL,
  tableName TEXT NOT NULL,
  rowKey TEXT NOT NULL CHECK (json_valid(rowKey)),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  PRIMARY KEY (deedId, place)
) STRICT, WITHOUT ROWID;

-- Where one went that was merged into another: what still points at it opens the other. No reference: the row itself
-- is gone after thirty days, this stays.
CREATE TABLE merged_ids (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('account', 'person')),
  intoId TEXT NOT NULL,
  deedId TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mergedIdsInto ON merged_ids (intoId);

-- Two that look alike and are not one: not suggested again.
CREATE TABLE apart_pairs (
  firstId TEXT NOT NULL,
  secondId TEXT NOT NULL,
  PRIMARY KEY (firstId, secondId)
) STRICT, WITHOUT ROWID;

-- Since which counted day the program knows that a row is in the trash: a clock that jumped empties nothing.
CREATE TABLE trash_marks (
  tableName TEXT NOT NULL,
  rowId TEXT NOT NULL,
  sinceDay INTEGER NOT NULL,
  PRIMARY KEY (tableName, rowId)
) STRICT, WITHOUT ROWID;`;

/** Archive, deeds that can be taken back as a whole, merged ids, and the trash with its days. */
export const bulkWork: Migration = {
  version: 18,
  name: 'bulk-work',
  up(db) {
    for (const script of [archive, deletedIndexes, deeds]) db.exec(script);
  },
};
