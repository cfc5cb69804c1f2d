import { z } from 'zod';
import { Account } from '../../../shared/domain/account.ts';
import { AccountDetails } from '../../../shared/domain/detailFields.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { GuardSources } from '../../../shared/domain/leakGuard.ts';
import type { GuardedText } from '../../../shared/domain/leakTexts.ts';
import { namePartsOf } from '../../../shared/domain/nameForms.ts';
import { Person } from '../../../shared/domain/person.ts';
import { Requisites } from '../../../shared/domain/requisites.ts';
import type { ReadableDb } from './openDatabase.ts';
import { fromRow } from './rows.ts';

// Deleted rows are read too: a client we no longer keep is still somebody else's client.

const AccountPart = Account.pick({
  id: true,
  name: true,
  legalForm: true,
  industry: true,
  city: true,
  relationNow: true,
  relationProspect: true,
  typeReason: true,
}).extend({
  requisites: Requisites,
  weakSpots: z.string(),
  financialNotes: z.string(),
  details: AccountDetails,
});

const PersonPart = Person.pick({
  accountId: true,
  lastName: true,
  firstName: true,
  middleName: true,
  gender: true,
  position: true,
  department: true,
  phone: true,
  email: true,
  family: true,
  hobbies: true,
  values: true,
  taboos: true,
  worry: true,
  facts: true,
  privateNotes: true,
});

type Parts = { readonly [Key in keyof GuardSources]: GuardSources[Key][number][] };

function readAccounts(db: ReadableDb, into: Parts): void {
  const rows = db.prepare(/* sql */ `
    SELECT id, name, legalForm, industry, city, relationNow, relationProspect, typeReason, requisites, details,
      coalesce(json_extract(profile, '$.weakSpots'), '') AS weakSpots,
      coalesce(json_extract(profile, '$.financialNotes'), '') AS financialNotes
    FROM accounts`);
  for (const row of rows.all()) {
    const account = AccountPart.parse(fromRow(row, ['requisites', 'details']));
    const { id: owner, requisites } = account;
    into.companies.push({ owner, names: [account.name, requisites.shortName, requisites.fullName] });
    const heads = [requisites.headName, account.legalForm === 'ИП' ? account.name : ''];
    for (const name of heads.filter((text) => text.trim() !== ''))
      into.people.push({ owner, gender: 'unknown', ...namePartsOf(name) });
    into.numbers.push({
      owner,
      requisites: [requisites.inn, requisites.ogrn, requisites.settlementAccount],
      phones: [requisites.phone],
      addresses: [requisites.email, requisites.site],
    });
    for (const text of [
      account.relationNow,
      account.relationProspect,
      account.typeReason,
      account.weakSpots,
      account.financialNotes,
      ...Object.values(account.details).filter((text) => text !== undefined),
    ])
      into.secrets.push({ kind: 'internal', text });
    into.open.push(account.industry, account.city);
  }
}

function readPeople(db: ReadableDb, into: Parts): void {
  const rows = db.prepare(/* sql */ `
    SELECT accountId, lastName, firstName, middleName, gender, position, department, phone, email, family, hobbies,
      "values", taboos, worry, facts, privateNotes
    FROM people`);
  for (const row of rows.all()) {
    const person = PersonPart.parse(fromRow(row, ['facts']));
    const owner = person.accountId;
    into.people.push({ ...person, owner });
    into.numbers.push({ owner, requisites: [], phones: [person.phone], addresses: [person.email] });
    into.open.push(person.position, person.department);
    for (const text of [
      person.privateNotes,
      person.family,
      person.hobbies,
      person.values,
      person.taboos,
      person.worry,
    ])
      if (text !== '') into.secrets.push({ kind: 'private', text });
    for (const { text, sensitive, certainty } of person.facts)
      if (sensitive || certainty === 'guessed')
        into.secrets.push({ kind: sensitive ? 'private' : 'guessed', text });
  }
}

const Text = z.object({ text: z.string() });

function readInternal(db: ReadableDb): GuardedText[] {
  return db
    .prepare(/* sql */ `
      SELECT reasonText AS text FROM tenders UNION SELECT lessons FROM tenders
      UNION SELECT strengths FROM competitors UNION SELECT weaknesses FROM competitors
      UNION SELECT contacts FROM competitors UNION SELECT tactics FROM competitors`)
    .all()
    .map((row): GuardedText => ({ kind: 'internal', text: Text.parse(row).text }));
}

/** What proposals are made of: texts of the library, references, our own company. Notes of its authors are left out. */
function readOpenTexts(db: ReadableDb): string[] {
  return db
    .prepare(/* sql */ `
      SELECT tree.atom AS text FROM (
          SELECT coalesce(ownBody, body) AS body FROM templates UNION ALL SELECT coalesce(ownBody, body) FROM blocks
        ) AS library,
        json_tree(library.body) AS tree WHERE tree.key IN ('text', 'outlineTitle', 'title') AND tree.type = 'text'
      UNION ALL SELECT project FROM project_references UNION ALL SELECT result FROM project_references
      UNION ALL SELECT refereePosition FROM project_references UNION ALL SELECT industry FROM project_references
      UNION ALL SELECT tagline FROM company
      UNION ALL SELECT coalesce(json_extract(value, '$.position'), '') || '; ' || coalesce(json_extract(value, '$.responsibility'), '')
        FROM company, json_each(company.colleagues)`)
    .all()
    .map((row) => Text.parse(row).text);
}

/** Guesses about clients that stand in their fields now; what was guessed earlier is no longer said. */
function readGuesses(db: ReadableDb): GuardedText[] {
  return db
    .prepare(/* sql */ `
      SELECT value AS text FROM field_notes
      WHERE certainty = 'guessed' AND forPapers = 0
        AND id IN (SELECT max(id) FROM field_notes GROUP BY accountId, field)`)
    .all()
    .map((row): GuardedText => ({ kind: 'guessed', text: Text.parse(row).text }));
}

/** Everything that a leak guard is prepared from; of 10,000 people it is read in about a third of a second. */
export function readGuardSources(db: ReadableDb): GuardSources {
  const parts: Parts = { companies: [], people: [], numbers: [], secrets: [], open: [] };
  readAccounts(db, parts);
  readPeople(db, parts);
  return {
    ...parts,
    secrets: [...parts.secrets, ...readInternal(db), ...readGuesses(db)],
    open: [...new Set([...parts.open, ...readOpenTexts(db)])],
  };
}

const Mark = z.object({ mark: z.string() });

/** Equal as long as nothing that {@link readGuardSources} reads has changed; saves of proposals do not change it. */
export function guardSourcesMark(db: ReadableDb): string {
  const of = (table: string, sum: string): string =>
    /* sql */ `(SELECT count(*) || ' ' || coalesce(sum(${sum}), 0) || ' ' || count(deletedAtMs) FROM ${table})`;
  const row = db
    .prepare(/* sql */ `
      SELECT ${of('accounts', 'revision')} || ';' || ${of('people', 'revision')} || ';' || ${of('tenders', 'revision')}
        || ';' || ${of('competitors', 'revision')} || ';' || ${of('project_references', 'revision')}
        || ';' || ${of('templates', 'length(body)')} || ';' || ${of('blocks', 'length(body)')}
        || ';' || (SELECT count(*) || ' ' || coalesce(sum(savedAtMs), 0) FROM field_notes)
        || ';' || (SELECT coalesce(max(revision), 0) FROM company) AS mark`)
    .get();
  return Mark.parse(row).mark;
}

const Owner = z.object({ id: z.string() });

/** The client, its parent and its branches: naming them to one another is no leak. */
export function relatedAccounts(db: ReadableDb, accountId: AccountId): Set<string> {
  return new Set(
    db
      .prepare(/* sql */ `
        SELECT id FROM accounts
        WHERE id = :accountId OR parentAccountId = :accountId
          OR id = (SELECT parentAccountId FROM accounts WHERE id = :accountId)`)
      .all({ accountId })
      .map((row) => Owner.parse(row).id),
  );
}

const Amount = z.object({ amountMinor: z.int() });

/** Totals offered to other clients and bids in their tenders, smallest units; nothing under a thousand. */
export function otherClientsAmounts(db: ReadableDb, accountId: AccountId): Set<number> {
  return new Set(
    db
      .prepare(/* sql */ `
        SELECT totalMinor AS amountMinor FROM proposals WHERE accountId <> :accountId AND totalMinor >= 100000
        UNION SELECT ourBidMinor FROM tenders WHERE accountId <> :accountId AND ourBidMinor >= 100000`)
      .all({ accountId })
      .map((row) => Amount.parse(row).amountMinor),
  );
}
