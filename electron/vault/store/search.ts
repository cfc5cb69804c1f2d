import { z } from 'zod';
import { SearchHit } from '../../../shared/domain/accountView.ts';
import { shortName } from '../../../shared/domain/nameForms.ts';
import type { ReadableDb } from './openDatabase.ts';
import { nameQuery, stemQuery } from './searchText.ts';

const Entry = z.object({
  kind: z.enum(['account', 'person', 'tender', 'proposal', 'event', 'delivery']),
  sourceId: z.string(),
  accountId: z.string(),
});
type Entry = z.infer<typeof Entry>;

/** More matches than anybody reads; keeps a one-letter query from walking the whole index. */
const mostMatches = 5000;
const mostHits = 50;

/**
 * Entries whose names hold the typed text, then those whose words match it in any form. The rest is not ranked: the
 * callers order it by what the user sees. Typed text is never query syntax.
 */
function findEntries(db: ReadableDb, typed: string, limit: number): Entry[] {
  const found = new Map<string, Entry>();
  const take = (sql: string, query: string): void => {
    if (query === '' || found.size >= limit) return;
    for (const row of db.prepare(sql).all({ query, limit })) {
      const entry = Entry.parse(row);
      const key = `${entry.kind} ${entry.sourceId}`;
      if (!found.has(key)) found.set(key, entry);
    }
  };
  take(
    /* sql */ `
      SELECT e.kind, e.sourceId, e.accountId FROM search_names n JOIN search_entries e ON e.entryId = n.rowid
      WHERE search_names MATCH :query LIMIT :limit`,
    nameQuery(typed),
  );
  take(
    /* sql */ `
      SELECT e.kind, e.sourceId, e.accountId FROM search_stems s JOIN search_entries e ON e.entryId = s.rowid
      WHERE search_stems MATCH :query LIMIT :limit`,
    stemQuery(typed),
  );
  return [...found.values()];
}

/** Accounts that match by themselves or by their people, tenders, proposals or events; own names first. */
export function findAccountIds(db: ReadableDb, typed: string): string[] {
  const entries = findEntries(db, typed, mostMatches);
  const own = entries.filter(({ kind }) => kind === 'account');
  return [...new Set([...own, ...entries].map(({ accountId }) => accountId))];
}

const AccountTitle = z.object({
  name: z.string(),
  legalForm: z.string(),
  industry: z.string(),
  city: z.string(),
});
const PersonTitle = z.object({
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string(),
  position: z.string(),
  accountName: z.string(),
});
const TitleRow = z.object({ title: z.string(), accountName: z.string() });
const ProposalTitle = TitleRow.extend({ number: z.string() });

const joined = (parts: readonly string[], by = ' · '): string => parts.filter((part) => part !== '').join(by);

function titlesOf(
  db: ReadableDb,
  { kind, sourceId: id, accountId }: Entry,
): Pick<SearchHit, 'title' | 'subtitle'> {
  switch (kind) {
    case 'person': {
      const person = PersonTitle.parse(
        db
          .prepare(/* sql */ `
            SELECT p.lastName, p.firstName, p.middleName, p.position, a.name AS accountName
            FROM people p JOIN accounts a ON a.id = p.accountId WHERE p.id = :id`)
          .get({ id }),
      );
      const full = joined([person.lastName, person.firstName, person.middleName], ' ');
      return {
        title: full === '' ? shortName(person) : full,
        subtitle: joined([person.position, person.accountName]),
      };
    }
    case 'tender': {
      const tender = TitleRow.parse(
        db
          .prepare(/* sql */ `
            SELECT t.title, a.name AS accountName FROM tenders t JOIN accounts a ON a.id = t.accountId WHERE t.id = :id`)
          .get({ id }),
      );
      return { title: tender.title, subtitle: tender.accountName };
    }
    case 'proposal': {
      const proposal = ProposalTitle.parse(
        db
          .prepare(/* sql */ `
            SELECT p.title, p.number, a.name AS accountName
            FROM proposals p JOIN accounts a ON a.id = p.accountId WHERE p.id = :id`)
          .get({ id }),
      );
      return { title: proposal.title, subtitle: joined([`№ ${proposal.number}`, proposal.accountName]) };
    }
    case 'account':
    case 'event':
    case 'delivery': {
      const account = AccountTitle.parse(
        db
          .prepare(/* sql */ `SELECT name, legalForm, industry, city FROM accounts WHERE id = :accountId`)
          .get({ accountId }),
      );
      return { title: account.name, subtitle: joined([account.industry, account.city]) };
    }
  }
}

const kindOrder: readonly SearchHit['kind'][] = ['account', 'person', 'tender', 'proposal'];

/** Everything that matches, at most 50: accounts, then people, tenders and proposals. An event answers as its account. */
export function searchEverywhere(db: ReadableDb, typed: string): SearchHit[] {
  const hits = new Map<string, Entry & { readonly kind: SearchHit['kind'] }>();
  for (const entry of findEntries(db, typed, mostHits * 4)) {
    const { kind, sourceId, accountId } = entry;
    const hit =
      kind === 'event' || kind === 'delivery'
        ? { kind: 'account' as const, sourceId: accountId, accountId }
        : { kind, sourceId, accountId };
    const key = `${hit.kind} ${hit.sourceId}`;
    if (!hits.has(key)) hits.set(key, hit);
  }
  return [...hits.values()]
    .slice(0, mostHits)
    .toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind))
    .map((entry) =>
      SearchHit.parse({
        kind: entry.kind,
        id: entry.sourceId,
        accountId: entry.accountId,
        ...titlesOf(db, entry),
      }),
    );
}
