import type { Migration } from '../migrate.ts';

export const proposalSteps: Migration = {
  version: 2,
  name: 'proposal steps',
  up(db) {
    // What was typed since the document was last written whole. Every row is one revision more of the proposal, so the
    // key also says where the row belongs; rows of one proposal lie together, and the newest is appended at their end.
    db.exec(/* sql */ `
      CREATE TABLE proposal_steps (
        proposalId TEXT NOT NULL REFERENCES proposals (id),
        revision INTEGER NOT NULL,
        savedAtMs INTEGER NOT NULL,
        steps TEXT NOT NULL CHECK (json_valid(steps)),
        PRIMARY KEY (proposalId, revision)
      ) STRICT, WITHOUT ROWID`);
  },
};
