import type { AccountId } from '../../../shared/domain/ids.ts';
import { SearchKind } from '../../../shared/domain/searchHit.ts';
import type { SearchHit } from '../../../shared/domain/searchHit.ts';
import { readSearchQuery } from '../../../shared/domain/searchQuery.ts';
import type { SearchQuery } from '../../../shared/domain/searchQuery.ts';
import type { ReadableDb } from './openDatabase.ts';
import type { IndexKind } from './searchSources.ts';
import { accountNoOf, accountNosOfKind, findOfKind, latestOfKind, queriesOf } from './searchFind.ts';
import type { Candidate, Scope } from './searchFind.ts';
import { hitOf, hitSources } from './searchHits.ts';
import { tiers } from './searchMatch.ts';
import type { Reading } from './searchMatch.ts';
import { asTyped, bySound, mendedReading, otherLayout } from './searchReadings.ts';

const kinds = SearchKind.options;
/** A list of more is not read but narrowed. */
const mostOfKind = 6;
const mostOfOneKind = 40;
/** Rows looked at for one kind, so that the best of them come first whatever was touched last. */
const lookedAt = 60;
/** What is looked at where phrases and days are compared with the rows themselves. */
const lookedAtClosely = 400;
/** Fewer than this, and other readings of what was typed are tried too. */
const fewHits = 5;

/** What a client may see on a screen that is turned to it. */
const shownKinds: readonly SearchKind[] = ['account', 'person', 'tender', 'proposal'];
/** A document is shown as its proposal. */
const shownAs = (kind: IndexKind): SearchKind => (kind === 'document' ? 'proposal' : kind);
const withDocuments = (wanted: readonly SearchKind[]): IndexKind[] =>
  wanted.flatMap((kind): IndexKind[] => (kind === 'proposal' ? ['proposal', 'document'] : [kind]));

/** What is ours stands after what is a client's, where both fit alike. */
const ourKinds: ReadonlySet<SearchKind> = new Set(['block', 'template', 'reference', 'priceItem']);

function find(db: ReadableDb, reading: Reading, scope: Scope): Candidate[] {
  const queries = queriesOf(db, reading, scope.without);
  return scope.kinds.flatMap((kind) => findOfKind(db, kind, reading, queries, scope));
}

/** Names of clients within what was typed: «Ромашка аудит» looks for «аудит» at the clients called «Ромашка». */
function findWithinClients(db: ReadableDb, { sought }: Reading, scope: Scope): Candidate[] {
  if (sought.length < 2 || sought.length > 4 || scope.accountNos !== null) return [];
  const found: Candidate[] = [];
  const reading = (part: Reading['sought']): Reading => ({
    folded: part.map(({ word }) => word).join(' '),
    sought: part,
    digits: [],
    way: 'asTyped',
  });
  for (let at = 1; at < sought.length; at++) {
    const parts = [sought.slice(0, at), sought.slice(at)] as const;
    for (const [name, rest] of [parts, [parts[1], parts[0]] as const]) {
      const accounts = find(db, reading(name), { ...scope, kinds: ['account'], limit: 8 }).filter(
        ({ tier }) => tier <= tiers.forms,
      );
      if (accounts.length === 0) continue;
      const accountNos = accounts.map(({ accountNo }) => accountNo);
      found.push(...find(db, reading(rest), { ...scope, accountNos }));
    }
    if (found.length > 0) break;
  }
  return found;
}

const hasName = (found: readonly Candidate[]): boolean => found.some(({ tier }) => tier < tiers.text);

/** Everything that fits what was typed, as it stands first; then, where that is little, in the other ways to read it. */
function findEveryway(db: ReadableDb, text: string, scope: Scope, wholeWords: boolean): Candidate[] {
  const typed = asTyped(text);
  const found = find(db, typed, scope);
  return wholeWords ? found : withOtherReadings(db, text, typed, found, scope);
}

/** What was `found` as it was typed and, where that is little, what the other ways to read it find. */
function withOtherReadings(
  db: ReadableDb,
  text: string,
  typed: Reading,
  asItStands: readonly Candidate[],
  scope: Scope,
): Candidate[] {
  const found = [...asItStands];
  if (found.length >= fewHits || hasName(found)) return found;
  const other = otherLayout(text);
  if (other !== null) found.push(...find(db, other, scope));
  const sounding = bySound(typed);
  if (sounding !== null && !hasName(found)) found.push(...find(db, sounding, scope));
  if (!hasName(found)) found.push(...findWithinClients(db, typed, scope));
  if (found.length > 2) return found;
  for (const reading of [typed, other]) {
    const mended = reading === null || hasName(found) ? null : mendedReading(db, reading);
    if (mended !== null) found.push(...find(db, mended, scope));
  }
  return found;
}

/** The words that every hit must hold: those outside phrases and those inside. */
const wordsOfQuery = ({ text, phrases }: SearchQuery): string =>
  text.replaceAll('"', ' ').trim() || phrases.join(' ');

// STRICT tables whose every column is checked by the schema; some hundred rows of them are read with every key.
type OwnerRow = {
  readonly accountNo: number;
  readonly lastContactOn: string | null;
  readonly archivedAtMs: number | null;
};
/** What the order of hits asks about the client of a hit. */
type Owner = { readonly lastContactOn: string; readonly archived: boolean };

/** The clients of some candidates, by their number. */
function ownersOf(db: ReadableDb, found: readonly Candidate[]): ReadonlyMap<number, Owner> {
  const rows = db
    .prepare(/* sql */ `
      SELECT a.accountNo, s.lastContactOn, account.archivedAtMs
      FROM json_each(:accounts) wanted
      JOIN search_accounts a ON a.accountNo = wanted.value
      JOIN accounts account INDEXED BY accountsListed ON account.id = a.accountId AND account.deletedAtMs IS NULL
      LEFT JOIN account_summaries s ON s.accountId = a.accountId`)
    .all({ accounts: JSON.stringify([...new Set(found.map(({ accountNo }) => accountNo))]) });
  return new Map(
    (rows as OwnerRow[]).map(({ accountNo, lastContactOn, archivedAtMs }) => [
      accountNo,
      { lastContactOn: lastContactOn ?? '', archived: archivedAtMs !== null },
    ]),
  );
}

/**
 * The best of each kind, kinds with the best fit first. Ties: what belongs to an archived client after the rest, then by
 * the last contact, then by what was touched last.
 */
function ranked(found: readonly Candidate[], owners: ReadonlyMap<number, Owner>): Candidate[][] {
  const best = new Map<number, Candidate>();
  for (const candidate of found) {
    const known = best.get(candidate.entryId);
    if (known === undefined || candidate.tier < known.tier) best.set(candidate.entryId, candidate);
  }
  const contactOf = ({ accountNo }: Candidate): string => owners.get(accountNo)?.lastContactOn ?? '';
  const putAway = ({ accountNo }: Candidate): number => Number(owners.get(accountNo)?.archived ?? false);
  const groups = kinds.flatMap((kind) => {
    const group = [...best.values()].filter((candidate) => shownAs(candidate.kind) === kind);
    return group.length === 0
      ? []
      : [
          group.toSorted(
            (a, b) =>
              a.tier - b.tier ||
              Number(a.kind === 'document') - Number(b.kind === 'document') ||
              putAway(a) - putAway(b) ||
              (kind === 'event' || kind === 'delivery' || kind === 'task'
                ? 0
                : contactOf(b).localeCompare(contactOf(a))) ||
              a.entryId - b.entryId,
          ),
        ];
  });
  const weight = (group: readonly Candidate[]): number => {
    const [first] = group;
    if (first === undefined) return Infinity;
    const ours = ourKinds.has(shownAs(first.kind)) ? 2.5 : 0;
    return first.tier + ours + (first.kind === 'document' ? 0.5 : 0) + putAway(first) * 0.25;
  };
  return groups.toSorted((a, b) => weight(a) - weight(b));
}

/**
 * Everything that was found, the best first, in groups of a kind that follow one another. `only` is the client on a
 * screen turned to it: nothing of others, nothing that stands inside.
 */
export function searchEverywhere(db: ReadableDb, typed: string, only: AccountId | null): SearchHit[] {
  const query = readSearchQuery(typed);
  const words = wordsOfQuery(query);
  const asks = query.kinds !== null || query.client !== '' || query.after !== null || query.before !== null;
  if (words === '' && !asks) return [];
  const closely = query.phrases.length > 0 || query.after !== null || query.before !== null;
  const scope: Scope = {
    kinds: withDocuments((query.kinds ?? kinds).filter((kind) => only === null || shownKinds.includes(kind))),
    accountNos: accountsOf(db, query, only),
    without: query.without,
    limit: closely ? lookedAtClosely : lookedAt,
  };
  if (scope.accountNos !== null && scope.accountNos.length === 0) return [];
  const found =
    words === ''
      ? scope.kinds.flatMap((kind) => latestOfKind(db, kind, asTyped(''), scope))
      : findEveryway(db, words, scope, query.phrases.length > 0);
  const most = query.kinds?.length === 1 ? mostOfOneKind : mostOfKind;
  const owners = ownersOf(db, found);
  const sourceOf = hitSources(db);
  return ranked(found, owners).flatMap((group) => {
    const hits: SearchHit[] = [];
    for (const candidate of group) {
      if (hits.length >= most) break;
      const hit = hitOf(sourceOf(candidate), candidate, query, only !== null);
      // A proposal may be found by its header and by its document.
      if (hit === null || hits.some(({ id }) => id === hit.id)) continue;
      hits.push({ ...hit, archived: owners.get(candidate.accountNo)?.archived ?? false });
    }
    return hits;
  });
}

const mostClients = 50;

function accountsOf(db: ReadableDb, { client }: SearchQuery, only: AccountId | null): number[] | null {
  const own = only === null ? null : accountNoOf(db, only);
  if (client === '') return only === null ? null : own === null ? [] : [own];
  const scope: Scope = { kinds: ['account'], accountNos: null, without: [], limit: mostClients };
  const named = findEveryway(db, client, scope, false)
    .filter(({ tier }) => tier !== tiers.text)
    .map(({ accountNo }) => accountNo);
  return only === null ? named : named.filter((accountNo) => accountNo === own);
}

type FoundId = { readonly accountId: string };

/** Kinds by which a client is found in the list of clients. */
const clientKinds: readonly SearchKind[] = [
  'account',
  'person',
  'tender',
  'proposal',
  'event',
  'delivery',
  'competitor',
];

function rankedAccountNos(db: ReadableDb, typed: string, limit: number): number[] {
  const query = readSearchQuery(typed);
  const words = wordsOfQuery(query);
  const found = new Set<number>();
  const scope: Scope = {
    kinds: clientKinds,
    accountNos: query.client === '' ? null : accountsOf(db, query, null),
    without: query.without,
    limit,
  };
  const all: Candidate[] = [];
  const take = (candidates: readonly Candidate[]): boolean => {
    all.push(...candidates);
    for (const { accountNo } of candidates) found.add(accountNo);
    return found.size >= limit;
  };
  const typedReading = asTyped(words);
  const queries = queriesOf(db, typedReading, scope.without);
  const own = findOfKind(db, 'account', typedReading, queries, scope).toSorted((a, b) => a.tier - b.tier);
  if (!take(own)) {
    for (const kind of clientKinds.slice(1))
      if (take(findOfKind(db, kind, typedReading, queries, scope))) break;
  }
  if (found.size < fewHits && !hasName(own)) take(withOtherReadings(db, words, typedReading, all, scope));
  return [...found].slice(0, limit);
}

/**
 * Clients that fit by themselves or by their people, tenders, proposals, events, deliveries and competitors, at most
 * `limit`: those whose own names fit first, then the others.
 */
export function findAccountIds(db: ReadableDb, typed: string, limit: number): string[] {
  const rows = db
    .prepare(/* sql */ `
      SELECT a.accountId FROM json_each(:accountNos) wanted CROSS JOIN search_accounts a ON a.accountNo = wanted.value`)
    .all({ accountNos: JSON.stringify(rankedAccountNos(db, typed, limit)) });
  // A STRICT table whose every column is checked by the schema.
  return (rows as FoundId[]).map(({ accountId }) => accountId);
}

/** What is not a client's own is looked at less far: its texts say much of what is common. */
const mostBeside = 2000;

/**
 * Numbers of the clients that {@link findAccountIds} finds, in no order and some of them more than once: for a table that
 * has an order of its own. At most `limit` by what they are called and what stands in them, fewer by each kind of what
 * belongs to them.
 */
export function findAccountNos(db: ReadableDb, typed: string, limit: number): number[] {
  const query = readSearchQuery(typed);
  const reading = asTyped(wordsOfQuery(query));
  const queries = queriesOf(db, reading, query.without);
  const found =
    query.client !== ''
      ? []
      : clientKinds.flatMap((kind) => {
          const most = kind === 'account' ? limit : Math.min(limit, mostBeside);
          return accountNosOfKind(db, kind, reading, queries, most);
        });
  // Where it is little, other readings and the fit of names decide.
  return isFewer(found, fewHits) ? rankedAccountNos(db, typed, limit) : found;
}

/** Whether a list says fewer different numbers than `wanted`; of thousands only the first are looked at. */
function isFewer(numbers: readonly number[], wanted: number): boolean {
  const different = new Set<number>();
  for (const number of numbers) if (different.add(number).size >= wanted) return false;
  return true;
}
