import { z } from 'zod';
import { soundKey } from '../../../shared/domain/soundKey.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { entryRange, inPieces, pieceTables, piecesOf, termsOf, termTables } from './searchTables.ts';
import { kindNumbers, kindOfNumber, readSource } from './searchSources.ts';
import type { IndexKind, SearchSource } from './searchSources.ts';
import { isSilentWord, stemOf, wordsOf } from './searchText.ts';
import { isLongNumber, keepWords, nameMark, soundMark, sweepWords } from './searchWords.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id as the index keeps it: a UUID in its 16 bytes. */
function packed(id: string): string | Uint8Array {
  return uuid.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : id;
}

/** The id that {@link packed} was given. */
function unpacked(id: string | Uint8Array): string {
  if (typeof id === 'string') return id;
  const hex = Buffer.from(id).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const SourceId = z.object({ sourceId: z.union([z.string(), z.instanceof(Uint8Array)]) });

/** The id of the thing that an entry stands for; the entry must be there. */
export function sourceIdOf(db: ReadableDb, entryId: number): string {
  const row = db
    .prepare(/* sql */ `SELECT sourceId FROM search_entries WHERE entryId = :entryId`)
    .get({ entryId });
  return unpacked(SourceId.parse(row).sourceId);
}

/** A phone as its digits in one form: 8 921 … and +7 921 … are one number. */
function digitsOf(number: string): string[] {
  return number.split(/[,;/\n]|доб/).flatMap((part) => {
    const digits = part.replaceAll(/\D/g, '');
    if (digits.length < 3) return [];
    return [digits.length === 11 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits];
  });
}

/** «ТФ» of «Тихвинский фарфор»: as people call a client in a note. Empty for a name of one word. */
function initialsOf(words: readonly string[]): string {
  return words.length < 2 ? '' : words.map((word) => word[0] ?? '').join('');
}

/** Kinds whose names are written in both alphabets. */
const sounding: ReadonlySet<IndexKind> = new Set([
  'account',
  'person',
  'competitor',
  'reference',
  'priceItem',
]);

/** The terms of one thing: stems of all its words, and the words of its names once more, marked. */
function wordsOfSource(kind: IndexKind, { names, texts }: SearchSource): Set<string> {
  const terms = new Set<string>();
  for (const name of names) {
    const words = wordsOf(foldText(name));
    // «ТФ118» finds «ТФ-118».
    if (words.length > 1 && words.length < 4 && /\d/.test(name)) terms.add(nameMark + words.join(''));
    for (const word of words) {
      terms.add(stemOf(word));
      if (isLongNumber(word)) continue;
      terms.add(nameMark + word);
      // Most stems begin their words, and are found as the beginning of them.
      if (!word.startsWith(stemOf(word))) terms.add(nameMark + stemOf(word));
      if (sounding.has(kind) && !/^\d/.test(word)) terms.add(soundMark + soundKey(word));
    }
    if (kind === 'account' || kind === 'competitor') {
      const initials = initialsOf(words);
      if (initials !== '') terms.add(initials).add(nameMark + initials);
    }
  }
  for (const text of texts)
    for (const word of wordsOf(foldText(text))) if (!isSilentWord(word)) terms.add(stemOf(word));
  return terms;
}

const AccountNo = z.object({ accountNo: z.int() });
const EntryId = z.object({ entryId: z.int() });
const NamedEntry = EntryId.extend({ kind: z.int(), name: z.string(), digits: z.string() });

function accountNoOf(db: WritableDb, accountId: string | null): number {
  if (accountId === null) return 0;
  const known = db
    .prepare(/* sql */ `SELECT accountNo FROM search_accounts WHERE accountId = :accountId`)
    .get({ accountId });
  if (known !== undefined) return AccountNo.parse(known).accountNo;
  db.prepare(/* sql */ `INSERT INTO search_accounts (accountId) VALUES (:accountId)`).run({ accountId });
  return accountNoOf(db, accountId);
}

function dropEntries(db: WritableDb, kind: IndexKind, ids: readonly string[]): void {
  const known = ids.flatMap((id) => {
    const found = db
      .prepare(/* sql */ `
        SELECT entryId FROM search_entries
        WHERE substr(sourceId, 1, 4) = substr(:id, 1, 4) AND sourceId = :id AND entryId BETWEEN :first AND :last`)
      .get({ id: packed(id), ...entryRange(kind) });
    return found === undefined ? [] : [EntryId.parse(found).entryId];
  });
  const { table, base } = termsOf(kind);
  for (const entryId of known.toSorted((a, b) => a - b)) {
    db.prepare(`DELETE FROM ${table} WHERE rowid = :row`).run({ row: entryId - base });
    db.prepare(/* sql */ `DELETE FROM search_entries WHERE entryId = :entryId`).run({ entryId });
  }
}

/** Names are compared as far as this, titles less far: the words of the rest are terms all the same. */
const keptName = 60;
const keptTitle = 20;
const titled: ReadonlySet<IndexKind> = new Set(['tender', 'proposal', 'block', 'template', 'file']);

function keptNames(kind: IndexKind, names: readonly string[]): string[] {
  const folded = names.map(foldText).filter((name) => name !== '');
  return titled.has(kind)
    ? folded.slice(0, 1).map((name) => name.slice(0, keptTitle))
    : folded.map((name) => name.slice(0, keptName));
}

function putPieces(db: WritableDb, entryId: number, kind: IndexKind, name: string, digits: string): void {
  const piece = [inPieces.has(kind) ? name : '', digits].filter((part) => part !== '').join('\n');
  if (piece === '') return;
  const { table, base } = piecesOf(kind);
  db.prepare(`INSERT INTO ${table} (rowid, piece) VALUES (:row, :piece)`).run({ row: entryId - base, piece });
}

/** Where terms go that were kept already, while very many rows are put in one go. */
type KnownWords = Set<string>;
const mostKnown = 200_000;

/**
 * The first of `count` numbers for new entries of a kind, below all that are there: what was touched last is found first,
 * and a full-text index finds its first row many times as fast as its last. Within one save they are given out rising,
 * for the index writes all it holds whenever a lower number follows a higher one.
 */
function numbersBefore(db: WritableDb, kind: IndexKind, count: number): number {
  const range = entryRange(kind);
  const first = db
    .prepare(/* sql */ `
      SELECT entryId FROM search_entries WHERE entryId BETWEEN :first AND :last ORDER BY entryId LIMIT 1`)
    .get(range);
  return (first === undefined ? range.last + 1 : EntryId.parse(first).entryId) - count;
}

function putEntry(
  db: WritableDb,
  entryId: number,
  kind: IndexKind,
  source: SearchSource,
  known: KnownWords | null,
): void {
  const terms = wordsOfSource(kind, source);
  if (terms.size === 0) return;
  const names = keptNames(kind, source.names);
  const digits = source.numbers.flatMap(digitsOf).join('\n');
  db.prepare(/* sql */ `
    INSERT INTO search_entries (entryId, kind, sourceId, accountNo, name, digits)
    VALUES (:entryId, :kind, :sourceId, :accountNo, :name, :digits)`).run({
    entryId,
    kind: kindNumbers[kind],
    sourceId: packed(source.sourceId),
    accountNo: accountNoOf(db, source.accountId),
    name: names.join('\n'),
    digits,
  });
  const { table, base } = termsOf(kind);
  db.prepare(`INSERT INTO ${table} (rowid, terms) VALUES (:row, :terms)`).run({
    row: entryId - base,
    terms: [...terms].join(' '),
  });
  putPieces(db, entryId, kind, names.join('\n'), digits);
  const words = [...terms].filter((term) => !isLongNumber(term));
  if (known === null) return keepWords(db, words);
  const fresh = words.filter((term) => !known.has(term));
  if (known.size > mostKnown) known.clear();
  for (const term of fresh) known.add(term);
  keepWords(db, fresh);
}

/** Puts things of one kind before all others of theirs, in the given order. */
function putEntries(db: WritableDb, kind: IndexKind, ids: readonly string[], known: KnownWords | null): void {
  let entryId = numbersBefore(db, kind, ids.length);
  for (const id of ids) {
    const source = readSource(db, kind, id);
    if (source !== null) putEntry(db, entryId, kind, source, known);
    entryId += 1;
  }
}

const Pending = z.object({ kind: z.int(), sourceId: z.string() });
/** What one save does beside its own work; a long import is caught up with in saves of its own. */
const mostAtOnce = 500;

/**
 * Brings the index in step with what was written since the last time: at the end of every save, in its transaction.
 * Answers whether something is left for the next one.
 */
export function settleSearch(db: WritableDb): boolean {
  // Clients and people first: they are what is looked for. Deliveries and tasks, the many, come last.
  const rows = db
    .prepare(/* sql */ `
      SELECT kind, sourceId FROM search_pending ORDER BY kind DESC, sourceId DESC LIMIT ${mostAtOnce + 1}`)
    .all();
  const known: KnownWords | null = rows.length > 20 ? new Set() : null;
  const pending = rows.slice(0, mostAtOnce).map((row) => Pending.parse(row));
  for (const [kind, things] of Map.groupBy(pending, (thing) => thing.kind)) {
    const ids = things.map(({ sourceId }) => sourceId);
    dropEntries(db, kindOfNumber(kind), ids);
    putEntries(db, kindOfNumber(kind), ids, known);
    for (const sourceId of ids)
      db.prepare(/* sql */ `DELETE FROM search_pending WHERE kind = :kind AND sourceId = :sourceId`).run({
        kind,
        sourceId,
      });
  }
  return rows.length > mostAtOnce;
}

/** Whether rows were written that the index does not have yet. */
export function hasUnsettledSearch(db: ReadableDb): boolean {
  return db.prepare(/* sql */ `SELECT 1 FROM search_pending LIMIT 1`).get() !== undefined;
}

/** Forgets every word of what was erased, in the index and in its vocabulary. */
export function forgetInSearch(db: WritableDb): void {
  while (settleSearch(db));
  sweepWords(db);
  // What is only added to is made anew.
  for (const table of pieceTables) db.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
  for (const row of db.prepare(/* sql */ `SELECT entryId, kind, name, digits FROM search_entries`).all()) {
    const { entryId, kind, name, digits } = NamedEntry.parse(row);
    putPieces(db, entryId, kindOfNumber(kind), name, digits);
  }
}

// What is to be found first comes last, among rows of one day what was added last. Kinds by their numbers, so that rows
// of the file are only added to its end.
const ordered: readonly (readonly [IndexKind, string])[] = [
  ['task', 'follow_ups ORDER BY dueOn'],
  ['priceItem', 'price_items ORDER BY name DESC'],
  ['reference', 'project_references ORDER BY year'],
  ['template', 'templates ORDER BY title DESC'],
  ['block', 'blocks ORDER BY title DESC'],
  ['competitor', 'competitors ORDER BY coalesce(sharePercent, 0)'],
  ['delivery', 'deliveries ORDER BY deliveredOn'],
  ['event', 'account_events ORDER BY happenedOn'],
  ['proposal', 'proposals ORDER BY savedAtMs'],
  ['tender', 'tenders ORDER BY savedAtMs'],
  ['person', 'people ORDER BY influence, savedAtMs'],
  [
    'account',
    "accounts LEFT JOIN account_summaries s ON s.accountId = id ORDER BY coalesce(lastContactOn, ''), savedAtMs",
  ],
  ['document', 'proposals ORDER BY savedAtMs'],
  ['file', 'attachments ORDER BY addedAtMs'],
];
const Id = z.object({ id: z.string() });

/** Builds the whole index anew: after the rules of folding, stemming or of what is searched changed. */
export function rebuildSearch(db: WritableDb): void {
  db.exec(/* sql */ `
    DELETE FROM search_pending;
    DELETE FROM search_entries;
    DELETE FROM search_words;
    DELETE FROM search_accounts;
    INSERT INTO search_near (search_near) VALUES ('delete-all')`);
  const tables = [...termTables, ...pieceTables];
  for (const table of tables) db.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
  const known: KnownWords = new Set();
  for (const [kind, rows] of ordered) {
    const ids = db.prepare(`SELECT id FROM ${rows}`).all();
    putEntries(db, kind, ids.map((row) => Id.parse(row).id).toReversed(), known);
  }
  // In one piece each, an index is smaller and read faster.
  for (const table of tables) db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
  db.exec(/* sql */ `
    INSERT INTO search_near (search_near) VALUES ('optimize')`);
}
