import type { Migration } from '../migrate.ts';

// A migration imports nothing of today's code: what a value may be is written out here as it was on this day.
const currencies = `('RUB', 'USD', 'EUR', 'CNY', 'GBP')`;
const dayShape = '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]';
const day = (column: string): string => `${column} TEXT NOT NULL CHECK (${column} GLOB '${dayShape}')`;
const dayOrNull = (column: string): string =>
  `${column} TEXT CHECK (${column} IS NULL OR ${column} GLOB '${dayShape}')`;

/**
 * Lets a table's currency be the pound as well. A column's own CHECK goes with the column, so the column is replaced:
 * the table stays, and with it every reference to it.
 */
const withPound = (table: string): string => /* sql */ `
ALTER TABLE ${table} ADD COLUMN newCurrency TEXT NOT NULL DEFAULT 'RUB' CHECK (newCurrency IN ${currencies});
UPDATE ${table} SET newCurrency = currency;
ALTER TABLE ${table} DROP COLUMN currency;
ALTER TABLE ${table} RENAME COLUMN newCurrency TO currency;`;

const pound = /* sql */ `
DROP INDEX deliveriesByAccount;
${['deliveries', 'tenders', 'proposals', 'sent_copies'].map(withPound).join('\n')}
CREATE INDEX deliveriesByAccount ON deliveries (accountId, deliveredOn, currency, revenueMinor, profitMinor)
  WHERE deletedAtMs IS NULL;`;

const priceList = /* sql */ `
CREATE TABLE price_items (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 80),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  deletedAtMs INTEGER,
  article TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  "group" TEXT NOT NULL,
  unit TEXT NOT NULL,
  priceMinor INTEGER NOT NULL CHECK (priceMinor >= 0),
  currency TEXT NOT NULL CHECK (currency IN ${currencies}),
  vatRate TEXT NOT NULL CHECK (json_valid(vatRate)),
  vatMode TEXT NOT NULL CHECK (vatMode IN ('included', 'onTop')),
  floorMinor INTEGER CHECK (floorMinor >= 0),
  costMinor INTEGER CHECK (costMinor >= 0),
  floorMarginBp INTEGER CHECK (floorMarginBp BETWEEN 0 AND 9999),
  ${dayOrNull('validFrom')},
  ${dayOrNull('validUntil')},
  -- Article, name and group in lower case without «ё»: what the list is searched by.
  searchKey TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX priceItemsByArticle ON price_items (article) WHERE deletedAtMs IS NULL AND article <> '';
CREATE INDEX priceItemsByName ON price_items ("group", name) WHERE deletedAtMs IS NULL;

CREATE TABLE price_imports (
  id TEXT NOT NULL PRIMARY KEY,
  importedAtMs INTEGER NOT NULL,
  fileName TEXT NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  undoneAtMs INTEGER
) STRICT;

-- How each item stood before an import, so that the whole of it can be taken back; NULL = it was not there.
CREATE TABLE price_import_changes (
  importId TEXT NOT NULL REFERENCES price_imports (id),
  itemId TEXT NOT NULL REFERENCES price_items (id),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  -- The revision the import made: a later one was made by the user and stays.
  revision INTEGER NOT NULL,
  PRIMARY KEY (importId, itemId)
) STRICT, WITHOUT ROWID;

-- Which column of a table file is which field, remembered by the titles of its columns.
CREATE TABLE import_mappings (
  kind TEXT NOT NULL,
  shape TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  savedAtMs INTEGER NOT NULL,
  PRIMARY KEY (kind, shape)
) STRICT, WITHOUT ROWID;`;

const rates = /* sql */ `
CREATE TABLE vat_rates (
  place INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('standard', 'special')),
  rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 99),
  ${day('fromDay')},
  ${dayOrNull('untilDay')}
) STRICT;
INSERT INTO vat_rates (place, kind, rate, fromDay, untilDay) VALUES
  (1, 'standard', 18, '2004-01-01', '2018-12-31'),
  (2, 'standard', 20, '2019-01-01', '2025-12-31'),
  (3, 'standard', 22, '2026-01-01', NULL),
  (4, 'special', 10, '2004-01-01', NULL),
  (5, 'special', 7, '2025-01-01', NULL),
  (6, 'special', 5, '2025-01-01', NULL),
  (7, 'special', 0, '2004-01-01', NULL);

CREATE TABLE currency_rates (
  currency TEXT NOT NULL CHECK (currency IN ('USD', 'EUR', 'CNY', 'GBP')),
  ${day('onDay')},
  -- Ten-thousandths of a rouble for one unit.
  rubE4 INTEGER NOT NULL CHECK (rubE4 > 0),
  PRIMARY KEY (currency, onDay)
) STRICT, WITHOUT ROWID;`;

/** The price list with its imports, dated rates of VAT and of currencies, and the pound among the currencies. */
export const prices: Migration = {
  version: 4,
  name: 'prices',
  up(db) {
    for (const script of [pound, priceList, rates]) db.exec(script);
  },
};
