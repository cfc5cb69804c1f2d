import type { Migration } from '../migrate.ts';

const profit = /* sql */ `
-- Of thousands of clients most bring less than a thousandth: the table is sorted and summed by the profit itself.
DROP INDEX accountListingByShare;
CREATE INDEX accountListingByShare ON account_listing (abc, profit12mMinor DESC, nameKey);
DROP INDEX accountListingSums;
CREATE INDEX accountListingSums
  ON account_listing (abc, profitSharePermille, profit12mMinor, typeBits, quietUntil, health, parentId);
-- The profit of all clients together is counted with the shares.
UPDATE settings SET value = 'stale' WHERE name = 'listingShares';`;

/** The clients table sums profit instead of rounded shares. */
export const listingProfit: Migration = {
  version: 20,
  name: 'listing-profit',
  up(db) {
    db.exec(profit);
  },
};
