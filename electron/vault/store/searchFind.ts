import { z } from 'zod';
import type { ReadableDb, SqlParams } from './openDatabase.ts';
import { entryRange, inPieces, piecesOf, termsOf } from './searchTables.ts';
import { nameTier, tiers } from './searchMatch.ts';
import type { Reading } from './searchMatch.ts';
import { kindNumbers } from './searchSources.ts';
import type { IndexKind } from './searchSources.ts';
import { nameQuery, pieceQuery, soundQuery, textQuery } from './searchTerms.ts';

/** A row of the index that fits, and how well. */
export type Candidate = {
  readonly entryId: number;
  readonly kind: IndexKind;
  readonly accountNo: number;
  readonly tier: number;
  readonly reading: Reading;
};

/** Where to look and how much to take. */
export type Scope = {
  readonly kinds: readonly IndexKind[];
  /** null = everywhere; numbers of `search_accounts`. */
  readonly accountNos: readonly number[] | null;
  /** Words that must not stand there. */
  readonly without: readonly string[];
  /** Rows of a kind to take at most. */
  readonly limit: number;
};

// Without the id of the thing itself: bytes cost more to hand over than all the rest, and few rows are shown.
const columns = `e.entryId, e.accountNo, e.name, e.digits`;
// A STRICT table whose every column is checked by the schema; parsing thousands of rows would be what a key press costs.
type EntryRow = {
  readonly entryId: number;
  readonly accountNo: number;
  readonly name: string;
  readonly digits: string;
};

const range = `BETWEEN :first AND :last`;
type Looked = 'names' | 'terms' | 'pieces';

const statements = new Map<string, string>();

/** The statement that looks for one kind everywhere; each is written once, for a key press asks for twenty. */
function statementOf(looked: Looked, kind: IndexKind): string {
  const key = `${looked} ${kind}`;
  const sql = statements.get(key) ?? writeStatement(looked, kind);
  statements.set(key, sql);
  return sql;
}

/** What was touched last has the lowest number (searchIndex.ts). */
function writeStatement(looked: Looked, kind: IndexKind): string {
  switch (looked) {
    case 'names':
      return /* sql */ `
        SELECT ${columns} FROM search_entries e INDEXED BY searchEntriesByName
        WHERE e.kind = :kind AND substr(e.name, 1, 12) >= substr(:beginning, 1, 12) AND substr(e.name, 1, 12) < :beyond
          AND e.kind IN (${kindNumbers.person}, ${kindNumbers.account})
          AND e.name >= :beginning AND e.name < :beyond LIMIT :limit`;
    case 'terms': {
      const { table, base } = termsOf(kind);
      return /* sql */ `
        SELECT ${columns} FROM ${table} t CROSS JOIN search_entries e ON e.entryId = t.rowid + ${base}
        WHERE ${table} MATCH :query ${base === 0 ? `AND t.rowid ${range}` : ''} ORDER BY t.rowid LIMIT :limit`;
    }
    case 'pieces': {
      const { table, base } = piecesOf(kind);
      return /* sql */ `
        SELECT ${columns} FROM ${table} t CROSS JOIN search_entries e ON e.entryId = t.rowid + ${base}
        WHERE ${table} MATCH :query ${base === 0 ? `AND t.rowid ${range}` : ''}
          AND (instr(e.name, :piece) > 0 OR instr(e.digits, :piece) > 0)
        ORDER BY t.rowid LIMIT :limit`;
    }
  }
}

// Within clients: their rows are few, so each is asked whether it fits.
const tablesOfAccounts: Partial<Readonly<Record<IndexKind, string>>> = {
  person: 'people',
  tender: 'tenders',
  proposal: 'proposals',
  document: 'proposals',
  event: 'account_events',
  delivery: 'deliveries',
  competitor: 'competitors',
  task: 'follow_ups',
  file: 'attachments',
};

/** Entries of one kind of some clients; null for kinds that belong to none. */
function entriesOfAccounts(kind: IndexKind): string | null {
  const table = kind === 'account' ? 'accounts' : tablesOfAccounts[kind];
  if (table === undefined) return null;
  const owner = kind === 'account' ? 'id' : 'accountId';
  const id = `coalesce(unhex(replace(s.id, '-', '')), s.id)`;
  return /* sql */ `
    FROM json_each(:accounts) wanted
    CROSS JOIN search_accounts a ON a.accountNo = wanted.value
    CROSS JOIN ${table} s ON s.${owner} = a.accountId AND s.deletedAtMs IS NULL
    CROSS JOIN search_entries e ON substr(e.sourceId, 1, 4) = substr(${id}, 1, 4) AND e.sourceId = ${id}
      AND e.kind = ${kindNumbers[kind]}`;
}

const latestFirst = `ORDER BY e.entryId LIMIT :limit`;
/** The same within some clients; null for a kind that belongs to none. */
function statementOfAccounts(looked: Looked, kind: IndexKind): string | null {
  const entries = entriesOfAccounts(kind);
  if (entries === null) return null;
  switch (looked) {
    case 'names':
      return `SELECT ${columns} ${entries} WHERE e.name >= :beginning AND e.name < :beyond ${latestFirst}`;
    case 'terms': {
      const { table, base } = termsOf(kind);
      return `SELECT ${columns} ${entries} CROSS JOIN ${table} t ON t.rowid = e.entryId - ${base}
        WHERE ${table} MATCH :query ${latestFirst}`;
    }
    case 'pieces':
      return `SELECT ${columns} ${entries} WHERE instr(e.name, :piece) > 0 OR instr(e.digits, :piece) > 0 ${latestFirst}`;
  }
}

/** Takes rows until enough were found; the same row twice counts as its better fit. */
export class Found {
  readonly #rows = new Map<number, Candidate>();
  readonly #kind: IndexKind;
  readonly #wanted: number;

  constructor(kind: IndexKind, wanted: number) {
    this.#kind = kind;
    this.#wanted = wanted;
  }

  get isFull(): boolean {
    return this.#rows.size >= this.#wanted;
  }

  get candidates(): Candidate[] {
    return [...this.#rows.values()];
  }

  take(rows: readonly EntryRow[], reading: Reading, tierOf: (row: EntryRow) => number | null): void {
    for (const row of rows) {
      const known = this.#rows.get(row.entryId);
      const tier = tierOf(row);
      if (tier === null || (known !== undefined && known.tier <= tier)) continue;
      this.#rows.set(row.entryId, {
        entryId: row.entryId,
        kind: this.#kind,
        accountNo: row.accountNo,
        tier,
        reading,
      });
    }
  }
}

function rowsOf(
  db: ReadableDb,
  looked: Looked,
  kind: IndexKind,
  accountNos: readonly number[] | null,
  params: SqlParams,
): EntryRow[] {
  const sql = accountNos === null ? statementOf(looked, kind) : statementOfAccounts(looked, kind);
  if (sql === null) return [];
  const accounts = accountNos === null ? {} : { accounts: JSON.stringify(accountNos) };
  return db.prepare(sql).all({ ...params, ...accounts }) as EntryRow[];
}

/** The queries of one reading, made once for all kinds; null = nothing can match. */
export type Queries = {
  readonly names: string | null;
  readonly text: string | null;
  readonly pieces: string;
};

export function queriesOf(db: ReadableDb, reading: Reading, without: readonly string[]): Queries {
  const { sought, way, folded } = reading;
  if (way === 'sound') return { names: soundQuery(db, sought), text: null, pieces: '' };
  return {
    names: nameQuery(db, sought),
    // A phone's groups of digits stand in many a text, one here, one there.
    text: reading.digits.length > 0 && sought.length > 1 ? null : textQuery(db, sought, without),
    pieces: way === 'asTyped' && reading.digits.length === 0 ? pieceQuery(folded) : '',
  };
}

/** What asks for names that begin with a text; null where names of that kind are not kept in order. */
function beginningWith(kind: IndexKind, folded: string): SqlParams | null {
  if (folded === '' || (kind !== 'account' && kind !== 'person')) return null;
  return { kind: kindNumbers[kind], beginning: folded, beyond: `${folded}\u{10FFFF}` };
}

/** What fits a reading in one kind, names before texts, in the order of the index: what was touched last first. */
export function findOfKind(
  db: ReadableDb,
  kind: IndexKind,
  reading: Reading,
  queries: Queries,
  { accountNos, limit }: Scope,
): Candidate[] {
  const found = new Found(kind, limit);
  const { folded, digits, way } = reading;
  const { text, pieces } = queries;
  const isNamed = namedKinds.has(kind);
  const names = isNamed ? queries.names : null;
  const rows = (looked: Looked, params: SqlParams): EntryRow[] =>
    rowsOf(db, looked, kind, accountNos, { ...entryRange(kind), limit, ...params });
  const terms = (query: string | null): EntryRow[] => (query === null ? [] : rows('terms', { query }));
  const byName = (row: EntryRow): number | null => nameTier(row.name, row.digits, reading);
  const named = (row: EntryRow): number | null => byName(row) ?? nameFallback[way];
  const said = (row: EntryRow): number | null => byName(row) ?? textFallback[way];

  for (const form of isNamed ? digits : [])
    if (!found.isFull) found.take(rows('pieces', { query: pieceQuery(form), piece: form }), reading, byName);
  // One walk for names and texts; where it found all there are, nothing need be looked for again.
  const both =
    names !== null && text !== null && namedWhole.has(kind) ? terms(`(${names}) OR (${text})`) : null;
  const isAll = both !== null && both.length < limit;
  if (isAll) {
    found.take(both, reading, said);
  } else if (isNamed && !found.isFull) {
    const byTerms = terms(names);
    found.take(byTerms, reading, named);
    // Names that begin so are among those, unless there were too many or what was typed is no word.
    const byBeginning =
      way === 'asTyped' && (names === null || byTerms.length >= limit) ? beginningWith(kind, folded) : null;
    if (byBeginning !== null) found.take(rows('names', byBeginning), reading, byName);
  }
  if (pieces !== '' && inPieces.has(kind) && !found.isFull)
    found.take(rows('pieces', { query: pieces, piece: folded }), reading, byName);
  if (isAll || found.isFull) return found.candidates;
  // Where names were looked for by their words and their pieces, no other row has one that fits. A single letter and a
  // long number are no words of a name to the index: there each row's name is compared.
  const isByTextOnly = names !== null && inPieces.has(kind) && way === 'asTyped' && digits.length === 0;
  found.take(both ?? terms(text), reading, isByTextOnly ? () => textFallback[way] : said);
  return found.candidates;
}

const Numbers = z.object({ numbers: z.string() });

/**
 * Numbers of the clients of what fits a reading in one kind, some of them more than once, without its rows: reading
 * thousands of them to rank them would be ten times what it costs to know whose they are.
 */
export function accountNosOfKind(
  db: ReadableDb,
  kind: IndexKind,
  { folded, digits }: Reading,
  queries: Queries,
  limit: number,
): number[] {
  const nos = (looked: Looked, params: SqlParams): number[] => {
    const { numbers } = Numbers.parse(
      db
        .prepare(
          `SELECT json_group_array(found.accountNo) AS numbers FROM (${statementOf(looked, kind)}) AS found`,
        )
        .get({ ...entryRange(kind), limit, ...params }),
    );
    // SQLite's own list of a column of integers.
    return JSON.parse(numbers) as number[];
  };
  // One walk through both: most of what a name says is a word like any other too.
  const terms = [namedKinds.has(kind) ? queries.names : null, queries.text].filter((query) => query !== null);
  const byTerms =
    terms.length === 0 ? [] : nos('terms', { query: terms.map((query) => `(${query})`).join(' OR ') });
  if (!namedKinds.has(kind)) return byTerms;
  // What is no word of its own, as a single letter, may begin a name.
  const byBeginning = byTerms.length === 0 && digits.length === 0 ? beginningWith(kind, folded) : null;
  return [
    ...byTerms,
    ...(byBeginning === null ? [] : nos('names', byBeginning)),
    ...digits.flatMap((form) => nos('pieces', { query: pieceQuery(form), piece: form })),
    ...(queries.pieces === '' ? [] : nos('pieces', { query: queries.pieces, piece: folded })),
  ];
}

/** How a name fits whose beginning alone is kept: its words were found, wherever they stand. */
const nameFallback: Readonly<Record<Reading['way'], number>> = {
  asTyped: tiers.forms,
  sound: tiers.sound,
  mended: tiers.mended,
};
/** How a text fits. */
const textFallback: Readonly<Record<Reading['way'], number>> = {
  asTyped: tiers.text,
  sound: tiers.text,
  mended: tiers.mended + 1,
};

/** Kinds that have a name of their own; the others are found by their text alone. */
const namedKinds: ReadonlySet<IndexKind> = new Set([
  'account',
  'person',
  'tender',
  'proposal',
  'competitor',
  'block',
  'template',
  'reference',
  'priceItem',
  'delivery',
  'file',
]);

/**
 * Those of them whose names are kept whole, so that the name itself tells whether it fits. A client's is apart: names of
 * clients are looked for first of all, and mostly found.
 */
const namedWhole: ReadonlySet<IndexKind> = new Set([
  'person',
  'competitor',
  'reference',
  'priceItem',
  'delivery',
]);

/** Rows of the kinds that nothing was typed for: the latest of a client, of a time. */
export function latestOfKind(db: ReadableDb, kind: IndexKind, reading: Reading, scope: Scope): Candidate[] {
  const found = new Found(kind, scope.limit);
  const entries = scope.accountNos === null ? null : entriesOfAccounts(kind);
  if (scope.accountNos !== null && entries === null) return [];
  const from = entries ?? /* sql */ `FROM search_entries e WHERE e.entryId ${range}`;
  const rows = db.prepare(/* sql */ `SELECT ${columns} ${from} ${latestFirst}`).all({
    ...entryRange(kind),
    limit: scope.limit,
    ...(scope.accountNos === null ? {} : { accounts: JSON.stringify(scope.accountNos) }),
  }) as EntryRow[];
  found.take(rows, reading, () => tiers.text);
  return found.candidates;
}

const AccountNo = z.object({ accountNo: z.int() });

/** The number of a client in the index; null where it has none. */
export function accountNoOf(db: ReadableDb, accountId: string): number | null {
  const row = db
    .prepare(/* sql */ `SELECT accountNo FROM search_accounts WHERE accountId = :accountId`)
    .get({ accountId });
  return row === undefined ? null : AccountNo.parse(row).accountNo;
}
