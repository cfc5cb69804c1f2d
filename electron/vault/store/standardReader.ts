import { z } from 'zod';
import { StandardId } from '../../../shared/domain/account.ts';
import { DossierStandard, isOwnField, type StandardField } from '../../../shared/domain/dossierStandard.ts';
import { shippedStandards } from '../../../shared/domain/shippedStandards.ts';
import type { ReadableDb } from './openDatabase.ts';
import { fromRow } from './rows.ts';

const StoredStandard = z.object({
  id: StandardId,
  revision: z.int(),
  deletedAtMs: z.int().nullable(),
  body: DossierStandard.nullable(),
});
export type StoredStandard = z.infer<typeof StoredStandard>;

/** The standards of the vault as they are stored, deleted ones too. */
export function storedStandards(db: ReadableDb): StoredStandard[] {
  return db
    .prepare(/* sql */ `SELECT id, revision, deletedAtMs, body FROM dossier_standards`)
    .all()
    .map((row) => StoredStandard.parse(fromRow(row, ['body'])));
}

/** Answers the standard of an id; one that was deleted gives way to the general one. Read once for many dossiers. */
export function standardReader(db: ReadableDb): (id: StandardId) => DossierStandard {
  const known = new Map<StandardId, DossierStandard>(
    Object.values(shippedStandards).map((standard) => [standard.id, standard]),
  );
  for (const { id, body, deletedAtMs } of storedStandards(db))
    if (body !== null && deletedAtMs === null) known.set(id, body);
  return (id) => known.get(id) ?? known.get('general') ?? shippedStandards.general;
}

/** The department's own fields of all standards, deleted ones too: what a dossier holds keeps its name. */
export function knownOwnFields(db: ReadableDb): StandardField[] {
  return storedStandards(db).flatMap(({ body }) => body?.fields.filter(({ key }) => isOwnField(key)) ?? []);
}
