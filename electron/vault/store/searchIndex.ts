import { z } from 'zod';
import { PersonFact } from '../../../shared/domain/person.ts';
import type { WritableDb } from './openDatabase.ts';
import { foldedNames, stemmedText } from './searchText.ts';

/** What can be found. An event is found as its account. */
export type SearchKind = 'account' | 'person' | 'tender' | 'proposal' | 'event';

type Entry = {
  readonly kind: SearchKind;
  readonly sourceId: string;
  readonly accountId: string;
  /** Found by any piece of them: names, numbers, ИНН. */
  readonly names: readonly string[];
  /** Found by their words in any form. */
  readonly texts: readonly string[];
};

const EntryId = z.object({ entryId: z.int() });

function putEntry(db: WritableDb, { kind, sourceId, accountId, names, texts }: Entry): void {
  const { entryId } = EntryId.parse(
    db
      .prepare(/* sql */ `
        INSERT INTO search_entries (kind, sourceId, accountId) VALUES (:kind, :sourceId, :accountId)
        ON CONFLICT (kind, sourceId) DO UPDATE SET accountId = :accountId
        RETURNING entryId`)
      .get({ kind, sourceId, accountId }),
  );
  db.prepare(/* sql */ `INSERT OR REPLACE INTO search_stems (rowid, stems) VALUES (:entryId, :stems)`).run({
    entryId,
    stems: stemmedText([...names, ...texts]),
  });
  db.prepare(/* sql */ `INSERT OR REPLACE INTO search_names (rowid, name) VALUES (:entryId, :name)`).run({
    entryId,
    name: foldedNames(names),
  });
}

function dropEntryId(db: WritableDb, entryId: number): void {
  db.prepare(/* sql */ `DELETE FROM search_stems WHERE rowid = :entryId`).run({ entryId });
  db.prepare(/* sql */ `DELETE FROM search_names WHERE rowid = :entryId`).run({ entryId });
  db.prepare(/* sql */ `DELETE FROM search_entries WHERE entryId = :entryId`).run({ entryId });
}

/** Takes a row out of the search. */
export function dropFromSearch(db: WritableDb, kind: SearchKind, sourceId: string): void {
  const row = db
    .prepare(/* sql */ `SELECT entryId FROM search_entries WHERE kind = :kind AND sourceId = :sourceId`)
    .get({ kind, sourceId });
  if (row !== undefined) dropEntryId(db, EntryId.parse(row).entryId);
}

/** Takes an account with all that belongs to it out of the search. */
export function dropAccountFromSearch(db: WritableDb, accountId: string): void {
  const rows = db
    .prepare(/* sql */ `SELECT entryId FROM search_entries WHERE accountId = :accountId`)
    .all({ accountId });
  for (const row of rows) dropEntryId(db, EntryId.parse(row).entryId);
}

const SourceRow = z.object({
  sourceId: z.string(),
  accountId: z.string(),
  names: z.string(),
  texts: z.string(),
});
const Texts = z.array(z.string());

// One statement per kind, so that what is searched can be read here at a glance. Never here: private notes, facts
// marked sensitive, the psychotype, family, hobbies, values (GLOSSARY: личное).
const sources: Readonly<Record<SearchKind, string>> = {
  account: /* sql */ `
    SELECT id AS sourceId, id AS accountId,
      json_array(name, inn, json_extract(requisites, '$.shortName'), json_extract(requisites, '$.fullName')) AS names,
      json_array(legalForm, industry, city, typeReason, relationNow, relationProspect, nextStep,
        json_extract(profile, '$.description'), json_extract(profile, '$.history'), json_extract(profile, '$.structure'),
        json_extract(profile, '$.surroundings'), json_extract(profile, '$.needs'), json_extract(profile, '$.plans'),
        json_extract(profile, '$.weakSpots'), json_extract(profile, '$.growthZones'),
        (SELECT coalesce(group_concat(value, ' '), '') FROM json_each(details))) AS texts
    FROM accounts WHERE deletedAtMs IS NULL`,
  person: /* sql */ `
    SELECT id AS sourceId, accountId,
      json_array(lastName || ' ' || firstName || ' ' || middleName, email, phone) AS names,
      json_array(position, department) AS texts
    FROM people WHERE deletedAtMs IS NULL`,
  tender: /* sql */ `
    SELECT id AS sourceId, accountId, json_array(title, requestNumber) AS names,
      json_array(subject, reasonText, lessons) AS texts
    FROM tenders WHERE deletedAtMs IS NULL`,
  proposal: /* sql */ `
    SELECT id AS sourceId, accountId, json_array(number, title) AS names, json_array(subject) AS texts
    FROM proposals WHERE deletedAtMs IS NULL`,
  event: /* sql */ `
    SELECT id AS sourceId, accountId, json_array() AS names, json_array(title, text, outcome) AS texts
    FROM account_events WHERE deletedAtMs IS NULL`,
};

const FactsRow = z.object({ facts: z.string() });

/** Facts of a person that are not sensitive. */
function openFacts(db: WritableDb, personId: string): string[] {
  const row = FactsRow.parse(
    db.prepare(/* sql */ `SELECT facts FROM people WHERE id = :personId`).get({ personId }),
  );
  const facts = z.array(PersonFact).parse(JSON.parse(row.facts));
  return facts.filter(({ sensitive }) => !sensitive).map(({ text }) => text);
}

function putRow(db: WritableDb, kind: SearchKind, row: unknown): void {
  const { sourceId, accountId, names, texts } = SourceRow.parse(row);
  const facts = kind === 'person' ? openFacts(db, sourceId) : [];
  putEntry(db, {
    kind,
    sourceId,
    accountId,
    names: Texts.parse(JSON.parse(names)),
    texts: [...Texts.parse(JSON.parse(texts)), ...facts],
  });
}

/** Brings the search in step with one row, in the transaction that wrote it. A deleted row leaves the search. */
export function indexRow(db: WritableDb, kind: SearchKind, sourceId: string): void {
  const row = db.prepare(`${sources[kind]} AND id = :sourceId`).get({ sourceId });
  if (row === undefined) dropFromSearch(db, kind, sourceId);
  else putRow(db, kind, row);
}

const kinds: readonly SearchKind[] = ['account', 'person', 'tender', 'proposal', 'event'];

/** Puts an account with all that belongs to it into the search: after it was brought back. */
export function indexAccount(db: WritableDb, accountId: string): void {
  for (const kind of kinds) {
    const owner = kind === 'account' ? 'id' : 'accountId';
    for (const row of db.prepare(`${sources[kind]} AND ${owner} = :accountId`).all({ accountId }))
      putRow(db, kind, row);
  }
}

/** Builds the whole index anew: after the rules of folding or stemming changed. */
export function rebuildSearch(db: WritableDb): void {
  for (const row of db.prepare(/* sql */ `SELECT entryId FROM search_entries`).all())
    dropEntryId(db, EntryId.parse(row).entryId);
  const accounts = db.prepare(/* sql */ `SELECT id FROM accounts WHERE deletedAtMs IS NULL`).all();
  for (const row of accounts) indexAccount(db, z.object({ id: z.string() }).parse(row).id);
}
