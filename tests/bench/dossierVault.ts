import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivePasswordKey } from '../../electron/vault/keys/derive.ts';
import { rebuildSummaries } from '../../electron/vault/store/accountSummary.ts';
import type { ReadableDb, WritableDb } from '../../electron/vault/store/openDatabase.ts';
import { rebuildSearch } from '../../electron/vault/store/searchIndex.ts';
import { emptyProfile } from '../../shared/domain/account.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import { splitCompanyName } from '../../shared/domain/splitCompanyName.ts';
import { addDays, type CalendarDate, dayOfInstant } from '../../shared/domain/calendarDate.ts';
import { accountDraft, openDatedVault, personDraft, tenderDraft, testToday } from '../support/drafts.ts';
import { openTestVault, type TestVault } from '../support/testVault.ts';
import { AccountId } from '../../shared/domain/ids.ts';

/** A client as a corpus describes it. */
export type Dossier = {
  readonly id: number;
  readonly name: string;
  readonly inn: string;
  readonly industry: string;
  readonly city: string;
  readonly notes: string;
  readonly contacts: readonly { name: string; position: string; phone: string; email: string }[];
  readonly events: readonly { date: string; type: string; text: string }[];
  readonly tenders: readonly { number: string; subject: string }[];
};
export type Corpus = { readonly n: number; get(at: number): Dossier };

const batch = 1000;
const eventKinds: Readonly<Record<string, string>> = { звонок: 'call', встреча: 'meeting', письмо: 'letter' };
/** The id of the client made of the dossier `id`: told back from a found client. */
export const idOf = (id: number): AccountId =>
  AccountId.parse(`00000000-0000-4000-8000-${String(id).padStart(12, '0')}`);
export const numberOf = (id: string): number => Number(id.slice(-12));

const json = (value: unknown): string | number | null =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string | number | null);

function insert(db: WritableDb, table: string, row: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(row);
  db.prepare(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
  ).run(Object.fromEntries(names.map((name) => [name, json(row[name])])));
}

function putDossier(db: WritableDb, dossier: Dossier, deliveries: number, today: CalendarDate): void {
  const accountId = idOf(dossier.id);
  const head = { revision: 1, savedAtMs: dossier.id };
  const draft = accountDraft({
    ...splitCompanyName(dossier.name),
    industry: dossier.industry,
    city: dossier.city,
    types: dossier.id % 3 === 0 ? ['breadwinner'] : dossier.id % 5 === 0 ? ['expert'] : [],
    requisites: { ...emptyRequisites, inn: dossier.inn },
    profile: { ...emptyProfile, description: dossier.notes },
  });
  insert(db, 'accounts', { ...draft, ...head, id: accountId, createdAtMs: dossier.id });
  for (const { name, position, phone, email } of dossier.contacts) {
    const [lastName = '', firstName = ''] = name.split(' ');
    insert(db, 'people', {
      ...personDraft(accountId, { lastName, firstName, middleName: '', position, phone, email }),
      ...head,
      id: randomUUID(),
    });
  }
  for (const { date, type, text } of dossier.events)
    insert(db, 'account_events', {
      id: randomUUID(),
      revision: 1,
      accountId,
      kind: eventKinds[type] ?? 'note',
      happenedOn: date,
      title: type,
      text,
      outcome: '',
    });
  for (const { number, subject } of dossier.tenders)
    insert(db, 'tenders', {
      ...tenderDraft(accountId, { title: subject, subject: '', requestNumber: number }),
      ...head,
      id: randomUUID(),
    });
  for (let at = 0; at < deliveries; at++)
    insert(db, 'deliveries', {
      id: randomUUID(),
      accountId,
      deliveredOn: addDays(today, -15 - 30 * ((dossier.id + at * 5) % 11)),
      direction: 'Сервис',
      subject: 'Плановое обслуживание',
      revenueMinor: ((dossier.id * 7919) % 900_000) * 100,
      profitMinor: ((dossier.id * 7919) % 300_000) * 100,
      currency: 'RUB',
      document: '',
    });
}

/** Bytes of the pages that hold something. */
export const usedBytes = (db: ReadableDb): number => {
  const row = db
    .prepare(/* sql */ `
      SELECT (pages.page_count - free.freelist_count) * size.page_size AS bytes
      FROM pragma_page_count pages, pragma_freelist_count free, pragma_page_size size`)
    .get();
  return (row as { bytes: number }).bytes;
};

/** Puts a corpus into an open vault, indexed by the program's own rules; tells what the index took. */
export function fillDossiers(
  vault: TestVault,
  corpus: Corpus,
  deliveries: number,
  today: CalendarDate,
): { db: ReadableDb; indexMs: number; indexBytes: number } {
  const opened = vault.session.opened();
  if (opened === null) throw new Error('The vault did not open');
  for (let from = 0; from < corpus.n; from += batch)
    opened.save((db) => {
      for (let at = from; at < Math.min(corpus.n, from + batch); at++)
        putDossier(db, corpus.get(at), deliveries, today);
      // Indexed at once below, and measured there.
      db.prepare(/* sql */ `DELETE FROM search_pending`).run();
    });
  opened.save((db) => rebuildSummaries(db));
  const before = usedBytes(opened.reader);
  const startedMs = performance.now();
  opened.save((db) => rebuildSearch(db));
  return {
    db: opened.reader,
    indexMs: performance.now() - startedMs,
    indexBytes: usedBytes(opened.reader) - before,
  };
}

/** A real encrypted vault with a corpus in it. */
export async function openDossierVault(corpus: Corpus, deliveries = 0) {
  const vault = await openDatedVault();
  return { vault, ...fillDossiers(vault, corpus, deliveries, testToday) };
}

/**
 * A user's folder with a vault of `n` clients that the app can be started on, dated today; the password is
 * {@link testPassword}. The whole dossiers, or only what a table shows of them.
 */
export async function dossierProfile(corpus: Corpus, whole: boolean): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'kamerton-dossiers-'));
  const vaultsDir = join(profile, 'vaults');
  mkdirSync(vaultsDir);
  const vault = await openTestVault({ stretch: derivePasswordKey, vaultsDir });
  fillDossiers(vault, whole ? corpus : linesOnly(corpus), 2, dayOfInstant(Date.now()));
  for (let isDone = false; !isDone;) ({ isDone } = await vault.call('clients.measure', {}));
  await vault.close({ keepFiles: true });
  return profile;
}

/** Clients without people, history and tenders. */
export const linesOnly = (corpus: Corpus): Corpus => ({
  n: corpus.n,
  get: (at) => ({ ...corpus.get(at), notes: '', contacts: [], events: [], tenders: [] }),
});
