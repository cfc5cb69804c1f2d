import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import type { ReadableDb, SqlParams, WritableDb } from '../openDatabase.ts';
import { packedColumns, tablesWithoutPeople } from './personHolders.ts';

/** A table that may hold people: its key and the columns that hold text. */
export type TextTable = {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly packed: readonly string[];
  readonly has: ReadonlySet<string>;
  readonly nullable: ReadonlySet<string>;
};

/** A row as it is looked through: its key, what it belongs to, its texts by column. */
export type TextRow = {
  readonly table: TextTable;
  readonly key: Readonly<Record<string, string | number>>;
  readonly values: Readonly<Record<string, string>>;
};

const TableRow = z.object({ name: z.string() });
const ColumnRow = z.object({
  name: z.string(),
  type: z.string(),
  notnull: z.int(),
  pk: z.int(),
  hidden: z.int(),
});

/** All tables that may hold people, as the schema tells them: a new table is looked through without being named. */
export function textTables(db: ReadableDb): TextTable[] {
  return db
    .prepare(/* sql */ `
      SELECT name FROM sqlite_master
      WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name`)
    .all()
    .map((row) => TableRow.parse(row).name)
    .filter((name) => !tablesWithoutPeople.has(name))
    .map((name): TextTable => {
      const columns = db
        .prepare(/* sql */ `SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(:name)`)
        .all({ name })
        .map((row) => ColumnRow.parse(row))
        // A generated column follows the one it is made from.
        .filter(({ hidden }) => hidden === 0);
      return {
        name,
        key: columns
          .filter(({ pk }) => pk > 0)
          .toSorted((a, b) => a.pk - b.pk)
          .map((column) => column.name),
        columns: columns.filter(({ type }) => type === 'TEXT').map((column) => column.name),
        packed: packedColumns[name] ?? [],
        has: new Set(columns.map((column) => column.name)),
        nullable: new Set(columns.filter(({ notnull }) => notnull === 0).map((column) => column.name)),
      };
    });
}

const Cell = z.union([z.string(), z.number(), z.null(), z.instanceof(Uint8Array)]);
const AnyRow = z.record(z.string(), Cell);

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

function unpacked(value: Uint8Array): string {
  return inflateSync(value).toString('utf8');
}

/** Every row of a table, one at a time. */
export function* rowsOf(db: ReadableDb, table: TextTable): Generator<TextRow> {
  const names = [...new Set([...table.key, ...table.columns, ...table.packed])];
  for (const raw of db.prepare(/* sql */ `SELECT ${quoted(names)} FROM "${table.name}"`).iterate()) {
    const row = AnyRow.parse(raw);
    const key: Record<string, string | number> = {};
    for (const name of table.key) {
      const value = row[name];
      if (typeof value === 'string' || typeof value === 'number') key[name] = value;
    }
    const values: Record<string, string> = {};
    for (const name of table.columns) {
      const value = row[name];
      if (typeof value === 'string' && value !== '') values[name] = value;
    }
    for (const name of table.packed) {
      const value = row[name];
      if (value instanceof Uint8Array) values[name] = unpacked(value);
    }
    yield { table, key, values };
  }
}

/** Writes changed columns of a row; a row that is looked at by revision moves one on, so that an open form notices. */
export function writeRow(
  db: WritableDb,
  row: TextRow,
  changed: Readonly<Record<string, string | null>>,
): void {
  const names = Object.keys(changed);
  if (names.length === 0) return;
  const { table, key } = row;
  const params: Record<string, string | number | null | Uint8Array> = {};
  for (const [name, value] of Object.entries(key)) params[`key_${name}`] = value;
  for (const name of names) {
    const value = changed[name] ?? null;
    params[name] = value !== null && table.packed.includes(name) ? deflateSync(value) : value;
  }
  // Where the revision is part of the key it counts something else.
  const moves = table.has.has('revision') && table.has.has('deletedAtMs') && !table.key.includes('revision');
  const sets = [
    ...names.map((name) => `"${name}" = :${name}`),
    ...(moves ? ['revision = revision + 1'] : []),
  ];
  const where = table.key.map((name) => `"${name}" = :key_${name}`).join(' AND ');
  db.prepare(/* sql */ `UPDATE "${table.name}" SET ${sets.join(', ')} WHERE ${where}`).run(params);
}

/** Takes a row out. */
export function deleteRow(db: WritableDb, row: TextRow): void {
  const params: SqlParams = Object.fromEntries(
    Object.entries(row.key).map(([name, value]) => [`key_${name}`, value]),
  );
  const where = row.table.key.map((name) => `"${name}" = :key_${name}`).join(' AND ');
  db.prepare(/* sql */ `DELETE FROM "${row.table.name}" WHERE ${where}`).run(params);
}

/** Names of JSON fields whose strings are codes, ids or pictures, not words. */
const codeField = /^(?:type|kind|key|id|src|base64|mime|sha256)$|Ids?$/;

/** A text, or JSON of texts, as words in reading order. */
export function textsOf(value: string): { readonly texts: string[]; readonly isJson: boolean } {
  const parsed = parsedJson(value);
  if (parsed === undefined) return { texts: [value], isJson: false };
  const texts: string[] = [];
  const walk = (node: unknown, field: string): void => {
    if (typeof node === 'string') {
      if (!codeField.test(field)) texts.push(node);
    } else if (Array.isArray(node)) for (const item of node) walk(item, field);
    else if (typeof node === 'object' && node !== null)
      for (const [name, item] of Object.entries(node)) walk(item, name);
  };
  walk(parsed, '');
  return { texts, isJson: true };
}

/** The same value with its texts in their order replaced. */
export function withTexts(value: string, replaced: readonly string[]): string {
  const parsed = parsedJson(value);
  if (parsed === undefined) return replaced[0] ?? value;
  let at = 0;
  const walk = (node: unknown, field: string): unknown => {
    if (typeof node === 'string') {
      if (codeField.test(field)) return node;
      at += 1;
      return replaced[at - 1] ?? node;
    }
    if (Array.isArray(node)) return node.map((item: unknown) => walk(item, field));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, walk(item, name)]));
  };
  return JSON.stringify(walk(parsed, ''));
}

/**
 * JSON without these ids: they leave lists, what is about them (`{ personId, … }`) leaves lists with them, and a field
 * that named them becomes null. Answers the same text when none is there.
 */
export function withoutIds(value: string, ids: ReadonlySet<string>): string {
  if (![...ids].some((id) => value.includes(id))) return value;
  const parsed = parsedJson(value);
  if (parsed === undefined) return value;
  const isThem = (node: unknown): boolean => typeof node === 'string' && ids.has(node);
  const isAbout = (node: unknown): boolean =>
    typeof node === 'object' && node !== null && !Array.isArray(node) && Object.values(node).some(isThem);
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node))
      return node.filter((item) => !isThem(item) && !isAbout(item)).map((item) => walk(item));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, item]) => [name, isThem(item) ? null : walk(item)]),
    );
  };
  return JSON.stringify(walk(parsed));
}

function parsedJson(value: string): unknown {
  const first = value.charAt(0);
  if (first !== '{' && first !== '[') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    // A text that merely begins like JSON.
    return undefined;
  }
}
