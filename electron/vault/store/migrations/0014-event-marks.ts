import type { Migration } from '../migrate.ts';

const marks = /* sql */ `
-- Of a feedback, from 1 to 5; of a gift, its price in kopecks.
ALTER TABLE account_events ADD COLUMN mark INTEGER CHECK (mark BETWEEN 1 AND 5);
ALTER TABLE account_events ADD COLUMN amountMinor INTEGER CHECK (amountMinor >= 0);
CREATE TABLE gift_budgets (
  accountId TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  yearMinor INTEGER NOT NULL CHECK (yearMinor >= 0)
) STRICT, WITHOUT ROWID;`;

export const eventMarks: Migration = {
  version: 14,
  name: 'event-marks',
  up(db) {
    db.exec(marks);
  },
};
