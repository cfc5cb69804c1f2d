import { z } from 'zod';
import { ProposalId } from '../../../../shared/domain/ids.ts';
import type { ReadableDb } from '../../store/openDatabase.ts';
import { readProposal } from '../../store/proposalStore.ts';
import type { ExportedTable } from './exportedTables.ts';

const Row = z.record(z.string(), z.unknown());
const TableSql = z.object({ sql: z.string() }).optional();
const Fact = z.object({ sensitive: z.boolean().optional() }).loose();

/** Columns that hold JSON, by the table's own checks. */
function jsonColumns(db: ReadableDb, table: string): ReadonlySet<string> {
  const row = TableSql.parse(
    db
      .prepare(/* sql */ `SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table`)
      .get({ table }),
  );
  return new Set(
    [...(row?.sql ?? '').matchAll(/json_valid\("?(\w+)"?\)/gu)].flatMap((found) => found[1] ?? []),
  );
}

/** Facts of special categories never leave, whatever is wished. */
function withoutSensitive(facts: unknown): unknown {
  return z
    .array(Fact)
    .parse(facts)
    .filter((fact) => fact.sensitive !== true);
}

/** A proposal's document with what was typed since it was last written whole. */
function documentOf(db: ReadableDb, proposalId: unknown): unknown {
  return readProposal(db, ProposalId.parse(proposalId)).document;
}

export type ReadOptions = {
  readonly withPrivate: boolean;
  /** Ids of what was deleted: rows that belong to it stay behind as well. */
  readonly deleted: ReadonlySet<string>;
};

/** Rows as they are written into the file: JSON as values, deleted rows and what must not leave left out. */
export function readTable(
  db: ReadableDb,
  exported: ExportedTable,
  options: ReadOptions,
): Record<string, unknown>[] {
  const json = jsonColumns(db, exported.table);
  const hidden = new Set([
    ...(exported.without ?? []),
    ...(options.withPrivate ? [] : (exported.private ?? [])),
  ]);
  const rows = db.prepare(/* sql */ `SELECT * FROM "${exported.table}"`).all();
  return rows.flatMap((raw) => {
    const row = Row.parse(raw);
    const gone =
      (row['deletedAtMs'] ?? null) !== null ||
      (row['removedAtMs'] ?? null) !== null ||
      ['accountId', 'proposalId', 'eventId', 'personId', 'competitorId'].some((owner) =>
        options.deleted.has(String(row[owner])),
      );
    if (gone) return [];
    const fields = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
      if (hidden.has(name) || name === 'deletedAtMs' || name === 'removedAtMs') return [];
      // Packed bytes that no file above names are of use to nobody who reads text.
      if (value instanceof Uint8Array) return [];
      const parsed: unknown = json.has(name) && typeof value === 'string' ? JSON.parse(value) : value;
      if (exported.table === 'people' && name === 'facts') return [[name, withoutSensitive(parsed)]];
      if (exported.table === 'proposal_documents' && name === 'document')
        return [[name, documentOf(db, row['proposalId'])]];
      return [[name, parsed]];
    });
    return [Object.fromEntries(fields)];
  });
}

const Ids = z.array(z.object({ id: z.string() }));

/** Ids of clients, people, events, competitors and proposals that were deleted or belong to a deleted client. */
export function deletedIds(db: ReadableDb): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (sql: string): void => {
    for (const { id } of Ids.parse(db.prepare(sql).all())) ids.add(id);
  };
  add(/* sql */ `SELECT id FROM accounts WHERE deletedAtMs IS NOT NULL`);
  for (const table of ['people', 'account_events', 'competitors', 'proposals'])
    add(/* sql */ `
      SELECT id FROM ${table} WHERE deletedAtMs IS NOT NULL
        OR accountId IN (SELECT id FROM accounts WHERE deletedAtMs IS NOT NULL)`);
  return ids;
}
