import type { Migration } from '../migrate.ts';

const meetingPlans = /* sql */ `
-- What the coming meeting with a client is prepared with: one plan a client, dropped when the meeting is written down.
CREATE TABLE meeting_plans (
  accountId TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  savedAtMs INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;`;

export const exchange: Migration = {
  version: 7,
  name: 'exchange',
  up(db) {
    db.exec(meetingPlans);
  },
};
