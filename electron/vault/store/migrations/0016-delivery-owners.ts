import type { Migration } from '../migrate.ts';

const owners = /* sql */ `
-- Deleted deliveries too: when a client goes or comes back, the search asks for all of its rows, and the other index of
-- clients holds living ones only. Without it every client taken back with an import would cost a walk of the table.
CREATE INDEX deliveriesOfAccount ON deliveries (accountId);`;

/** Deliveries by client, the deleted ones among them. */
export const deliveryOwners: Migration = {
  version: 16,
  name: 'delivery-owners',
  up(db) {
    db.exec(owners);
  },
};
