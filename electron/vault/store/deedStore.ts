import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Deed, type DeedKind } from '../../../shared/domain/bulkWork.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, SqlParams, SqlValue, WritableDb } from './openDatabase.ts';
import { refreshTouched, type Touched } from './refreshTouched.ts';

/** The key columns of a row with their values. */
export type RowKey = Readonly<Record<string, string | number>>;

/** A row as it stands, every column. */
type Cells = Readonly<Record<string, SqlValue>>;

/** Work that is being done and written down. */
export type DeedLog = {
  readonly id: string;
  /** Does `change` to one row and writes down which cells changed, that the row came, or that it went. */
  row(table: string, key: RowKey, change: () => void): void;
  /** Writes down that a row came whose key was not known before. */
  added(table: string, key: RowKey): void;
};

// Counted anew by every write, so it is no change of its own.
const countedColumns = new Set(['revision', 'savedAtMs']);
// SQL names come from the schema and from code; they are quoted all the same.
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const keyed = (key: RowKey): { where: string; params: SqlParams } => ({
  where: Object.keys(key)
    .map((name, at) => `${quoted(name)} IS :key${at}`)
    .join(' AND '),
  params: Object.fromEntries(Object.values(key).map((value, at) => [`key${at}`, value])),
});

const Names = z.array(z.object({ name: z.string() }));

/** Columns of a table that hold something of their own: generated ones follow from others. */
export function storedColumns(db: ReadableDb, table: string): string[] {
  const rows = db.prepare(/* sql */ `SELECT name FROM pragma_table_info(:table)`).all({ table });
  return Names.parse(rows).map(({ name }) => name);
}

function readCells(db: ReadableDb, table: string, key: RowKey): Cells | null {
  const { where, params } = keyed(key);
  const columns = storedColumns(db, table).map(quoted).join(', ');
  const row = db.prepare(`SELECT ${columns} FROM ${quoted(table)} WHERE ${where}`).get(params);
  // Every column of a STRICT table holds one of the kinds of SqlValue.
  return row === undefined ? null : (row as Cells);
}

// JSON knows no bytes: they are written as text that says so.
const Bytes = z.strictObject({ bytes: z.base64() });
const toJson = (cells: Cells): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(cells).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value,
      ]),
    ),
  );
const CellsJson = z.record(z.string(), z.unknown());
const fromJson = (text: string): Cells =>
  Object.fromEntries(
    Object.entries(CellsJson.parse(JSON.parse(text))).map(([name, value]) => {
      const bytes = Bytes.safeParse(value);
      return [name, bytes.success ? Buffer.from(bytes.data.bytes, 'base64') : (value as SqlValue)];
    }),
  );
const same = (a: SqlValue | undefined, b: SqlValue | undefined): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b;

/** Starts a deed. `title` is for the list of deeds; `count` is how many it was done to. */
export function startDeed(
  db: WritableDb,
  deed: { readonly kind: DeedKind; readonly title: string; readonly count: number },
  nowMs: number,
): DeedLog {
  const id: string = randomUUID();
  db.prepare(/* sql */ `
    INSERT INTO deeds (id, kind, doneAtMs, title, count) VALUES (:id, :kind, :nowMs, :title, :count)`).run({
    ...deed,
    id,
    nowMs,
  });
  const add = db.prepare(/* sql */ `
    INSERT INTO deed_changes (deedId, place, tableName, rowKey, before, after)
    VALUES (:id, :place, :table, :rowKey, :before, :after)`);
  let place = 0;
  const write = (table: string, key: RowKey, before: Cells | null, after: Cells | null): void => {
    place += 1;
    add.run({
      id,
      place,
      table,
      rowKey: JSON.stringify(key),
      before: before === null ? null : toJson(before),
      after: after === null ? null : toJson(after),
    });
  };
  return {
    id,
    row(table, key, change) {
      const before = readCells(db, table, key);
      change();
      const after = readCells(db, table, key);
      if (before === null || after === null) {
        if (before !== after) write(table, key, before, after);
        return;
      }
      const changed = Object.keys(before).filter(
        (name) => !countedColumns.has(name) && !same(before[name], after[name]),
      );
      if (changed.length === 0) return;
      const only = (cells: Cells): Cells =>
        Object.fromEntries(changed.map((name) => [name, cells[name] ?? null]));
      write(table, key, only(before), only(after));
    },
    added: (table, key) => write(table, key, null, {}),
  };
}

const Change = z.object({
  tableName: z.string(),
  rowKey: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const RowKeyJson = z.record(z.string(), z.union([z.string(), z.number()]));

function putBack(db: WritableDb, change: z.infer<typeof Change>, touched: Touched): boolean {
  const { tableName: table } = change;
  const key = RowKeyJson.parse(JSON.parse(change.rowKey));
  const { where, params } = keyed(key);
  const now = readCells(db, table, key);
  if (change.before === null) {
    if (now !== null) db.prepare(`DELETE FROM ${quoted(table)} WHERE ${where}`).run(params);
    touched.row(table, now ?? {});
    return true;
  }
  const before = fromJson(change.before);
  if (change.after === null) {
    const names = Object.keys(before);
    const { changes } = db
      .prepare(
        `INSERT OR IGNORE INTO ${quoted(table)} (${names.map(quoted).join(', ')})
         VALUES (${names.map((_, at) => `:cell${at}`).join(', ')})`,
      )
      .run(Object.fromEntries(Object.values(before).map((value, at) => [`cell${at}`, value])));
    touched.row(table, before);
    return changes > 0;
  }
  if (now === null) return false;
  const after = fromJson(change.after);
  // What the user changed since stays as he left it.
  const own = Object.keys(before).filter((name) => same(now[name], after[name]));
  touched.row(table, now);
  touched.row(table, before);
  if (own.length === 0) return false;
  const sets = own.map((name, at) => `${quoted(name)} = :cell${at}`);
  // What a window holds of a dossier is of before; of a proposal the journal counts revisions, and it stays in force.
  if (table !== 'proposals' && 'revision' in now) sets.push('revision = revision + 1');
  db.prepare(`UPDATE ${quoted(table)} SET ${sets.join(', ')} WHERE ${where}`).run({
    ...params,
    ...Object.fromEntries(own.map((name, at) => [`cell${at}`, before[name] ?? null])),
  });
  return own.length === Object.keys(before).length;
}

const State = z.object({ undoneAtMs: z.int().nullable() }).optional();

/**
 * Takes a deed back: every cell that still holds what the deed wrote gets what stood there. `kept` counts the rows
 * that were changed since and keep something of that. Throws notFound for a deed that is not known any more, and
 * changes nothing for one that was taken back already.
 */
export function undoDeed(db: WritableDb, id: string, nowMs: number): { kept: number } {
  const deed = State.parse(db.prepare(/* sql */ `SELECT undoneAtMs FROM deeds WHERE id = :id`).get({ id }));
  if (deed === undefined) throw new AppError('notFound', 'no such deed');
  if (deed.undoneAtMs !== null) return { kept: 0 };
  deferReferences(db);
  const changes = db
    .prepare(/* sql */ `
      SELECT tableName, rowKey, before, after FROM deed_changes WHERE deedId = :id ORDER BY place DESC`)
    .all({ id })
    .map((row) => Change.parse(row));
  let kept = 0;
  refreshTouched(db, (touched) => {
    for (const change of changes) if (!putBack(db, change, touched)) kept += 1;
  });
  db.prepare(/* sql */ `UPDATE deeds SET undoneAtMs = :nowMs WHERE id = :id`).run({ id, nowMs });
  return { kept };
}

/** Lets references be checked at the end of the transaction: rows that hang together are moved one by one. */
export function deferReferences(db: WritableDb): void {
  db.exec('PRAGMA defer_foreign_keys = ON');
}

/** Deeds that can be taken back, the latest first. */
export function listDeeds(db: ReadableDb): Deed[] {
  return db
    .prepare(/* sql */ `
      SELECT id, kind, doneAtMs, title, count FROM deeds WHERE undoneAtMs IS NULL ORDER BY doneAtMs DESC, rowid DESC`)
    .all()
    .map((row) => Deed.parse(row));
}

/** Forgets deeds: what they remember of rows is gone with them. */
export function forgetDeeds(db: WritableDb, ids: readonly string[]): void {
  const list = JSON.stringify(ids);
  db.prepare(/* sql */ `DELETE FROM deed_changes WHERE deedId IN (SELECT value FROM json_each(:list))`).run({
    list,
  });
  db.prepare(/* sql */ `DELETE FROM deeds WHERE id IN (SELECT value FROM json_each(:list))`).run({ list });
}

/** Deeds that remember anything of a row, for those who must leave no trace of it. */
export function deedsAbout(db: ReadableDb, id: string): string[] {
  return z
    .array(z.object({ deedId: z.string() }))
    .parse(
      db
        .prepare(/* sql */ `
          SELECT DISTINCT deedId FROM deed_changes
          WHERE instr(rowKey, :id) > 0 OR instr(coalesce(before, ''), :id) > 0 OR instr(coalesce(after, ''), :id) > 0`)
        .all({ id }),
    )
    .map(({ deedId }) => deedId);
}
