import type { Migration } from '../migrate.ts';

const script = /* sql */ `
-- One document for the group, or a copy turned to each reader; a face holds only what differs.
ALTER TABLE proposals ADD COLUMN shape TEXT NOT NULL DEFAULT 'group' CHECK (shape IN ('group', 'faces'));
ALTER TABLE proposals ADD COLUMN faces TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(faces));

-- What the program composed, from which revision of the proposal on: tells the user's edits apart. JSON, deflated.
CREATE TABLE proposal_compositions (
  proposalId TEXT NOT NULL REFERENCES proposals (id),
  revision INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (proposalId, revision)
) STRICT;

-- The copies written last, so that marking the proposal as sent keeps exactly what went out. Deflated.
CREATE TABLE face_exports (
  proposalId TEXT NOT NULL REFERENCES proposals (id),
  personId TEXT NOT NULL REFERENCES people (id),
  revision INTEGER NOT NULL,
  fileName TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (proposalId, personId)
) STRICT;`;

export const composition: Migration = {
  version: 5,
  name: 'composition',
  up(db) {
    db.exec(script);
  },
};
