import { z } from 'zod';
import { PersonFact } from '../../../shared/domain/person.ts';
import type { SearchKind } from '../../../shared/domain/searchHit.ts';
import { shownTexts } from './libraryStems.ts';
import type { ReadableDb } from './openDatabase.ts';

/** What the index tells apart: the text of a proposal is found as the proposal, after what its header says. */
export type IndexKind = SearchKind | 'document';

/** The numbers of the kinds in the index; they stand in the triggers of the schema as well. */
export const kindNumbers: Readonly<Record<IndexKind, number>> = {
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
const kindsByNumber = new Map(Object.entries(kindNumbers).map(([kind, number]) => [number, kind]));

/** The kind of a number in the index. */
export function kindOfNumber(number: number): IndexKind {
  // The map is made of the record above, whose keys are the kinds.
  return kindsByNumber.get(number) as IndexKind;
}

/** What is searched of one thing, and how it is shown when it was found. */
export type SearchSource = {
  readonly sourceId: string;
  readonly accountId: string | null;
  readonly accountName: string;
  readonly title: string;
  /** Shown after the title, without the client's name. */
  readonly about: readonly string[];
  readonly on: string | null;
  /** Found by any piece of them; the main one first. */
  readonly names: readonly string[];
  /** ИНН, phones, numbers: found by any run of their digits. */
  readonly numbers: readonly string[];
  /** Found by their words in any form. */
  readonly texts: readonly string[];
};

const Texts = z
  .string()
  .transform((json) => JSON.parse(json) as unknown)
  .pipe(z.array(z.string().nullable()))
  .transform((parts) => parts.filter((part): part is string => part !== null && part !== ''));

const SourceRow = z.object({
  sourceId: z.string(),
  accountId: z.string().nullable(),
  accountName: z.string(),
  title: z.string(),
  about: Texts,
  onDay: z.string().nullable(),
  names: Texts,
  numbers: Texts,
  texts: Texts,
  /** A library item or a document as it is kept; null for the other kinds. */
  body: z.string().nullable(),
  facts: z.string().nullable(),
});

const ofAccount = /* sql */ `JOIN accounts a ON a.id = item.accountId AND a.deletedAtMs IS NULL`;
const nothing = /* sql */ `NULL AS body, NULL AS facts`;

/** A person's name in the order its alphabet goes by, as `fullName` puts it. */
const shownName = /* sql */ `CASE WHEN lastName || firstName GLOB '*[А-Яа-яЁё]*'
        THEN trim(lastName || ' ' || trim(firstName || ' ' || middleName))
        ELSE trim(firstName || ' ' || lastName) END`;

// One statement for each kind, so that what is searched can be read here at a glance. Never here: private notes, facts
// marked sensitive, the psychotype, attitude, family, hobbies, values (GLOSSARY: личное); cost and floor of a price.
const proposal = (body: string): string => /* sql */ `
    SELECT item.id AS sourceId, item.accountId, a.name AS accountName, item.title,
      json_array('№ ' || number) AS about, documentDate AS onDay, ${body}, NULL AS facts
    FROM proposals item ${ofAccount}`;

const statements: Readonly<Record<IndexKind, string>> = {
  account: /* sql */ `
    SELECT item.id AS sourceId, item.id AS accountId, '' AS accountName, name AS title,
      json_array(industry, city) AS about, NULL AS onDay,
      json_array(name, json_extract(requisites, '$.shortName')) AS names,
      json_array(inn, json_extract(requisites, '$.ogrn'), json_extract(requisites, '$.phone')) AS numbers,
      json_array(legalForm, industry, city, json_extract(requisites, '$.fullName'), json_extract(requisites, '$.email'),
        json_extract(requisites, '$.site'), typeReason, relationNow, relationProspect, nextStep,
        json_extract(profile, '$.description'), json_extract(profile, '$.history'),
        json_extract(profile, '$.structure'), json_extract(profile, '$.surroundings'),
        json_extract(profile, '$.needs'), json_extract(profile, '$.plans'), json_extract(profile, '$.weakSpots'),
        json_extract(profile, '$.growthZones'),
        (SELECT coalesce(group_concat(value, ' '), '') FROM json_each(item.details))) AS texts, ${nothing}
    FROM accounts item WHERE item.deletedAtMs IS NULL`,
  person: /* sql */ `
    SELECT item.id AS sourceId, item.accountId, a.name AS accountName,
      coalesce(nullif(${shownName}, ''), position) AS title,
      json_array(position) AS about, NULL AS onDay,
      json_array(trim(lastName || ' ' || trim(firstName || ' ' || middleName))) AS names,
      json_array(phone) AS numbers, json_array(email, position, department) AS texts, NULL AS body, facts
    FROM people item ${ofAccount} WHERE item.deletedAtMs IS NULL`,
  tender: /* sql */ `
    SELECT item.id AS sourceId, item.accountId, a.name AS accountName, item.title,
      json_array(requestNumber) AS about, tenderOn AS onDay, json_array(item.title, requestNumber) AS names,
      json_array(requestNumber) AS numbers, json_array(subject, reasonText, lessons) AS texts, ${nothing}
    FROM tenders item ${ofAccount} WHERE item.deletedAtMs IS NULL`,
  proposal: `${proposal(/* sql */ `
      json_array(item.title, number) AS names, json_array(number) AS numbers, json_array(subject) AS texts, NULL AS body`)}
    WHERE item.deletedAtMs IS NULL`,
  document: `${proposal(/* sql */ `
      json_array() AS names, json_array() AS numbers, json_array() AS texts, document AS body`)}
    JOIN proposal_documents document ON document.proposalId = item.id WHERE item.deletedAtMs IS NULL`,
  event: /* sql */ `
    SELECT item.id AS sourceId, item.accountId, a.name AS accountName, item.title, json_array() AS about,
      happenedOn AS onDay, json_array() AS names, json_array() AS numbers,
      json_array(item.title, text, outcome) AS texts, ${nothing}
    FROM account_events item ${ofAccount} WHERE item.deletedAtMs IS NULL`,
  delivery: /* sql */ `
    SELECT item.id AS sourceId, item.accountId, a.name AS accountName,
      coalesce(nullif(subject, ''), nullif(direction, ''), document) AS title, json_array(direction) AS about,
      deliveredOn AS onDay, json_array() AS names, json_array(document) AS numbers,
      json_array(subject, direction, document) AS texts, ${nothing}
    FROM deliveries item ${ofAccount} WHERE item.deletedAtMs IS NULL`,
  competitor: /* sql */ `
    SELECT item.id AS sourceId, item.accountId, a.name AS accountName, item.name AS title, json_array() AS about,
      NULL AS onDay, json_array(item.name) AS names, json_array() AS numbers,
      json_array(strengths, weaknesses, contacts, tactics, infrastructure) AS texts, ${nothing}
    FROM competitors item ${ofAccount} WHERE item.deletedAtMs IS NULL`,
  block: /* sql */ `
    SELECT item.id AS sourceId, NULL AS accountId, '' AS accountName,
      item.title AS title, json_array() AS about, NULL AS onDay,
      json_array(item.title) AS names, json_array() AS numbers,
      json_array(json_extract(coalesce(ownBody, body), '$.why')) AS texts,
      coalesce(ownBody, body) AS body, NULL AS facts
    FROM blocks item WHERE item.deletedAtMs IS NULL AND item.removedAtMs IS NULL`,
  template: /* sql */ `
    SELECT item.id AS sourceId, NULL AS accountId, '' AS accountName,
      item.title AS title, json_array() AS about, NULL AS onDay,
      json_array(item.title) AS names, json_array() AS numbers,
      json_array(json_extract(coalesce(ownBody, body), '$.purpose')) AS texts,
      coalesce(ownBody, body) AS body, NULL AS facts
    FROM templates item WHERE item.deletedAtMs IS NULL AND item.removedAtMs IS NULL`,
  reference: /* sql */ `
    SELECT item.id AS sourceId, NULL AS accountId, '' AS accountName, companyName AS title, json_array(project) AS about,
      NULL AS onDay, json_array(companyName, refereeName) AS names, json_array(phone) AS numbers,
      json_array(industry, project, result, refereePosition, email) AS texts, ${nothing}
    FROM project_references item WHERE item.deletedAtMs IS NULL`,
  priceItem: /* sql */ `
    SELECT item.id AS sourceId, NULL AS accountId, '' AS accountName, item.name AS title,
      json_array(article, "group") AS about, NULL AS onDay, json_array(item.name, article) AS names,
      json_array(article) AS numbers, json_array("group") AS texts, ${nothing}
    FROM price_items item WHERE item.deletedAtMs IS NULL`,
  file: /* sql */ `
    SELECT item.id AS sourceId, item.accountId, a.name AS accountName, item.name AS title, json_array() AS about,
      NULL AS onDay, json_array(item.name) AS names, json_array() AS numbers, json_array(note) AS texts, ${nothing}
    FROM attachments item ${ofAccount} WHERE item.deletedAtMs IS NULL`,
  task: /* sql */ `
    SELECT item.id AS sourceId, item.accountId, a.name AS accountName, item.title, json_array() AS about,
      dueOn AS onDay, json_array() AS names, json_array() AS numbers, json_array(item.title) AS texts, ${nothing}
    FROM follow_ups item ${ofAccount} WHERE item.deletedAtMs IS NULL AND doneOn IS NULL`,
};

const Facts = z.array(PersonFact);

/** Facts of a person that are not sensitive. */
function openFacts(facts: string): string[] {
  return Facts.parse(JSON.parse(facts)).flatMap(({ sensitive, text }) => (sensitive ? [] : [text]));
}

/** One thing as it is searched; null when it is not there or was taken out. */
export function readSource(db: ReadableDb, kind: IndexKind, id: string): SearchSource | null {
  const found = db.prepare(`${statements[kind]} AND item.id = :id`).get({ id });
  if (found === undefined) return null;
  const { body, facts, onDay, ...row } = SourceRow.parse(found);
  const inside = body === null ? [] : shownTexts(JSON.parse(body));
  return {
    ...row,
    on: onDay,
    texts: [...row.texts, ...(facts === null ? [] : openFacts(facts)), ...inside],
  };
}
