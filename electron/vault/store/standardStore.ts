import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { StandardId } from '../../../shared/domain/account.ts';
import { OwnFieldKey } from '../../../shared/domain/detailFields.ts';
import {
  DossierStandard,
  isOwnField,
  mostFields,
  type StandardField,
  type StandardRow,
} from '../../../shared/domain/dossierStandard.ts';
import { isShippedStandard, shippedStandards } from '../../../shared/domain/shippedStandards.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { refreshCompleteness } from './accountSummary.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { knownOwnFields, standardReader, type StoredStandard, storedStandards } from './standardReader.ts';

const Count = z.object({ variant: StandardId, clients: z.int() });

/** Whether a stored standard of the program differs from it by nothing but own fields that are hidden. */
function isAsShipped(body: DossierStandard, shipped: DossierStandard): boolean {
  const fields = body.fields.filter(({ key, asked }) => asked || !isOwnField(key));
  return JSON.stringify({ ...body, fields }) === JSON.stringify(DossierStandard.parse(shipped));
}

/** Every standard with the revision that a save of it is based on; the program's own first, then ours by name. */
export function listStandards(db: ReadableDb): (StandardRow & { readonly revision: number })[] {
  const stored = new Map(storedStandards(db).map((row) => [row.id, row]));
  const clients = new Map(
    db
      .prepare(/* sql */ `
        SELECT variant, count(*) AS clients FROM accounts WHERE deletedAtMs IS NULL GROUP BY variant`)
      .all()
      .map((row) => Count.parse(row))
      .map(({ variant, clients: count }) => [variant, count]),
  );
  const shipped = Object.values(shippedStandards).map((standard) => {
    const row = stored.get(standard.id);
    const body = row?.body ?? null;
    return {
      standard: body ?? standard,
      origin: body === null || isAsShipped(body, standard) ? ('shipped' as const) : ('changed' as const),
      clients: clients.get(standard.id) ?? 0,
      revision: row?.revision ?? 0,
    };
  });
  const own = [...stored.values()].flatMap(({ id, body, deletedAtMs, revision }) =>
    isShippedStandard(id) || body === null || deletedAtMs !== null
      ? []
      : [{ standard: body, origin: 'own' as const, clients: clients.get(id) ?? 0, revision }],
  );
  return [...shipped, ...own.toSorted((a, b) => a.standard.name.localeCompare(b.standard.name))];
}

function storedRow(db: ReadableDb, id: StandardId): StoredStandard | undefined {
  return storedStandards(db).find((row) => row.id === id);
}

function put(db: WritableDb, id: StandardId, body: DossierStandard | null, nowMs: number): number {
  const revision = (storedRow(db, id)?.revision ?? 0) + 1;
  db.prepare(/* sql */ `
    INSERT INTO dossier_standards (id, revision, savedAtMs, body) VALUES (:id, :revision, :nowMs, :body)
    ON CONFLICT (id) DO UPDATE SET revision = :revision, savedAtMs = :nowMs, body = :body, deletedAtMs = NULL`).run(
    {
      id,
      revision,
      nowMs,
      body: body === null ? null : JSON.stringify(body),
    },
  );
  return revision;
}

/** Adds a standard of our own; `id` is given only by an import. */
export function createStandard(
  db: WritableDb,
  draft: Omit<DossierStandard, 'id'>,
  nowMs: number,
  id: StandardId = OwnFieldKey.parse(`own-${randomUUID()}`),
): StandardId {
  if (draft.name === '') throw new AppError('invalidInput', 'a standard has no name', { field: 'name' });
  put(db, id, { ...draft, id }, nowMs);
  refreshCompleteness(db, id);
  return id;
}

/**
 * The standard with those of our own fields that it had before and that some dossier has something in or some paper,
 * block or template speaks of: they are hidden instead of forgotten, since their names live here alone.
 */
function withUsedFields(
  db: ReadableDb,
  standard: DossierStandard,
  before: readonly StandardField[],
): DossierStandard {
  const used = db.prepare(/* sql */ `
    SELECT 1 FROM accounts WHERE json_extract(details, '$."' || :key || '"') IS NOT NULL
    UNION ALL SELECT 1 FROM blocks WHERE instr(coalesce(ownBody, body), :key) > 0
    UNION ALL SELECT 1 FROM templates WHERE instr(coalesce(ownBody, body), :key) > 0
    UNION ALL SELECT 1 FROM proposal_documents WHERE instr(document, :key) > 0
    UNION ALL SELECT 1 FROM proposal_steps WHERE instr(steps, :key) > 0
    LIMIT 1`);
  const dropped = before.filter(
    ({ key }) =>
      isOwnField(key) &&
      !standard.fields.some((field) => field.key === key) &&
      used.get({ key }) !== undefined,
  );
  const hidden = dropped.map((field) => ({ ...field, asked: false, required: false }));
  return hidden.length === 0 ? standard : { ...standard, fields: [...standard.fields, ...hidden] };
}

/**
 * Saves a standard; the dossiers that are kept by it are judged anew in the same transaction. Answers the new revision.
 * Throws staleRevision (details: `revision`), notFound for one of ours that is not there.
 */
export function saveStandard(
  db: WritableDb,
  standard: DossierStandard,
  baseRevision: number,
  nowMs: number,
): number {
  const row = storedRow(db, standard.id);
  if (!isShippedStandard(standard.id)) {
    if (row === undefined || row.deletedAtMs !== null) throw new AppError('notFound', 'no such standard');
    if (standard.name === '') throw new AppError('invalidInput', 'a standard has no name', { field: 'name' });
  }
  const revision = row?.revision ?? 0;
  if (revision !== baseRevision)
    throw new AppError('staleRevision', `the standard moved past revision ${baseRevision}`, { revision });
  const before = row?.body?.fields ?? [];
  const saved = put(db, standard.id, withUsedFields(db, standard, before), nowMs);
  refreshCompleteness(db, standard.id);
  return saved;
}

/**
 * Takes the changes of a standard of the program away, but for own fields that are used and that no other standard
 * names: they are hidden. Throws notFound for one of ours.
 */
export function resetStandard(db: WritableDb, id: StandardId, nowMs: number): number {
  if (!isShippedStandard(id)) throw new AppError('notFound', 'nothing to go back to');
  const shipped = shippedStandards[id];
  const stored = storedStandards(db);
  const others = stored.filter((row) => row.id !== id).flatMap(({ body }) => body?.fields ?? []);
  const onlyHere = (stored.find((row) => row.id === id)?.body?.fields ?? []).filter(
    ({ key }) => !others.some((field) => field.key === key),
  );
  const kept = withUsedFields(db, shipped, onlyHere);
  const revision = put(db, id, kept === shipped ? null : kept, nowMs);
  refreshCompleteness(db, id);
  return revision;
}

function mark(db: WritableDb, id: StandardId, deletedAtMs: number | null): void {
  const { changes } = isShippedStandard(id)
    ? { changes: 0 }
    : db
        .prepare(/* sql */ `UPDATE dossier_standards SET deletedAtMs = :deletedAtMs WHERE id = :id`)
        .run({ id, deletedAtMs });
  if (changes === 0) throw new AppError('notFound', 'no such standard of ours');
  refreshCompleteness(db, id);
}

/** Puts a standard of ours away; its clients are kept by the general one meanwhile. Throws notFound. */
export function deleteStandard(db: WritableDb, id: StandardId, nowMs: number): void {
  mark(db, id, nowMs);
}

/** Brings it back, for the same clients. Throws notFound. */
export function restoreStandard(db: WritableDb, id: StandardId): void {
  mark(db, id, null);
}

/** Takes standards of a file in: new ones come, the others are replaced. Answers what stood there, for the way back. */
export function importStandards(
  db: WritableDb,
  standards: readonly DossierStandard[],
  nowMs: number,
): { readonly id: StandardId; readonly before: DossierStandard | null }[] {
  return standards.map((standard) => {
    const { id } = standard;
    const row = storedRow(db, id);
    const before = row === undefined || row.deletedAtMs !== null ? null : row.body;
    put(db, id, standard, nowMs);
    refreshCompleteness(db, id);
    return { id, before };
  });
}

/**
 * Takes over own fields that papers of a library file speak of and nobody here knows: hidden in the standard they come
 * from, or in the general one where there is no such standard here, so that they have their names and can be asked for.
 */
export function adoptOwnFields(
  db: WritableDb,
  fields: readonly { readonly standardId: StandardId; readonly field: StandardField }[],
  nowMs: number,
): void {
  const known = new Set<string>(knownOwnFields(db).map(({ key }) => key));
  for (const { standardId, field } of fields) {
    if (!isOwnField(field.key) || known.has(field.key)) continue;
    const standard = standardReader(db)(standardId);
    if (standard.fields.length >= mostFields) continue;
    const hidden = { ...field, asked: false, required: false };
    put(db, standard.id, { ...standard, fields: [...standard.fields, hidden] }, nowMs);
    known.add(field.key);
  }
}

/** Takes an import back: what came goes, what was replaced stands again. */
export function undoStandards(
  db: WritableDb,
  taken: ReturnType<typeof importStandards>,
  nowMs: number,
): void {
  for (const { id, before } of taken) {
    if (before === null && !isShippedStandard(id)) deleteStandard(db, id, nowMs);
    else {
      put(db, id, before, nowMs);
      refreshCompleteness(db, id);
    }
  }
}
