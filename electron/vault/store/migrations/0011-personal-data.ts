import type { Migration } from '../migrate.ts';

// A migration imports nothing of today's code: what a value may be is written out here as it was on this day.
const dayShape = '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]';

const people = /* sql */ `
ALTER TABLE people ADD COLUMN conflicts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conflicts));
ALTER TABLE people ADD COLUMN taboos TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN worry TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN worryOn TEXT CHECK (worryOn IS NULL OR worryOn GLOB '${dayShape}');`;

const acts = /* sql */ `
-- What was destroyed, when, why and by whom: never whose name it was.
CREATE TABLE erasure_acts (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
  erasedAtMs INTEGER NOT NULL,
  erasedOn TEXT NOT NULL CHECK (erasedOn GLOB '${dayShape}'),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- The map of a client's decision group as a picture for the meeting sheet.
CREATE TABLE group_pictures (
  accountId TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  savedAtMs INTEGER NOT NULL,
  picture TEXT NOT NULL CHECK (json_valid(picture))
) STRICT, WITHOUT ROWID;`;

/** Conflicts, taboos and worries of people; acts of destruction; the group's map for the meeting sheet. */
export const personalData: Migration = {
  version: 11,
  name: 'personal-data',
  up(db) {
    db.exec(people);
    db.exec(acts);
  },
};
