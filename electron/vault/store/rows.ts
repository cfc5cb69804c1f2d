import { z } from 'zod';
import { openTenderStatuses } from '../../../shared/domain/tender.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, SqlParams, SqlValue, WritableDb } from './openDatabase.ts';

/** The tables whose rows are marked deleted and can be brought back. */
export type RestorableTable =
  | 'accounts'
  | 'people'
  | 'deliveries'
  | 'account_events'
  | 'competitors'
  | 'tenders'
  | 'proposals'
  | 'project_references'
  | 'follow_ups'
  | 'price_items'
  | 'attachments'
  | 'competitor_offers';

type RevisedTable = Exclude<RestorableTable, 'deliveries' | 'follow_ups'>;

/** Parts of INSERT and UPDATE for columns named as the fields they hold; names come from code, never from input. */
export type Columns = {
  /** `"name", "city"` */
  readonly names: string;
  /** `:name, :city` */
  readonly params: string;
  /** `"name" = :name, "city" = :city` */
  readonly sets: string;
};

/** Writes a list of fields once for the three places of SQL that need it. */
export function columns(fields: readonly string[]): Columns {
  return {
    names: fields.map((field) => `"${field}"`).join(', '),
    params: fields.map((field) => `:${field}`).join(', '),
    sets: fields.map((field) => `"${field}" = :${field}`).join(', '),
  };
}

function toSqlValue(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  return value instanceof Uint8Array ? value : JSON.stringify(value);
}

/** What follows IN for a tender that is still ahead: constants of the schema. */
export const openTenders = `(${openTenderStatuses.map((status) => `'${status}'`).join(', ')})`;

/** An object as SQL parameters: lists and objects become JSON text, booleans 0 and 1. */
export function toParams(value: Readonly<Record<string, unknown>>): SqlParams {
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, toSqlValue(field)]));
}

const Row = z.record(z.string(), z.unknown());

/** A row as the driver gives it, its JSON columns parsed; a schema of the domain checks it next. */
export function fromRow(row: unknown, jsonColumns: readonly string[]): Record<string, unknown> {
  const fields = Row.parse(row);
  for (const column of jsonColumns) {
    const text = fields[column];
    if (typeof text === 'string') fields[column] = JSON.parse(text);
  }
  return fields;
}

const Found = z.object({ revision: z.int() }).optional();

/**
 * Says why an UPDATE with a revision check changed nothing.
 * Throws staleRevision (details: `revision`, the stored one) or notFound.
 */
export function refuseUnsaved(db: ReadableDb, table: RevisedTable, id: string, baseRevision: number): never {
  const row = Found.parse(
    db.prepare(/* sql */ `SELECT revision FROM ${table} WHERE id = :id AND deletedAtMs IS NULL`).get({ id }),
  );
  if (row === undefined) throw new AppError('notFound', `no row in ${table}`);
  throw new AppError('staleRevision', `${table} moved past revision ${baseRevision}`, {
    revision: row.revision,
  });
}

/** Marks a row deleted; deleting it again changes nothing. Throws notFound. */
export function markDeleted(db: WritableDb, table: RestorableTable, id: string, nowMs: number): void {
  const { changes } = db
    .prepare(/* sql */ `UPDATE ${table} SET deletedAtMs = coalesce(deletedAtMs, :nowMs) WHERE id = :id`)
    .run({ id, nowMs });
  if (changes === 0) throw new AppError('notFound', `no row in ${table}`);
}

/** Brings a deleted row back; a row that is not deleted stays. Throws notFound. */
export function markRestored(db: WritableDb, table: RestorableTable, id: string): void {
  const { changes } = db
    .prepare(/* sql */ `UPDATE ${table} SET deletedAtMs = NULL WHERE id = :id`)
    .run({ id });
  if (changes === 0) throw new AppError('notFound', `no row in ${table}`);
}

const Owner = z.object({ accountId: z.string() }).optional();

/** The account a row belongs to, deleted or not. Throws notFound. */
export function accountIdOf(
  db: ReadableDb,
  table: Exclude<RestorableTable, 'accounts' | 'project_references' | 'price_items'>,
  id: string,
): string {
  const row = Owner.parse(db.prepare(/* sql */ `SELECT accountId FROM ${table} WHERE id = :id`).get({ id }));
  if (row === undefined) throw new AppError('notFound', `no row in ${table}`);
  return row.accountId;
}

const Mark = z.object({ deletedAtMs: z.int().nullable() }).optional();

/** Throws notFound when there is no such account, accountDeleted when it was deleted. */
export function requireLiveAccount(db: ReadableDb, accountId: string): void {
  const row = Mark.parse(
    db.prepare(/* sql */ `SELECT deletedAtMs FROM accounts WHERE id = :accountId`).get({ accountId }),
  );
  if (row === undefined) throw new AppError('notFound', 'no such account');
  if (row.deletedAtMs !== null) throw new AppError('accountDeleted', 'the account was deleted');
}

/** Throws notFound when there never was such an account; a deleted one passes. */
export function requireAccount(db: ReadableDb, accountId: string): void {
  const row = db.prepare(/* sql */ `SELECT 1 FROM accounts WHERE id = :accountId`).get({ accountId });
  if (row === undefined) throw new AppError('notFound', 'no such account');
}

/** Throws notFound unless every id is a row of that account, deleted ones included. */
export function requireOfAccount(
  db: ReadableDb,
  table: 'people' | 'competitors' | 'tenders' | 'proposals' | 'account_events',
  accountId: string,
  ids: readonly string[],
): void {
  const of = db.prepare(/* sql */ `SELECT 1 FROM ${table} WHERE id = :id AND accountId = :accountId`);
  for (const id of ids)
    if (of.get({ id, accountId }) === undefined)
      throw new AppError('notFound', `no such row of the account in ${table}`);
}
