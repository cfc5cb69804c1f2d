import { z } from 'zod';
import type { Migration } from '../migrate.ts';

const currencies = `('RUB', 'USD', 'EUR', 'CNY', 'GBP')`;

const columns = /* sql */ `
ALTER TABLE accounts ADD COLUMN currency TEXT NOT NULL DEFAULT 'RUB' CHECK (currency IN ${currencies});
-- What a sum was told in when it was noted; NULL = the field holds no money.
ALTER TABLE field_notes ADD COLUMN currency TEXT CHECK (currency IS NULL OR currency IN ${currencies});
DROP INDEX accountsListed;
-- Covering: the clients table is read from this index, past the long texts of the rows.
CREATE INDEX accountsListed
  ON accounts (id, name, legalForm, inn, industry, city, types, currency, nextStep, nextStepOn, archivedAtMs)
  WHERE deletedAtMs IS NULL;`;

// What the program told a client's own money in until now: the currency of most of its deliveries, the latest of two
// alike; without any that of most deliveries of the vault. Rows in roubles have theirs by default and are not written anew.
const told = /* sql */ `
UPDATE accounts SET currency = told.currency
FROM (SELECT a.id, coalesce(
    (SELECT d.currency FROM deliveries d WHERE d.accountId = a.id AND d.deletedAtMs IS NULL
      GROUP BY d.currency ORDER BY count(*) DESC, max(d.deliveredOn) DESC LIMIT 1),
    (SELECT currency FROM deliveries WHERE deletedAtMs IS NULL GROUP BY currency ORDER BY count(*) DESC LIMIT 1),
    'RUB') AS currency
  FROM accounts a) told
WHERE told.id = accounts.id AND told.currency <> 'RUB';
UPDATE field_notes SET currency = (SELECT currency FROM accounts WHERE accounts.id = field_notes.accountId)
  WHERE field = 'annualRevenueMinor';
-- An import that is taken back puts a client as it stood, which had no currency of its own then.
UPDATE table_import_changes SET before = json_set(before, '$.currency',
    (SELECT currency FROM accounts WHERE accounts.id = table_import_changes.entityId))
  WHERE entity = 'account' AND before IS NOT NULL AND entityId IN (SELECT id FROM accounts);`;

const Triggers = z.array(z.object({ name: z.string(), sql: z.string() }));

/** Every client has a currency that its own money is told in. */
export const clientCurrency: Migration = {
  version: 22,
  name: 'client-currency',
  up(db) {
    db.exec(columns);
    // Nobody searches for a currency and no line of the table depends on it: without its triggers the update does not
    // ask for all clients to be indexed and counted anew.
    const triggers = Triggers.parse(
      db
        .prepare(/* sql */ `
          SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ('accountsFoundUpdated', 'accountsListedUpdated')`)
        .all(),
    );
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    db.exec(told);
    for (const { sql } of triggers) db.exec(sql);
  },
};
