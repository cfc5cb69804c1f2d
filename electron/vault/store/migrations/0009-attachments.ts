import type { Migration } from '../migrate.ts';

const attachments = /* sql */ `
-- A file kept with a client. Its bytes lie sealed beside the database, in a file named by the id.
CREATE TABLE attachments (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  addedAtMs INTEGER NOT NULL,
  deletedAtMs INTEGER,
  accountId TEXT NOT NULL REFERENCES accounts (id),
  eventId TEXT REFERENCES account_events (id),
  personId TEXT REFERENCES people (id),
  tenderId TEXT REFERENCES tenders (id),
  proposalId TEXT REFERENCES proposals (id),
  name TEXT NOT NULL CHECK (name <> ''),
  note TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN
    ('image', 'pdf', 'text', 'word', 'table', 'slides', 'mail', 'archive', 'media', 'other')),
  mime TEXT NOT NULL,
  sizeBytes INTEGER NOT NULL CHECK (sizeBytes >= 0),
  widthPx INTEGER,
  heightPx INTEGER,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX attachmentsByAccount ON attachments (accountId, addedAtMs DESC);
CREATE INDEX attachmentsByPerson ON attachments (personId) WHERE personId IS NOT NULL;
CREATE INDEX attachmentsByEvent ON attachments (eventId) WHERE eventId IS NOT NULL;
CREATE INDEX attachmentsByTender ON attachments (tenderId) WHERE tenderId IS NOT NULL;
CREATE INDEX attachmentsByProposal ON attachments (proposalId) WHERE proposalId IS NOT NULL;
CREATE INDEX attachmentsDeleted ON attachments (deletedAtMs) WHERE deletedAtMs IS NOT NULL;`;

export const attachmentFiles: Migration = {
  version: 9,
  name: 'attachments',
  up(db) {
    db.exec(attachments);
  },
};
