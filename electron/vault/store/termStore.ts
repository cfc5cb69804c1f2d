import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { OwnTerm } from '../../../shared/domain/library.ts';
import { OwnTermKey } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const Row = z.object({
  key: z.string(),
  kind: z.string(),
  label: z.string(),
  deletedAtMs: z.int().nullable(),
});

/** The user's own terms by name, deleted ones too. */
export function listTerms(db: ReadableDb): OwnTerm[] {
  return db
    .prepare(/* sql */ `SELECT key, kind, label, deletedAtMs FROM own_terms ORDER BY label, key`)
    .all()
    .map((row) => {
      const { deletedAtMs, ...term } = Row.parse(row);
      return OwnTerm.parse({ ...term, deleted: deletedAtMs !== null });
    });
}

/** Adds a term, or brings back a deleted one of the same name. `key` is given only by an import. */
export function createTerm(
  db: WritableDb,
  { kind, label }: Pick<OwnTerm, 'kind' | 'label'>,
  key: OwnTermKey = OwnTermKey.parse(`own-${randomUUID()}`),
): OwnTermKey {
  const wanted = label.toLowerCase();
  const known = listTerms(db).find((term) => term.kind === kind && term.label.toLowerCase() === wanted);
  if (known !== undefined) {
    restoreTerm(db, known.key);
    return known.key;
  }
  db.prepare(/* sql */ `INSERT INTO own_terms (key, kind, label) VALUES (:key, :kind, :label)`).run({
    key,
    kind,
    label,
  });
  return key;
}

function change(
  db: WritableDb,
  sets: string,
  params: { key: OwnTermKey } & Record<string, string | number>,
): void {
  const { changes } = db.prepare(/* sql */ `UPDATE own_terms SET ${sets} WHERE key = :key`).run(params);
  if (changes === 0) throw new AppError('notFound', 'no such term');
}

/** Throws notFound. */
export function renameTerm(db: WritableDb, key: OwnTermKey, label: string): void {
  change(db, 'label = :label', { key, label });
}

/** Is offered no more; dossiers, blocks and proposals that have it keep it with its name. Throws notFound. */
export function deleteTerm(db: WritableDb, key: OwnTermKey, nowMs: number): void {
  change(db, 'deletedAtMs = coalesce(deletedAtMs, :nowMs)', { key, nowMs });
}

/** Throws notFound. */
export function restoreTerm(db: WritableDb, key: OwnTermKey): void {
  change(db, 'deletedAtMs = NULL', { key });
}
