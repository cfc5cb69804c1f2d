import type { Migration } from '../migrate.ts';

const kind = `kind TEXT NOT NULL CHECK (kind IN ('block', 'template'))`;

const itemColumns = (table: 'blocks' | 'templates'): string => /* sql */ `
-- What the user made of a shipped one; the shipped text stays in body, so that it can be gone back to.
ALTER TABLE ${table} ADD COLUMN ownBody TEXT CHECK (ownBody IS NULL OR json_valid(ownBody));
ALTER TABLE ${table} ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1);
-- 0: as it came with the program.
ALTER TABLE ${table} ADD COLUMN savedAtMs INTEGER NOT NULL DEFAULT 0;
-- Taken out by the user. deletedAtMs is the program's: what a later version no longer brings.
ALTER TABLE ${table} ADD COLUMN removedAtMs INTEGER;
-- Stems of all its words between spaces, for the search of the library.
ALTER TABLE ${table} ADD COLUMN stems TEXT NOT NULL DEFAULT '';`;

const library = /* sql */ `
CREATE TABLE library_versions (
  ${kind},
  itemId TEXT NOT NULL,
  revision INTEGER NOT NULL,
  savedAtMs INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, itemId, revision)
) STRICT, WITHOUT ROWID;

-- Which proposals a block or a referee stands in, kept in step with the documents in the same transaction.
CREATE TABLE block_uses (
  blockId TEXT NOT NULL,
  proposalId TEXT NOT NULL REFERENCES proposals (id),
  PRIMARY KEY (blockId, proposalId)
) STRICT, WITHOUT ROWID;
CREATE INDEX blockUsesByProposal ON block_uses (proposalId);
CREATE TABLE reference_uses (
  referenceId TEXT NOT NULL,
  proposalId TEXT NOT NULL REFERENCES proposals (id),
  PRIMARY KEY (referenceId, proposalId)
) STRICT, WITHOUT ROWID;
CREATE INDEX referenceUsesByProposal ON reference_uses (proposalId);

INSERT INTO block_uses (blockId, proposalId)
  SELECT DISTINCT tree.atom, stored.proposalId FROM proposal_documents stored, json_tree(stored.document) tree
  WHERE tree.key = 'blockId' AND tree.type = 'text' AND tree.atom <> '';
INSERT INTO reference_uses (referenceId, proposalId)
  SELECT DISTINCT id.atom, stored.proposalId
  FROM proposal_documents stored, json_tree(stored.document) tree, json_each(tree.value) id
  WHERE tree.key = 'referenceIds' AND tree.type = 'array' AND id.type = 'text';

-- Criteria of the user's own. A deleted one keeps its name: dossiers and proposals still say it.
CREATE TABLE own_terms (
  key TEXT NOT NULL PRIMARY KEY CHECK (key GLOB 'own-*'),
  kind TEXT NOT NULL CHECK (kind IN ('criterion', 'role')),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
  deletedAtMs INTEGER
) STRICT, WITHOUT ROWID;

-- What referees were asked before this column: to be named and called.
ALTER TABLE project_references ADD COLUMN consentFor TEXT NOT NULL DEFAULT '["proposal","call"]'
  CHECK (json_valid(consentFor));

-- The shipped texts are taken over anew, with their stems.
DELETE FROM settings WHERE name = 'shippedLibrary';`;

export const libraryOfTheUser: Migration = {
  version: 3,
  name: 'library-of-the-user',
  up(db) {
    db.exec(itemColumns('blocks'));
    db.exec(itemColumns('templates'));
    db.exec(library);
  },
};
