import { z } from 'zod';
import type { ReadableDb } from './openDatabase.ts';

/** A column that points at a row of a table by its key. */
export type Reference = {
  readonly table: string;
  readonly column: string;
  /** Whether the column may be empty. */
  readonly optional: boolean;
  /** Whether it is part of the row's own key. */
  readonly inKey: boolean;
};

const Named = z.object({ name: z.string() });
const Column = z.object({ name: z.string(), type: z.string(), notnull: z.int(), pk: z.int() });
const Link = z.object({ from: z.string(), target: z.string(), to: z.string().nullable() });

/** Every table of the vault's own, without those of the full-text index. */
export function listTables(db: ReadableDb): string[] {
  return db
    .prepare(/* sql */ `
      SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
    .all()
    .map((row) => Named.parse(row).name);
}

export function columnsOf(db: ReadableDb, table: string): z.infer<typeof Column>[] {
  return z
    .array(Column)
    .parse(
      db.prepare(/* sql */ `SELECT name, type, "notnull", pk FROM pragma_table_info(:table)`).all({ table }),
    );
}

/** The columns of a row's key, in their order. */
export function keyColumns(db: ReadableDb, table: string): string[] {
  return columnsOf(db, table)
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => name);
}

/**
 * Every column that holds a key of a table: by the schema itself, so that a table added later is not forgotten. A
 * column that points at such a column holds the same keys.
 */
export function referencesTo(db: ReadableDb, table: string): Reference[] {
  const links = listTables(db).flatMap((from) =>
    z
      .array(Link)
      .parse(
        db
          .prepare(/* sql */ `
            SELECT "from", "table" AS target, "to" FROM pragma_foreign_key_list(:table)`)
          .all({ table: from }),
      )
      .map((link) => ({ table: from, ...link })),
  );
  const found = new Map<string, Reference>();
  const search = (target: string, column: string): void => {
    for (const link of links) {
      const to = link.to ?? keyColumns(db, link.target)[0];
      if (link.target !== target || to !== column) continue;
      const name = `${link.table}.${link.from}`;
      if (found.has(name)) continue;
      const own = columnsOf(db, link.table).find((one) => one.name === link.from);
      found.set(name, {
        table: link.table,
        column: link.from,
        optional: own?.notnull === 0 && own.pk === 0,
        inKey: (own?.pk ?? 0) > 0,
      });
      search(link.table, link.from);
    }
  };
  search(table, keyColumns(db, table)[0] ?? 'id');
  return [...found.values()];
}
