import type { Migration } from '../migrate.ts';

// A migration imports nothing of today's code: what a value may be is written out here as it was on this day.
const oneOf = (column: string, values: readonly string[]): string =>
  `${column} TEXT NOT NULL CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;
const dayShape = '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]';
const day = (column: string): string => `${column} TEXT NOT NULL CHECK (${column} GLOB '${dayShape}')`;
const dayOrNull = (column: string): string =>
  `${column} TEXT CHECK (${column} IS NULL OR ${column} GLOB '${dayShape}')`;
const json = (column: string): string => `${column} TEXT NOT NULL CHECK (json_valid(${column}))`;
// Quoted, because a field may be named like a word of SQL: `values`.
const text = (...columns: string[]): string =>
  columns.map((column) => `"${column}" TEXT NOT NULL`).join(',\n  ');
const flag = (column: string): string => `${column} INTEGER NOT NULL CHECK (${column} IN (0, 1))`;

const id = `id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 80)`;
const revision = `revision INTEGER NOT NULL CHECK (revision >= 1)`;
const ofAccount = `accountId TEXT NOT NULL REFERENCES accounts (id)`;
// Deleting only marks a row: it can be brought back, and what points at it still reads.
const deleted = `deletedAtMs INTEGER`;
const currency = oneOf('currency', ['RUB', 'USD', 'EUR', 'CNY']);
const language = oneOf('language', ['ru', 'en']);
const readerRoles = [
  'ceo',
  'hr',
  'finance',
  'technical',
  'procurement',
  'security',
  'legal',
  'user',
  'other',
];

const ourCompany = /* sql */ `
CREATE TABLE company (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  ${revision},
  ${text('name', 'legalForm', 'tagline', 'numberPattern')},
  ${json('requisites')},
  logo TEXT CHECK (logo IS NULL OR json_valid(logo)),
  ${json('colleagues')},
  signatoryId TEXT,
  authorId TEXT,
  ${json('look')},
  ${json('vatRate')},
  ${oneOf('vatMode', ['included', 'onTop'])},
  validityDays INTEGER NOT NULL CHECK (validityDays BETWEEN 1 AND 730)
) STRICT;

-- Small facts of the vault itself: which library was taken over, by which rules measures were counted.
CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;`;

const dossier = /* sql */ `
CREATE TABLE accounts (
  ${id},
  ${revision},
  createdAtMs INTEGER NOT NULL,
  savedAtMs INTEGER NOT NULL,
  ${deleted},
  ${text('name', 'legalForm', 'industry', 'city')},
  ${oneOf('variant', ['general', 'manufacturer', 'distributor', 'medical'])},
  ${json('types')},
  ${text('typeReason')},
  ${json('criteria')},
  ${json('threeP')},
  inn TEXT NOT NULL GENERATED ALWAYS AS (json_extract(requisites, '$.inn')) STORED,
  ${text('relationNow', 'relationProspect', 'nextStep')},
  ${dayOrNull('nextStepOn')},
  parentAccountId TEXT REFERENCES accounts (id),
  ${json('requisites')},
  ${json('profile')}
) STRICT;
-- Covering: the clients table is read from this index, past the long texts of the rows.
CREATE INDEX accountsListed ON accounts (id, name, legalForm, inn, industry, city, types, nextStep, nextStepOn)
  WHERE deletedAtMs IS NULL;
CREATE INDEX accountsByInn ON accounts (inn) WHERE deletedAtMs IS NULL;
CREATE INDEX accountsByNextStep ON accounts (nextStepOn) WHERE deletedAtMs IS NULL AND nextStepOn IS NOT NULL;
CREATE INDEX accountsByParent ON accounts (parentAccountId) WHERE parentAccountId IS NOT NULL;

-- What follows from an account's rows alone, whatever the day: kept in step with them in the same transaction.
CREATE TABLE account_summaries (
  accountId TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  ${dayOrNull('lastContactOn')},
  usualGapDays INTEGER,
  ${dayOrNull('lastDeliveryOn')},
  usualDeliveryGapDays INTEGER,
  completenessPercent INTEGER NOT NULL CHECK (completenessPercent BETWEEN 0 AND 100)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  ${id},
  ${revision},
  savedAtMs INTEGER NOT NULL,
  ${deleted},
  ${ofAccount},
  ${text('lastName', 'firstName', 'middleName')},
  ${oneOf('gender', ['male', 'female', 'unknown'])},
  ${text('position', 'department')},
  ${oneOf('readerRole', readerRoles)},
  ${oneOf('decisionRole', ['decides', 'approvesBudget', 'setsRequirements', 'recommends', 'advises', 'uses', 'gatekeeper', 'unknown'])},
  influence INTEGER NOT NULL CHECK (influence BETWEEN 1 AND 5),
  ${oneOf('attitude', ['against', 'wary', 'neutral', 'disposed', 'supporter', 'unknown'])},
  ${oneOf('psychotype', ['analyst', 'expressive', 'driver', 'amiable', 'unknown'])},
  ${json('criteria')},
  ${json('threeP')},
  ${json('heeds')},
  ${json('contactsOfOurs')},
  ${text('phone', 'email', 'contactKind')},
  -- YYYY-MM-DD, or --MM-DD where the year is not known.
  birthday TEXT,
  ${text('family', 'hobbies', 'values', 'education', 'career')},
  ${json('facts')},
  ${text('privateNotes')},
  ${json('nameForms')}
) STRICT;
CREATE INDEX peopleByAccount ON people (accountId, influence DESC);
CREATE INDEX peopleByBirthday ON people (substr(birthday, -5)) WHERE birthday IS NOT NULL;

CREATE TABLE deliveries (
  ${id},
  ${deleted},
  ${ofAccount},
  ${day('deliveredOn')},
  ${text('direction', 'subject')},
  revenueMinor INTEGER NOT NULL,
  profitMinor INTEGER NOT NULL,
  ${currency},
  ${text('document')}
) STRICT;
-- Covering: the sums of all clients are read from this index alone.
CREATE INDEX deliveriesByAccount ON deliveries (accountId, deliveredOn, currency, revenueMinor, profitMinor)
  WHERE deletedAtMs IS NULL;

CREATE TABLE account_events (
  ${id},
  ${revision},
  ${deleted},
  ${ofAccount},
  ${oneOf('kind', [
    'meeting',
    'call',
    'letter',
    'complaint',
    'wish',
    'misunderstanding',
    'feedback',
    'promise',
    'gift',
    'document',
    'note',
  ])},
  ${day('happenedOn')},
  ${text('title', 'text')},
  promisedBy TEXT CHECK (promisedBy IN ('us', 'them')),
  ${dayOrNull('dueOn')},
  ${dayOrNull('settledOn')},
  ${text('outcome')}
) STRICT;
CREATE INDEX accountEventsByAccount ON account_events (accountId, happenedOn, kind) WHERE deletedAtMs IS NULL;
CREATE INDEX accountEventsOpen ON account_events (kind, dueOn) WHERE deletedAtMs IS NULL AND settledOn IS NULL;

CREATE TABLE account_event_people (
  eventId TEXT NOT NULL REFERENCES account_events (id),
  place INTEGER NOT NULL,
  personId TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (eventId, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX accountEventPeopleByPerson ON account_event_people (personId);

CREATE TABLE competitors (
  ${id},
  ${revision},
  ${deleted},
  ${ofAccount},
  ${text('name', 'strengths', 'weaknesses')},
  sharePercent INTEGER CHECK (sharePercent BETWEEN 0 AND 100),
  ${text('contacts')},
  ${oneOf('priceLevel', ['lower', 'equal', 'higher', 'unknown'])},
  ${text('tactics', 'infrastructure')}
) STRICT;
CREATE INDEX competitorsByAccount ON competitors (accountId) WHERE deletedAtMs IS NULL;

CREATE TABLE tenders (
  ${id},
  ${revision},
  savedAtMs INTEGER NOT NULL,
  ${deleted},
  ${ofAccount},
  ${text('title', 'subject')},
  ${oneOf('status', ['expected', 'preparing', 'submitted', 'won', 'lost', 'cancelled', 'declined'])},
  ${dayOrNull('tenderOn')},
  ${dayOrNull('decidedOn')},
  ${text('requestNumber')},
  budgetMinor INTEGER,
  ourBidMinor INTEGER,
  ${currency},
  ${json('criteria')},
  ${json('milestones')},
  ${json('participants')},
  ${json('bids')},
  ${json('reasons')},
  ${text('reasonText', 'lessons')}
) STRICT;
CREATE INDEX tendersByAccount ON tenders (accountId, tenderOn) WHERE deletedAtMs IS NULL;
CREATE INDEX tendersByStatus ON tenders (status, tenderOn) WHERE deletedAtMs IS NULL;`;

const proposals = /* sql */ `
CREATE TABLE templates (
  ${id},
  ${deleted},
  ${language},
  ${text('title', 'trade')},
  -- 1: came with the program and is replaced by its next version; 0: the user's own, never touched.
  ${flag('shipped')},
  ${json('body')}
) STRICT;
CREATE INDEX templatesByLanguage ON templates (language) WHERE deletedAtMs IS NULL;

CREATE TABLE blocks (
  ${id},
  ${deleted},
  ${language},
  ${oneOf('role', readerRoles)},
  ${text('title', 'trade')},
  ${flag('shipped')},
  ${json('body')}
) STRICT;
CREATE INDEX blocksByRole ON blocks (language, role) WHERE deletedAtMs IS NULL;

CREATE TABLE project_references (
  ${id},
  ${revision},
  ${deleted},
  ${language},
  ${text('companyName', 'industry', 'project', 'result')},
  year INTEGER,
  ${text('refereeName', 'refereePosition')},
  ${oneOf('refereeRole', readerRoles)},
  ${text('phone', 'email')},
  ${dayOrNull('consentFrom')},
  ${dayOrNull('consentUntil')},
  usedCount INTEGER NOT NULL CHECK (usedCount >= 0)
) STRICT;

-- The last number given in a year. It only grows, so the number of a deleted proposal is never given again.
CREATE TABLE proposal_counters (
  year INTEGER NOT NULL PRIMARY KEY,
  lastCounter INTEGER NOT NULL CHECK (lastCounter >= 1)
) STRICT;

CREATE TABLE proposals (
  ${id},
  ${revision},
  createdAtMs INTEGER NOT NULL,
  savedAtMs INTEGER NOT NULL,
  ${deleted},
  ${ofAccount},
  tenderId TEXT REFERENCES tenders (id),
  templateId TEXT NOT NULL REFERENCES templates (id),
  ${language},
  number TEXT NOT NULL,
  edition INTEGER NOT NULL CHECK (edition >= 1),
  -- The edition of the same number that this one was made from.
  previousId TEXT REFERENCES proposals (id),
  ${oneOf('status', ['draft', 'sent', 'received', 'inReview', 'accepted', 'declined', 'expired'])},
  ${dayOrNull('sentOn')},
  ${text('title', 'subject')},
  ${day('documentDate')},
  ${day('validFrom')},
  ${day('validUntil')},
  addresseeId TEXT REFERENCES people (id),
  ${json('readerIds')},
  ${json('fieldOverrides')},
  -- The price table's total, kept beside the document for lists.
  totalMinor INTEGER,
  ${currency},
  CHECK (validFrom <= validUntil),
  UNIQUE (number, edition)
) STRICT;
CREATE INDEX proposalsByAccount ON proposals (accountId, savedAtMs DESC) WHERE deletedAtMs IS NULL;
CREATE INDEX proposalsBySaved ON proposals (savedAtMs DESC) WHERE deletedAtMs IS NULL;
CREATE INDEX proposalsByValidity ON proposals (status, validUntil) WHERE deletedAtMs IS NULL;
CREATE INDEX proposalsByPrevious ON proposals (previousId) WHERE previousId IS NOT NULL;
CREATE INDEX proposalsByTender ON proposals (tenderId) WHERE tenderId IS NOT NULL;

-- Apart from the header, so that a list does not read past documents and a header's save does not rewrite one.
CREATE TABLE proposal_documents (
  proposalId TEXT NOT NULL PRIMARY KEY REFERENCES proposals (id),
  ${json('document')}
) STRICT;

CREATE TABLE proposal_revisions (
  proposalId TEXT NOT NULL REFERENCES proposals (id),
  revision INTEGER NOT NULL,
  label TEXT NOT NULL,
  savedAtMs INTEGER NOT NULL,
  ${json('header')},
  -- The document's JSON, deflated.
  body BLOB NOT NULL,
  PRIMARY KEY (proposalId, revision)
) STRICT;

-- The way of a proposal: what it became on which day, and why.
CREATE TABLE proposal_statuses (
  proposalId TEXT NOT NULL REFERENCES proposals (id),
  place INTEGER NOT NULL,
  ${oneOf('status', ['draft', 'sent', 'received', 'inReview', 'accepted', 'declined', 'expired'])},
  ${day('happenedOn')},
  ${json('reasons')},
  ${text('note')},
  PRIMARY KEY (proposalId, place)
) STRICT, WITHOUT ROWID;

-- The file written last, so that marking the proposal as sent keeps exactly what went out.
CREATE TABLE last_exports (
  proposalId TEXT NOT NULL PRIMARY KEY REFERENCES proposals (id),
  revision INTEGER NOT NULL,
  ${text('fileName')},
  -- Deflated.
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE sent_copies (
  ${id},
  createdAtMs INTEGER NOT NULL,
  proposalId TEXT NOT NULL REFERENCES proposals (id),
  revision INTEGER NOT NULL,
  ${day('sentOn')},
  ${oneOf('channel', ['email', 'paper', 'personal'])},
  ${json('readerIds')},
  ${text('fileName')},
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  sizeBytes INTEGER NOT NULL CHECK (sizeBytes > 0),
  netMinor INTEGER,
  vatMinor INTEGER,
  grossMinor INTEGER,
  ${currency},
  -- The file, deflated.
  bytes BLOB NOT NULL,
  -- What later editions are compared with: paragraphs and the price table, JSON, deflated.
  paper BLOB NOT NULL
) STRICT;
CREATE INDEX sentCopiesByProposal ON sent_copies (proposalId, createdAtMs);

CREATE TABLE follow_ups (
  ${id},
  createdAtMs INTEGER NOT NULL,
  ${deleted},
  ${ofAccount},
  proposalId TEXT REFERENCES proposals (id),
  personId TEXT REFERENCES people (id),
  ${oneOf('kind', ['checkReceipt', 'askNextSteps', 'askUrgency', 'agreeInterim', 'custom'])},
  ${text('title')},
  ${day('dueOn')},
  ${dayOrNull('doneOn')}
) STRICT;
CREATE INDEX followUpsByAccount ON follow_ups (accountId, dueOn) WHERE deletedAtMs IS NULL;
CREATE INDEX followUpsByProposal ON follow_ups (proposalId) WHERE proposalId IS NOT NULL;
CREATE INDEX followUpsOpen ON follow_ups (dueOn) WHERE deletedAtMs IS NULL AND doneOn IS NULL;`;

const search = /* sql */ `
CREATE TABLE search_entries (
  entryId INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('account', 'person', 'tender', 'proposal', 'event', 'delivery')),
  sourceId TEXT NOT NULL,
  accountId TEXT NOT NULL,
  UNIQUE (kind, sourceId)
) STRICT;
CREATE INDEX searchEntriesByAccount ON search_entries (accountId);

-- Contentless: the words stay in the tables above, here are only stems and pieces of names.
CREATE VIRTUAL TABLE search_stems USING fts5(
  stems, content='', contentless_delete=1, prefix='2 3 4', tokenize="unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE search_names USING fts5(
  name, content='', contentless_delete=1, tokenize="trigram case_sensitive 1"
);`;

export const firstSchema: Migration = {
  version: 1,
  name: 'first-schema',
  up(db) {
    for (const script of [ourCompany, dossier, proposals, search]) db.exec(script);
  },
};
