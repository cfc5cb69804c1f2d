import type { Migration } from '../migrate.ts';

// A migration imports nothing of today's code: the numbers of the kinds are written out as they were on this day.
const kinds = {
  task: 1,
  priceItem: 2,
  reference: 3,
  template: 4,
  block: 5,
  competitor: 6,
  delivery: 7,
  event: 8,
  proposal: 9,
  tender: 10,
  person: 11,
  account: 12,
  document: 13,
  file: 14,
};

const ofAccounts: Readonly<Record<string, number>> = {
  people: kinds.person,
  tenders: kinds.tender,
  proposals: kinds.proposal,
  account_events: kinds.event,
  deliveries: kinds.delivery,
  competitors: kinds.competitor,
  follow_ups: kinds.task,
  attachments: kinds.file,
};
const ofOurs: Readonly<Record<string, number>> = {
  blocks: kinds.block,
  templates: kinds.template,
  project_references: kinds.reference,
  price_items: kinds.priceItem,
};

const tables = /* sql */ `
DROP TABLE search_stems;
DROP TABLE search_names;
DROP TABLE search_entries;

-- A client as a number: entries are many, and its id is long.
CREATE TABLE search_accounts (
  accountNo INTEGER NOT NULL PRIMARY KEY,
  accountId TEXT NOT NULL UNIQUE
) STRICT;

-- One row for each thing that can be found. The kind stands in the upper bits of entryId, so that each kind is a range
-- of the indexes below, and later entries of a kind come later.
CREATE TABLE search_entries (
  entryId INTEGER NOT NULL PRIMARY KEY,
  kind INTEGER NOT NULL,
  -- The 16 bytes of a UUID, or another id as text.
  sourceId ANY NOT NULL,
  -- 0: belongs to no client.
  accountNo INTEGER NOT NULL,
  -- Folded names, a line each, the main one first; of a title its beginning.
  name TEXT NOT NULL,
  -- Digits of phones, ИНН and numbers, a line each.
  digits TEXT NOT NULL
) STRICT;
-- Beginnings only: what they leave apart is compared with the row itself.
CREATE INDEX searchEntriesBySource ON search_entries (substr(sourceId, 1, 4));
CREATE INDEX searchEntriesByName ON search_entries (kind, substr(name, 1, 12)) WHERE kind IN (${kinds.person}, ${kinds.account});

-- Every term that the indexes were ever given, to complete a beginning and to mend a typing error.
CREATE TABLE search_words (
  wordId INTEGER NOT NULL PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE search_near USING fts5(
  word, content='', columnsize=0, detail=none, tokenize="trigram case_sensitive 1"
);

INSERT INTO search_near (search_near, rank) VALUES ('pgsz', 3900);

-- What was written since the index was last brought in step. Filled by the triggers below, whoever writes.
CREATE TABLE search_pending (
  kind INTEGER NOT NULL,
  sourceId TEXT NOT NULL,
  PRIMARY KEY (kind, sourceId)
) STRICT, WITHOUT ROWID;`;

// A full-text index walks all rows of a word, so the kinds with many rows have one of their own.
const withTerms = ['account', 'person', 'tender', 'proposal', 'document', 'event', 'delivery', 'other'];
const withPieces = ['account', 'person', 'other'];

// Contentless, without positions: the words stay in their tables, here are only stems, marked words of names and their
// sounds. Three letters (a mark counts as one) are what is typed first; longer beginnings are looked up in search_words.
// One leaf of an index fills one page of the file.
const terms = (group: string): string => /* sql */ `
CREATE VIRTUAL TABLE search_terms_${group} USING fts5(
  terms, content='', contentless_delete=1, detail=none, prefix='3', tokenize="unicode61 remove_diacritics 0"
);
INSERT INTO search_terms_${group} (search_terms_${group}, rank) VALUES ('pgsz', 3900);`;

// Pieces of names and numbers. Only added to: what is found is compared with its entry, so what is gone finds nothing.
const pieces = (group: string): string => /* sql */ `
CREATE VIRTUAL TABLE search_pieces_${group} USING fts5(
  piece, content='', columnsize=0, detail=none, tokenize="trigram case_sensitive 1"
);
INSERT INTO search_pieces_${group} (search_pieces_${group}, rank) VALUES ('pgsz', 3900);`;

// Not OR IGNORE: the statement that fires a trigger decides for it what a conflict is.
const put = (kind: number, id: string): string => `
  INSERT INTO search_pending (kind, sourceId) SELECT ${kind}, ${id}
  WHERE NOT EXISTS (SELECT 1 FROM search_pending WHERE kind = ${kind} AND sourceId = ${id});`;

const triggersOf = (table: string, kind: number): string => /* sql */ `
CREATE TRIGGER ${table}FoundInserted AFTER INSERT ON ${table} BEGIN ${put(kind, 'NEW.id')} END;
CREATE TRIGGER ${table}FoundUpdated AFTER UPDATE ON ${table} BEGIN ${put(kind, 'NEW.id')} END;
CREATE TRIGGER ${table}FoundDeleted AFTER DELETE ON ${table} BEGIN ${put(kind, 'OLD.id')} END;`;

// With a client all that belongs to it leaves the search or comes back.
const withAccount = /* sql */ `
CREATE TRIGGER accountsFoundRemoved AFTER UPDATE OF deletedAtMs ON accounts
WHEN NEW.deletedAtMs IS NOT OLD.deletedAtMs BEGIN
  INSERT INTO search_pending (kind, sourceId)
  SELECT kind, id FROM (
    ${Object.entries(ofAccounts)
      .map(([table, kind]) => `SELECT ${kind} AS kind, id FROM ${table} WHERE accountId = NEW.id`)
      .join('\n    UNION ALL ')}
    UNION ALL SELECT ${kinds.document}, id FROM proposals WHERE accountId = NEW.id
  ) theirs
  WHERE NOT EXISTS (SELECT 1 FROM search_pending p WHERE p.kind = theirs.kind AND p.sourceId = theirs.id);
END;`;

const documents = /* sql */ `
-- The text of a proposal is indexed by itself: its header changes far more often.
CREATE TRIGGER proposalDocumentsFound AFTER UPDATE ON proposal_documents BEGIN
  ${put(kinds.document, 'NEW.proposalId')}
END;
CREATE TRIGGER proposalDocumentsFoundInserted AFTER INSERT ON proposal_documents BEGIN
  ${put(kinds.document, 'NEW.proposalId')}
END;
CREATE TRIGGER proposalsDocumentFound AFTER UPDATE OF deletedAtMs ON proposals BEGIN
  ${put(kinds.document, 'NEW.id')}
END;
CREATE TRIGGER proposalDocumentsFoundDeleted AFTER DELETE ON proposal_documents BEGIN
  ${put(kinds.document, 'OLD.proposalId')}
END;`;

/** Everything is searched, and what is written reaches the index by itself. */
export const searchEverywhere: Migration = {
  version: 12,
  name: 'search-everywhere',
  up(db) {
    db.exec(tables);
    for (const group of withTerms) db.exec(terms(group));
    for (const group of withPieces) db.exec(pieces(group));
    db.exec(triggersOf('accounts', kinds.account));
    for (const [table, kind] of [...Object.entries(ofAccounts), ...Object.entries(ofOurs)])
      db.exec(triggersOf(table, kind));
    db.exec(withAccount);
    db.exec(documents);
    db.exec(/* sql */ `DELETE FROM settings WHERE name = 'searchVersion'`);
  },
};
