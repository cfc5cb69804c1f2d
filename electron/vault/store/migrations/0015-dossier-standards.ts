import type { Migration } from '../migrate.ts';

const shipped = `'general', 'manufacturer', 'distributor', 'medical'`;

const standards = /* sql */ `
-- What a department asks of its clients of one kind. The program's own standards have a row once they were changed.
CREATE TABLE dossier_standards (
  id TEXT NOT NULL PRIMARY KEY CHECK (id IN (${shipped}) OR id GLOB 'own-*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  savedAtMs INTEGER NOT NULL,
  deletedAtMs INTEGER,
  -- NULL: as the program brings it, after a change was taken back.
  body TEXT CHECK (body IS NULL OR json_valid(body))
) STRICT;`;

const accounts = /* sql */ `
-- What stands in fields that only some standards ask for, and in the department's own: a text a field.
ALTER TABLE accounts ADD COLUMN details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details));
-- A dossier may be kept by a standard of our own: SQLite changes no CHECK in place, and a dropped column takes its own with it.
ALTER TABLE accounts ADD COLUMN wider TEXT NOT NULL DEFAULT 'general'
  CHECK (wider IN (${shipped}) OR wider GLOB 'own-*');
UPDATE accounts SET wider = variant;
ALTER TABLE accounts DROP COLUMN variant;
ALTER TABLE accounts RENAME COLUMN wider TO variant;
CREATE INDEX accountsByStandard ON accounts (variant);
-- Covering: who is a branch of whom is read without the rows.
CREATE INDEX accountsBranches ON accounts (parentAccountId, id)
  WHERE parentAccountId IS NOT NULL AND deletedAtMs IS NULL;`;

export const dossierStandards: Migration = {
  version: 15,
  name: 'dossier-standards',
  up(db) {
    db.exec(standards);
    db.exec(accounts);
  },
};
