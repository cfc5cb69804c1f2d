import type { Migration } from '../migrate.ts';

// A migration imports nothing of today's code: what a value may be is written out here as it was on this day.
const imports = /* sql */ `
CREATE TABLE table_imports (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('deliveries', 'accounts', 'people')),
  importedAtMs INTEGER NOT NULL,
  fileName TEXT NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  clientsMade INTEGER NOT NULL,
  undoneAtMs INTEGER
) STRICT;

-- Deliveries count their saves as every other row does: an import taken back leaves alone what was edited after it.
ALTER TABLE deliveries ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1);
-- Which import added it: a hundred thousand rows come at once, and a second row for each would double the write.
ALTER TABLE deliveries ADD COLUMN importId INTEGER REFERENCES table_imports (id);

-- How each other row stood before an import, so that the whole of it can be taken back; NULL = it was not there.
CREATE TABLE table_import_changes (
  importId INTEGER NOT NULL REFERENCES table_imports (id),
  entity TEXT NOT NULL CHECK (entity IN ('account', 'person', 'delivery')),
  entityId TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  -- The revision the import made: a later one was made by the user and stays.
  revision INTEGER NOT NULL,
  PRIMARY KEY (importId, entity, entityId)
) STRICT, WITHOUT ROWID;`;

/** Imports of deliveries, clients and people from tables, and what takes them back. */
export const tableImports: Migration = {
  version: 10,
  name: 'table-imports',
  up(db) {
    db.exec(imports);
  },
};
