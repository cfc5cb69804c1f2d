import { z } from 'zod';
import type { DeedLog, RowKey } from './deedStore.ts';
import { storedColumns } from './deedStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { columnsOf, keyColumns, listTables, type Reference, referencesTo } from './references.ts';

/** What is merged: a client into a client, a person into a person. */
export type MergeKind = 'account' | 'person';
export const mergedTables = { account: 'accounts', person: 'people' } as const;

// Counted anew from the rest: it is not moved but counted.
const derivedTables: ReadonlySet<string> = new Set([
  'account_summaries',
  'account_listing',
  'listing_pending',
]);
// Where the program writes down the work itself and what it found of it.
const bookkeeping: ReadonlySet<string> = new Set([
  'deeds',
  'deed_changes',
  'merged_ids',
  'trash_marks',
  'vault_meta',
  'settings',
]);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const Key = z.record(z.string(), z.union([z.string(), z.number()]));
const Count = z.object({ count: z.int() });

/** The columns that point at clients or people, without what is counted anew. */
export function movedReferences(db: ReadableDb, kind: MergeKind): Reference[] {
  return referencesTo(db, mergedTables[kind]).filter(({ table }) => !derivedTables.has(table));
}

/** How many rows point at a client or person, by table; links between other rows are counted once a table. */
export function countMoved(
  db: ReadableDb,
  kind: MergeKind,
  id: string,
): { readonly table: string; readonly count: number }[] {
  const byTable = new Map<string, string[]>();
  for (const { table, column } of movedReferences(db, kind))
    byTable.set(table, [...(byTable.get(table) ?? []), column]);
  return [...byTable].flatMap(([table, columns]) => {
    const mine = columns.map((column) => `${quoted(column)} = :id`).join(' OR ');
    const live = columnsOf(db, table).some(({ name }) => name === 'deletedAtMs')
      ? ' AND deletedAtMs IS NULL'
      : '';
    const row = db
      .prepare(`SELECT count(*) AS count FROM ${quoted(table)} WHERE (${mine})${live}`)
      .get({ id });
    const { count } = Count.parse(row);
    return count === 0 ? [] : [{ table, count }];
  });
}

function keysWith(db: ReadableDb, table: string, where: string, params: Record<string, string>): RowKey[] {
  const keys = keyColumns(db, table).map(quoted).join(', ');
  return db
    .prepare(`SELECT ${keys} FROM ${quoted(table)} WHERE ${where}`)
    .all(params)
    .map((row) => Key.parse(row));
}

const whereKey = (key: RowKey): string =>
  Object.keys(key)
    .map((name) => `${quoted(name)} IS :${name}`)
    .join(' AND ');

/** Moves what points at one row to another; a row that the other has already stays behind and is written down. */
function moveReference(
  db: WritableDb,
  log: DeedLog,
  { table, column, inKey }: Reference,
  ids: { readonly away: string; readonly keep: string },
): void {
  for (const key of keysWith(db, table, `${quoted(column)} = :away`, { away: ids.away })) {
    const where = whereKey(key);
    if (!inKey) {
      let moved = 0;
      log.row(table, key, () => {
        moved = db
          .prepare(`UPDATE OR IGNORE ${quoted(table)} SET ${quoted(column)} = :toId WHERE ${where}`)
          .run({ ...key, toId: ids.keep }).changes;
      });
      if (moved > 0) continue;
    } else {
      // The key itself changes: the row goes, and comes again under the other's key where that has none.
      const moved: RowKey = { ...key, [column]: ids.keep };
      const columns = storedColumns(db, table).map(quoted);
      const values = columns.map((name) => (name === quoted(column) ? ':toId' : name));
      log.row(table, moved, () => {
        db.prepare(
          `INSERT OR IGNORE INTO ${quoted(table)} (${columns.join(', ')})
           SELECT ${values.join(', ')} FROM ${quoted(table)} WHERE ${where}`,
        ).run({ ...key, toId: ids.keep });
      });
    }
    log.row(table, key, () => {
      db.prepare(`DELETE FROM ${quoted(table)} WHERE ${where}`).run(key);
    });
  }
}

/** Lists of ids inside JSON: a person may stand there once only, and heeds nobody by themselves. */
const idLists: readonly { readonly table: string; readonly column: string }[] = [
  { table: 'people', column: 'heeds' },
  { table: 'people', column: 'conflicts' },
  { table: 'proposals', column: 'readerIds' },
  { table: 'sent_copies', column: 'readerIds' },
];

const IdList = z.object({ id: z.string(), list: z.string() });
const Ids = z.array(z.string());

function uniqueIds(db: WritableDb, log: DeedLog, keep: string): void {
  for (const { table, column } of idLists) {
    const rows = db
      .prepare(`SELECT id, ${column} AS list FROM ${table} WHERE instr(${column}, :keep) > 0`)
      .all({ keep: `"${keep}"` });
    for (const row of rows) {
      const { id, list } = IdList.parse(row);
      const ids = Ids.parse(JSON.parse(list));
      const unique = [...new Set(ids)].filter((one) => table !== 'people' || one !== id);
      if (unique.length === ids.length) continue;
      log.row(table, { id }, () => {
        db.prepare(`UPDATE ${table} SET ${column} = :list WHERE id = :id`).run({
          id,
          list: JSON.stringify(unique),
        });
      });
    }
  }
}

/**
 * Where the one who goes is named inside JSON (readers of a section, participants of a tender, plans), in any table: an
 * id is as long as another and stands in quotes, so it is replaced as text. Only rows of the client are read.
 */
function renameInJson(
  db: WritableDb,
  log: DeedLog,
  accountId: string,
  ids: { readonly away: string; readonly keep: string },
): void {
  for (const table of listTables(db)) {
    if (bookkeeping.has(table) || table.startsWith('search_')) continue;
    const columns = columnsOf(db, table);
    const has = (name: string): boolean => columns.some((column) => column.name === name);
    const mine = has('accountId')
      ? 'accountId = :accountId'
      : has('proposalId')
        ? 'proposalId IN (SELECT id FROM proposals WHERE accountId = :accountId)'
        : null;
    if (mine === null) continue;
    for (const { name, type, pk } of columns) {
      if (type !== 'TEXT' || pk > 0) continue;
      const holds = `${mine} AND instr(${quoted(name)}, :awayText) > 0`;
      for (const key of keysWith(db, table, holds, { accountId, awayText: `"${ids.away}"` })) {
        log.row(table, key, () => {
          db.prepare(
            `UPDATE ${quoted(table)} SET ${quoted(name)} = replace(${quoted(name)}, :awayText, :keepText)
             WHERE ${whereKey(key)}`,
          ).run({ ...key, awayText: `"${ids.away}"`, keepText: `"${ids.keep}"` });
        });
      }
    }
  }
}

/** Client trees stay trees: one that came under itself by the merge stands on its own. */
function breakCircles(db: WritableDb, log: DeedLog, keep: string): void {
  const above = db.prepare(/* sql */ `
    WITH RECURSIVE above (id) AS (
      SELECT parentAccountId FROM accounts WHERE id = :keep
      UNION SELECT a.parentAccountId FROM accounts a JOIN above ON a.id = above.id)
    SELECT 1 FROM above WHERE id = :keep`);
  if (above.get({ keep }) === undefined) return;
  log.row('accounts', { id: keep }, () => {
    db.prepare(/* sql */ `UPDATE accounts SET parentAccountId = NULL WHERE id = :keep`).run({ keep });
  });
}

/** Moves all that belongs to one row to another of its kind and leaves a trace for old links. References are deferred. */
export function moveEverything(
  db: WritableDb,
  log: DeedLog,
  kind: MergeKind,
  ids: { readonly away: string; readonly keep: string },
  accountId: string,
): void {
  for (const reference of movedReferences(db, kind)) moveReference(db, log, reference, ids);
  if (kind === 'account') breakCircles(db, log, ids.keep);
  renameInJson(db, log, accountId, ids);
  if (kind === 'person') uniqueIds(db, log, ids.keep);
  for (const key of keysWith(db, 'merged_ids', 'intoId = :away', { away: ids.away }))
    log.row('merged_ids', key, () => {
      db.prepare(/* sql */ `UPDATE merged_ids SET intoId = :keep WHERE id = :id`).run({
        ...key,
        keep: ids.keep,
      });
    });
  log.row('merged_ids', { id: ids.away }, () => {
    db.prepare(/* sql */ `
      INSERT OR REPLACE INTO merged_ids (id, kind, intoId, deedId) VALUES (:away, :kind, :keep, :deedId)`).run(
      {
        ...ids,
        kind,
        deedId: log.id,
      },
    );
  });
}

/** The one that an id was merged into, or the id itself. */
export function survivorOf(db: ReadableDb, id: string): string {
  const row = db.prepare(/* sql */ `SELECT intoId FROM merged_ids WHERE id = :id`).get({ id });
  return row === undefined ? id : z.object({ intoId: z.string() }).parse(row).intoId;
}
