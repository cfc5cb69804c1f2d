import { z } from 'zod';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const Mapping = z.record(z.string(), z.int().nullable());
const Body = z.object({ mapping: z.string() }).optional();

/** Which column is which field in tables of this shape, as chosen before; null = the shape is new. */
export function readMapping(
  db: ReadableDb,
  kind: string,
  shape: string,
): Readonly<Record<string, number | null>> | null {
  const row = Body.parse(
    db
      .prepare(/* sql */ `SELECT mapping FROM import_mappings WHERE kind = :kind AND shape = :shape`)
      .get({ kind, shape }),
  );
  return row === undefined ? null : Mapping.parse(JSON.parse(row.mapping));
}

export function keepMapping(
  db: WritableDb,
  kind: string,
  shape: string,
  mapping: Readonly<Record<string, number | null>>,
  nowMs: number,
): void {
  db.prepare(/* sql */ `
    INSERT INTO import_mappings (kind, shape, mapping, savedAtMs) VALUES (:kind, :shape, :mapping, :nowMs)
    ON CONFLICT (kind, shape) DO UPDATE SET mapping = :mapping, savedAtMs = :nowMs`).run({
    kind,
    shape,
    mapping: JSON.stringify(mapping),
    nowMs,
  });
}

const Kind = z.object({ kind: z.string() }).optional();

/** As what a table of this shape was imported last, of the kinds given; null = the shape is new. */
export function lastKindOf(db: ReadableDb, shape: string, kinds: readonly string[]): string | null {
  const row = db
    .prepare(/* sql */ `
      SELECT kind FROM import_mappings
      WHERE shape = :shape AND kind IN (SELECT value FROM json_each(:kinds)) ORDER BY savedAtMs DESC LIMIT 1`)
    .get({ shape, kinds: JSON.stringify(kinds) });
  return Kind.parse(row)?.kind ?? null;
}
