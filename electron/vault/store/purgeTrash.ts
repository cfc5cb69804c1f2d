import { z } from 'zod';
import { dayOfInstant } from '../../../shared/domain/calendarDate.ts';
import { isDue, SeenDays, seenOn, TrashKind, type TrashRef } from '../../../shared/domain/trash.ts';
import { deferReferences, forgetDeeds } from './deedStore.ts';
import { readSetting, saveSetting } from './libraryStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { mergedTables } from './mergeStore.ts';
import { columnsOf, keyColumns, type Reference, referencesTo } from './references.ts';
import { trashRows, trashTables } from './trashStore.ts';

const Key = z.record(z.string(), z.union([z.string(), z.number()]));
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

type Purge = {
  readonly db: WritableDb;
  readonly references: Map<string, readonly Reference[]>;
  /** Rows that go in this purge, so that what hangs together does not hold itself. */
  readonly going: Set<string>;
  /** Whether a living row that may do without this one loses its link; else it keeps this one in the trash. */
  readonly unlinks: boolean;
};

const nameOf = (table: string, id: string): string => `${table} ${id}`;

function referencesOf({ db, references }: Purge, table: string): readonly Reference[] {
  const known = references.get(table);
  if (known !== undefined) return known;
  const found = keyColumns(db, table).length === 1 ? referencesTo(db, table) : [];
  references.set(table, found);
  return found;
}

/** A row that is deleted and brought back by itself; others are parts of such. */
function isEntity(db: ReadableDb, table: string): boolean {
  const names = new Set(columnsOf(db, table).map(({ name }) => name));
  return names.has('deletedAtMs') && names.has('id');
}

const Pointing = z.object({ id: z.string(), deletedAtMs: z.int().nullable() });

/**
 * Collects what goes with a row: its parts, and of a client all that belongs to it. False when something that stays
 * needs it: the next edition of a proposal, a letter whose template it is, a task that was set about a person.
 */
function collect(purge: Purge, table: string, id: string): boolean {
  const { db, going, unlinks } = purge;
  if (going.has(nameOf(table, id))) return true;
  going.add(nameOf(table, id));
  for (const { table: from, column, optional, inKey } of referencesOf(purge, table)) {
    if (inKey || !isEntity(db, from)) continue;
    const rows = db
      .prepare(`SELECT id, deletedAtMs FROM ${quoted(from)} WHERE ${quoted(column)} = :id`)
      .all({ id })
      .map((row) => Pointing.parse(row));
    for (const row of rows) {
      if (going.has(nameOf(from, row.id))) continue;
      // A proposal is written by a template and lives on without it; everything else belongs to what it must point at.
      const owned = !optional && !(from === 'proposals' && column === 'templateId');
      if (owned) {
        if (!collect(purge, from, row.id)) return false;
      } else if (!optional || (row.deletedAtMs === null && !unlinks)) return false;
    }
  }
  return true;
}

const ReadBy = z.object({ id: z.string() });

/** Readers, signers and participants are named in JSON: a person who stands in a living paper stays. */
function isReadBySomebody({ db, going }: Purge, id: string): boolean {
  const rows = db
    .prepare(/* sql */ `
      SELECT p.id FROM proposals p, json_each(p.readerIds) reader
      WHERE reader.value = :id AND p.deletedAtMs IS NULL`)
    .all({ id });
  return rows.some((row) => !going.has(nameOf('proposals', ReadBy.parse(row).id)));
}

function removeRow(purge: Purge, table: string, id: string): void {
  const { db, going } = purge;
  if (!going.delete(nameOf(table, id))) return;
  for (const { table: from, column, optional, inKey } of referencesOf(purge, table)) {
    const keys = keyColumns(db, from);
    const rows = db
      .prepare(`SELECT ${keys.map(quoted).join(', ')} FROM ${quoted(from)} WHERE ${quoted(column)} = :id`)
      .all({ id })
      .map((row) => Key.parse(row));
    for (const key of rows) {
      const where = keys.map((name) => `${quoted(name)} IS :${name}`).join(' AND ');
      const own = keys.length === 1 ? String(Object.values(key)[0]) : null;
      if (own !== null && going.has(nameOf(from, own))) removeRow(purge, from, own);
      else if (optional && !inKey)
        db.prepare(`UPDATE ${quoted(from)} SET ${quoted(column)} = NULL WHERE ${where}`).run(key);
      else {
        // A part of what goes: its own parts first.
        if (own !== null) {
          going.add(nameOf(from, own));
          removeRow(purge, from, own);
        } else db.prepare(`DELETE FROM ${quoted(from)} WHERE ${where}`).run(key);
      }
    }
  }
  const [keyColumn = 'id'] = keyColumns(db, table);
  db.prepare(`DELETE FROM ${quoted(table)} WHERE ${quoted(keyColumn)} = :id`).run({ id });
  db.prepare(/* sql */ `DELETE FROM trash_marks WHERE tableName = :table AND rowId = :id`).run({ table, id });
}

/**
 * Takes rows of the trash out for good, with all that belongs to them. `unlinks`: the user said so, and what lives on
 * loses its link; else a row that something living needs stays. What is not in the trash is passed over.
 */
export function purgeRows(
  db: WritableDb,
  refs: readonly TrashRef[],
  unlinks: boolean,
): { purged: number; kept: number } {
  deferReferences(db);
  const references: Purge['references'] = new Map();
  let purged = 0;
  let kept = 0;
  for (const { kind, id } of refs) {
    const { table } = trashTables[kind];
    // Rows that the program ships come back with its next version: only the user's own can be taken out for good.
    const own = table === 'blocks' || table === 'templates' ? ' AND x.shipped = 0' : '';
    if (db.prepare(`SELECT 1 ${trashRows(kind)} AND x.id = :id${own}`).get({ id }) === undefined) continue;
    const purge: Purge = { db, references, going: new Set(), unlinks };
    if (takeOut(purge, table, id)) purged += 1;
    else kept += 1;
  }
  return { purged, kept };
}

function takeOut(purge: Purge, table: string, id: string): boolean {
  if (!collect(purge, table, id)) return false;
  const people = [...purge.going].flatMap((name) => (name.startsWith('people ') ? [name.slice(7)] : []));
  if (people.some((person) => isReadBySomebody(purge, person))) return false;
  removeRow(purge, table, id);
  forgetTraces(purge.db, id);
  return true;
}

/** Versions of a library item are found by its id without a reference. */
function forgetTraces(db: WritableDb, id: string): void {
  db.prepare(/* sql */ `DELETE FROM library_versions WHERE itemId = :id`).run({ id });
  db.prepare(/* sql */ `DELETE FROM apart_pairs WHERE firstId = :id OR secondId = :id`).run({ id });
}

const seenSetting = 'seenDays';

function readSeen(db: ReadableDb, today: string): SeenDays {
  const kept = readSetting(db, seenSetting);
  return kept === null ? { count: 0, lastOn: today } : SeenDays.parse(JSON.parse(kept));
}

const kinds = TrashKind.options;

function hasTrash(db: ReadableDb): boolean {
  return (
    kinds.some((kind) => db.prepare(`SELECT 1 ${trashRows(kind)} LIMIT 1`).get() !== undefined) ||
    db.prepare(/* sql */ `SELECT 1 FROM deeds LIMIT 1`).get() !== undefined
  );
}

/** Whether today's opening has something to count: at most once a day, and only while something lies in the trash. */
export function needsTrashDay(db: ReadableDb, nowMs: number): boolean {
  const today = dayOfInstant(nowMs);
  const kept = readSetting(db, seenSetting);
  return (kept === null || readSeen(db, today).lastOn !== today) && hasTrash(db);
}

const Marked = z.object({ id: z.string(), deletedAtMs: z.int(), sinceDay: z.int().nullable() });

/**
 * Counts a day of the trash and takes out what has been there for thirty days by the clock and by counted days of
 * work: a clock that jumps ahead empties nothing. Part of the save that opens a vault.
 */
export function keepTrashDay(db: WritableDb, nowMs: number): void {
  const today = dayOfInstant(nowMs);
  const seen = seenOn(readSeen(db, today), today);
  saveSetting(db, seenSetting, JSON.stringify(seen));
  const mark = db.prepare(/* sql */ `
    INSERT INTO trash_marks (tableName, rowId, sinceDay) VALUES (:table, :id, :day)`);
  const due: TrashRef[] = [];
  for (const kind of kinds) {
    const { table, mark: column } = trashTables[kind];
    const rows = db
      .prepare(
        `SELECT x.id, x.${column} AS deletedAtMs,
           (SELECT sinceDay FROM trash_marks m WHERE m.tableName = '${table}' AND m.rowId = x.id) AS sinceDay
         ${trashRows(kind)}`,
      )
      .all()
      .map((row) => Marked.parse(row));
    for (const { id, deletedAtMs, sinceDay } of rows) {
      if (sinceDay === null) mark.run({ table, id, day: seen.count });
      else if (isDue({ deletedAtMs, sinceDay }, { nowMs, day: seen.count })) due.push({ kind, id });
    }
    // Brought back since: a later deletion starts anew.
    db.prepare(
      `DELETE FROM trash_marks WHERE tableName = '${table}' AND rowId NOT IN (SELECT x.id ${trashRows(kind)})`,
    ).run();
  }
  forgetOldDeeds(db, { nowMs, day: seen.count });
  if (due.length > 0) purgeRows(db, due, false);
}

const Merged = z.object({ id: z.string(), kind: z.enum(['account', 'person']) });

/** Deeds are forgotten by the same two measures; a merged-away row is then a deleted row like others. */
function forgetOldDeeds(db: WritableDb, now: { readonly nowMs: number; readonly day: number }): void {
  const rows = db
    .prepare(/* sql */ `
      SELECT id, doneAtMs AS deletedAtMs,
        (SELECT sinceDay FROM trash_marks m WHERE m.tableName = 'deeds' AND m.rowId = deeds.id) AS sinceDay FROM deeds`)
    .all()
    .map((row) => Marked.parse(row));
  const old: string[] = [];
  for (const { id, deletedAtMs, sinceDay } of rows) {
    if (sinceDay === null)
      db.prepare(/* sql */ `
        INSERT INTO trash_marks (tableName, rowId, sinceDay) VALUES ('deeds', :id, :day)`).run({
        id,
        day: now.day,
      });
    else if (isDue({ deletedAtMs, sinceDay }, now)) old.push(id);
  }
  forgetDeeds(db, old);
  // What was merged away goes with the memory of the merge; its trace stays, so that old links open the other.
  const gone = db
    .prepare(/* sql */ `
      SELECT id, kind FROM merged_ids
      WHERE deedId NOT IN (SELECT id FROM deeds)
        AND (id IN (SELECT id FROM accounts WHERE deletedAtMs IS NOT NULL)
          OR id IN (SELECT id FROM people WHERE deletedAtMs IS NOT NULL))`)
    .all();
  for (const row of gone) {
    const { id, kind } = Merged.parse(row);
    takeOut({ db, references: new Map(), going: new Set(), unlinks: true }, mergedTables[kind], id);
  }
  db.prepare(/* sql */ `
    DELETE FROM trash_marks WHERE tableName = 'deeds' AND rowId NOT IN (SELECT id FROM deeds)`).run();
}
