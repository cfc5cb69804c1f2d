import type { Migration } from '../migrate.ts';

const colleagues = /* sql */ `
-- Ids of our colleagues as a JSON list: they live in the company's record, which no row can refer to.
ALTER TABLE account_events ADD COLUMN colleagueIds TEXT NOT NULL DEFAULT '[]'
  CHECK (json_valid(colleagueIds) AND json_type(colleagueIds) = 'array');`;

/** Events say who of ours took part. */
export const eventColleagues: Migration = {
  version: 21,
  name: 'event-colleagues',
  up(db) {
    db.exec(colleagues);
  },
};
