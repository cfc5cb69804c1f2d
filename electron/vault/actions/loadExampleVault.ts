import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import { replaceBlocks } from '../../../shared/document/replaceBlocks.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { addDays, calendarDate, dayOfInstant, daysBetween } from '../../../shared/domain/calendarDate.ts';
import {
  AccountEventId,
  AccountId,
  ColleagueId,
  CompetitorId,
  DeliveryId,
  FollowUpId,
  PersonId,
  ProposalId,
  ReferenceId,
  TenderId,
} from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { insertAccountEvent } from '../store/accountEventStore.ts';
import { createAccount, saveAccount } from '../store/accountStore.ts';
import { refreshSummary } from '../store/accountSummary.ts';
import { readCompany, saveCompany } from '../store/companyStore.ts';
import { createCompetitor } from '../store/competitorStore.ts';
import { insertDelivery } from '../store/deliveryStore.ts';
import { ExampleVault } from '../store/exampleVault.ts';
import { createFollowUp } from '../store/followUpStore.ts';
import type { WritableDb } from '../store/openDatabase.ts';
import { createPerson, savePerson } from '../store/personStore.ts';
import { addStatusNote } from '../store/proposalLifeStore.ts';
import { keepProposalRevision } from '../store/proposalRevisionStore.ts';
import { putProposalStatus, readProposal, saveProposalDocument } from '../store/proposalStore.ts';
import { createPriceItem } from '../store/priceListStore.ts';
import { createReference } from '../store/referenceStore.ts';
import { settleSearch } from '../store/searchIndex.ts';
import { setSpecialData } from '../store/specialDataStore.ts';
import { createTender } from '../store/tenderStore.ts';
import { createProposal } from './createProposal.ts';
import { loadExamplePlan, loadExampleRivalry } from './loadExamplePlan.ts';
import { loadExampleNotes, loadExampleStandards } from './loadExampleStandards.ts';
import { prepareVault } from './prepareVault.ts';

/** A uuid that follows from a key (RFC 9562, version 8: made by a rule of our own). The same key, the same id. */
function uuidOf(key: string): string {
  const hex = createHash('sha256').update(`kamerton example ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Moves every day in the data by so many days; birthdays stay, for people are not born anew. */
function shiftDays(value: unknown, days: number, key = ''): unknown {
  if (typeof value === 'string')
    return key !== 'birthday' && day.test(value) ? addDays(calendarDate(value), days) : value;
  if (Array.isArray(value)) return value.map((item) => shiftDays(item, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shiftDays(item, days, name)]));
}

function readExample(language: Language, resourcesDir: string, today: CalendarDate): ExampleVault {
  const json: unknown = JSON.parse(readFileSync(join(resourcesDir, 'example', `${language}.json`), 'utf8'));
  const { baseDay } = ExampleVault.pick({ baseDay: true }).parse(json);
  return ExampleVault.parse(shiftDays(json, daysBetween(baseDay, today)));
}

const ids = {
  uuid: uuidOf,
  colleague: (key: string) => ColleagueId.parse(uuidOf(`colleague ${key}`)),
  account: (key: string) => AccountId.parse(uuidOf(`account ${key}`)),
  person: (key: string) => PersonId.parse(uuidOf(`person ${key}`)),
  competitor: (key: string) => CompetitorId.parse(uuidOf(`competitor ${key}`)),
  tender: (key: string) => TenderId.parse(uuidOf(`tender ${key}`)),
  proposal: (key: string) => ProposalId.parse(uuidOf(`proposal ${key}`)),
};

type ExampleAccount = ExampleVault['accounts'][number];
type Loading = { readonly db: WritableDb; readonly language: Language; readonly nowMs: number };

function loadCompany({ db, nowMs }: Loading, example: ExampleVault): void {
  const { colleagues, signatoryKey, authorKey, ...company } = example.company;
  const today = dayOfInstant(nowMs);
  saveCompany(
    db,
    {
      ...company,
      revision: readCompany(db, today).revision,
      colleagues: colleagues.map(({ key, ...colleague }) => ({ ...colleague, id: ids.colleague(key) })),
      signatoryId: ids.colleague(signatoryKey),
      authorId: ids.colleague(authorKey),
    },
    today,
  );
  example.references.forEach((reference, at) => {
    createReference(db, reference, ReferenceId.parse(uuidOf(`reference ${at}`)));
  });
  for (const item of example.priceList) createPriceItem(db, item);
}

function loadPeople({ db, nowMs }: Loading, account: ExampleAccount): void {
  const accountId = ids.account(account.key);
  const drafts = account.people.map(({ key, heeds, conflicts, contactsOfOurs, ...person }) => ({
    id: ids.person(key),
    draft: {
      ...person,
      accountId,
      heeds: heeds.map(ids.person),
      // A conflict is written down once and has two sides.
      conflicts: account.people
        .filter((other) => conflicts.includes(other.key) || other.conflicts.includes(key))
        .map((other) => ids.person(other.key)),
      contactsOfOurs: contactsOfOurs.map(({ colleague, ...contact }) => ({
        ...contact,
        colleagueId: ids.colleague(colleague),
      })),
    },
  }));
  // People heed each other, so all of them are there before anybody is told of another.
  for (const { id, draft } of drafts) createPerson(db, { ...draft, heeds: [], conflicts: [] }, nowMs, id);
  for (const { id, draft } of drafts)
    if (draft.heeds.length > 0 || draft.conflicts.length > 0) savePerson(db, id, 1, draft, nowMs);
}

function loadRelations({ db, nowMs }: Loading, account: ExampleAccount): void {
  const accountId = ids.account(account.key);
  account.deliveries.forEach((delivery, at) => {
    insertDelivery(db, { ...delivery, accountId }, DeliveryId.parse(uuidOf(`delivery ${account.key} ${at}`)));
  });
  account.events.forEach(({ people, ours, ...event }, at) => {
    insertAccountEvent(
      db,
      { ...event, accountId, personIds: people.map(ids.person), colleagueIds: ours.map(ids.colleague) },
      AccountEventId.parse(uuidOf(`event ${account.key} ${at}`)),
    );
  });
  for (const { key, ...competitor } of account.competitors) {
    createCompetitor(db, { ...competitor, accountId }, ids.competitor(key));
  }
  for (const { key, participants, bids, ...tender } of account.tenders) {
    createTender(
      db,
      {
        ...tender,
        accountId,
        participants: participants.map(({ person, ...rest }) => ({ ...rest, personId: ids.person(person) })),
        bids: bids.map(({ competitor, ...rest }) => ({ ...rest, competitorId: ids.competitor(competitor) })),
      },
      nowMs,
      ids.tender(key),
    );
  }
}

function loadPlan({ db, nowMs }: Loading, { key, plan, rivalry, events }: ExampleAccount): void {
  const of = { accountId: ids.account(key), key, ids };
  if (rivalry !== null) loadExampleRivalry(db, rivalry, of);
  if (plan === null) return;
  const eventOf = (title: string): AccountEventId | undefined => {
    const at = events.findIndex((event) => event.title === title);
    return at === -1 ? undefined : AccountEventId.parse(uuidOf(`event ${key} ${at}`));
  };
  loadExamplePlan(db, plan, of, eventOf, nowMs);
}

type ExampleProposal = ExampleAccount['proposals'][number];

/** Whole hundreds of roubles or yuan, whole euros, dollars or pounds. */
const priceStepMinor = { RUB: 10_000, CNY: 10_000, EUR: 100, USD: 100, GBP: 100 } as const;

function scalePrices(root: DocumentRoot, percent: number): DocumentRoot {
  return replaceBlocks(root, 'priceTable', (block) => {
    const { table } = block.attrs;
    const step = priceStepMinor[table.currency];
    const items = table.items.map((item) => ({
      ...item,
      priceMinor: Math.round((item.priceMinor * percent) / 100 / step) * step,
    }));
    return [{ ...block, attrs: { ...block.attrs, table: { ...table, items } } }];
  });
}

/** Composed on its own day by the rules of every proposal; then moved to its status without new tasks. */
function loadProposal(
  { db, language, nowMs }: Loading,
  accountId: AccountId,
  proposal: ExampleProposal,
): void {
  const { key, tenderKey, readerKeys, daysValid, documentDate, status, pricePercent, ...rest } = proposal;
  const id = ids.proposal(key);
  const today = dayOfInstant(nowMs);
  // Nine in the morning of its day, but never after now.
  const atMs = Math.min(Date.parse(`${documentDate}T09:00:00`), nowMs);
  createProposal(
    db,
    {
      ...rest,
      accountId,
      language,
      shape: 'group',
      tenderId: tenderKey === null ? null : ids.tender(tenderKey),
      readerIds: readerKeys.map(ids.person),
      validity: { validFrom: documentDate, validUntil: addDays(documentDate, daysValid) },
    },
    { nowMs: atMs, today: documentDate },
    id,
  );
  const composed = readProposal(db, id);
  const { document } = composed;
  if (pricePercent !== 100)
    saveProposalDocument(
      db,
      id,
      composed.revision,
      { ...document, root: scalePrices(document.root, pricePercent) },
      atMs,
    );
  if (status === 'draft') return;
  const stored = readProposal(db, id);
  keepProposalRevision(db, stored, 'sent', atMs);
  addStatusNote(db, id, { status: 'sent', happenedOn: documentDate, reasons: [], note: '' });
  if (status !== 'sent') {
    // The answer came a week later, or on the last day of the validity.
    const answeredOn = addDays(documentDate, status === 'expired' ? daysValid : Math.min(daysValid, 7));
    const happenedOn = answeredOn > today ? today : answeredOn;
    addStatusNote(db, id, { status, happenedOn, reasons: [], note: '' });
  }
  putProposalStatus(db, stored, { status, sentOn: documentDate }, atMs);
}

function loadFollowUps({ db, nowMs }: Loading, account: ExampleAccount): void {
  account.followUps.forEach(({ proposalKey, personKey, ...followUp }, at) => {
    createFollowUp(
      db,
      {
        ...followUp,
        accountId: ids.account(account.key),
        proposalId: proposalKey === null ? null : ids.proposal(proposalKey),
        personId: personKey === null ? null : ids.person(personKey),
      },
      nowMs,
      FollowUpId.parse(uuidOf(`followUp ${account.key} ${at}`)),
    );
  });
}

/**
 * Fills a new vault with the example of a language: our company, its clients, years of deliveries, tenders and
 * proposals, all of it as if written up to today. Throws a ZodError when the file is not in the schema, notFound when
 * one of its keys leads nowhere.
 */
export function loadExampleVault(
  db: WritableDb,
  language: Language,
  resourcesDir: string,
  nowMs = Date.now(),
): void {
  const loading: Loading = { db, language, nowMs };
  const example = readExample(language, resourcesDir, dayOfInstant(nowMs));
  prepareVault(db, resourcesDir, nowMs);
  loadCompany(loading, example);
  // The example shows what such facts look like; a vault of one's own starts without.
  setSpecialData(db, true);
  loadExampleStandards(db, example, nowMs);
  for (const account of example.accounts) {
    createAccount(db, { ...account.draft, parentAccountId: null }, nowMs, ids.account(account.key));
  }
  for (const account of example.accounts) {
    if (account.parentKey !== null) {
      const parentAccountId = ids.account(account.parentKey);
      saveAccount(db, ids.account(account.key), 1, { ...account.draft, parentAccountId }, nowMs);
    }
    loadExampleNotes(db, ids.account(account.key), account, nowMs);
    loadPeople(loading, account);
    loadRelations(loading, account);
    loadPlan(loading, account);
  }
  // By their days over all clients, so that the numbers rise with them.
  const proposals = example.accounts
    .flatMap((account) =>
      account.proposals.map((proposal) => ({ accountId: ids.account(account.key), proposal })),
    )
    .toSorted((a, b) => a.proposal.documentDate.localeCompare(b.proposal.documentDate));
  for (const { accountId, proposal } of proposals) loadProposal(loading, accountId, proposal);
  for (const account of example.accounts) {
    loadFollowUps(loading, account);
    refreshSummary(db, ids.account(account.key));
  }
  // The first thing looked for is found.
  while (settleSearch(db));
}
