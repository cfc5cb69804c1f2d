import type { Migration } from '../migrate.ts';

// A migration imports nothing of today's code: what a value may be is written out here as it was on this day.
const dayShape = '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]';

const accountPlans = /* sql */ `
-- The long-term plan of a client: one a client, saved as a whole.
CREATE TABLE account_plans (
  accountId TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  revision INTEGER NOT NULL,
  savedAtMs INTEGER NOT NULL,
  -- The earliest day of an open task: what falls due is found without reading every plan. NULL: nothing is dated.
  nextDueOn TEXT CHECK (nextDueOn GLOB '${dayShape}'),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;
CREATE INDEX accountPlansByDue ON account_plans (nextDueOn) WHERE nextDueOn IS NOT NULL;
-- Templates of plans that the user made; those that ship are read from the program.
CREATE TABLE plan_templates (
  id TEXT NOT NULL PRIMARY KEY,
  language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
  savedAtMs INTEGER NOT NULL,
  deletedAtMs INTEGER,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;`;

const rivalry = /* sql */ `
-- What competitors offered a client. Bids of tenders are read from the tenders and not repeated here.
CREATE TABLE competitor_offers (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  accountId TEXT NOT NULL REFERENCES accounts (id),
  competitorId TEXT NOT NULL REFERENCES competitors (id),
  offeredOn TEXT NOT NULL CHECK (offeredOn GLOB '${dayShape}'),
  subject TEXT NOT NULL CHECK (subject <> ''),
  amountMinor INTEGER,
  currency TEXT NOT NULL CHECK (currency IN ('RUB', 'USD', 'EUR', 'CNY', 'GBP')),
  terms TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'chosen', 'rejected', 'unknown')),
  source TEXT NOT NULL,
  tenderId TEXT REFERENCES tenders (id),
  deletedAtMs INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX competitorOffersByAccount ON competitor_offers (accountId, offeredOn);
-- A competitor's share as it was known on a day; the last one of a day counts.
CREATE TABLE competitor_shares (
  competitorId TEXT NOT NULL REFERENCES competitors (id),
  notedOn TEXT NOT NULL CHECK (notedOn GLOB '${dayShape}'),
  sharePercent INTEGER NOT NULL CHECK (sharePercent BETWEEN 0 AND 100),
  PRIMARY KEY (competitorId, notedOn)
) STRICT, WITHOUT ROWID;
-- We against a competitor by a criterion of the client.
CREATE TABLE comparison_marks (
  competitorId TEXT NOT NULL REFERENCES competitors (id),
  criterion TEXT NOT NULL CHECK (criterion <> ''),
  standing TEXT NOT NULL CHECK (standing IN ('stronger', 'equal', 'weaker')),
  note TEXT NOT NULL,
  PRIMARY KEY (competitorId, criterion)
) STRICT, WITHOUT ROWID;`;

const directions = /* sql */ `
-- What we sell, told apart without reading every delivery.
CREATE INDEX deliveriesByDirection ON deliveries (direction) WHERE deletedAtMs IS NULL;`;

export const plans: Migration = {
  version: 13,
  name: 'plans',
  up(db) {
    db.exec(accountPlans);
    db.exec(rivalry);
    db.exec(directions);
  },
};
