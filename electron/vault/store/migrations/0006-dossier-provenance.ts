import type { Migration } from '../migrate.ts';

// A migration imports nothing of today's code: what a value may be is written out here as it was on this day.
const dayShape = '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]';

const endings = /* sql */ `
-- How it ended: a promise was kept or broken, a complaint was settled or not. NULL: nobody said.
ALTER TABLE account_events ADD COLUMN settledAs TEXT CHECK (settledAs IN ('kept', 'broken'));`;

const provenance = /* sql */ `
-- What stood in a field of the dossier, and how it is known. The newest row of a field is what stands there now.
CREATE TABLE field_notes (
  id INTEGER PRIMARY KEY,
  accountId TEXT NOT NULL REFERENCES accounts (id),
  field TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 80),
  value TEXT NOT NULL,
  certainty TEXT NOT NULL CHECK (certainty IN ('confirmed', 'heard', 'guessed')),
  source TEXT NOT NULL,
  notedOn TEXT NOT NULL CHECK (notedOn GLOB '${dayShape}'),
  -- A guess that the user lets into documents all the same.
  forPapers INTEGER NOT NULL CHECK (forPapers IN (0, 1)),
  savedAtMs INTEGER NOT NULL
) STRICT;
CREATE INDEX fieldNotesByField ON field_notes (accountId, field, id);`;

const moves = /* sql */ `
-- A person who went to another client: the same person stands in both dossiers, the first one keeps its history.
CREATE TABLE person_moves (
  fromPersonId TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
  toPersonId TEXT NOT NULL UNIQUE REFERENCES people (id),
  movedOn TEXT NOT NULL CHECK (movedOn GLOB '${dayShape}')
) STRICT, WITHOUT ROWID;`;

export const dossierProvenance: Migration = {
  version: 6,
  name: 'dossier-provenance',
  up(db) {
    db.exec(endings);
    db.exec(provenance);
    db.exec(moves);
  },
};
