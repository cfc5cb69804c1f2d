import { z } from 'zod';
import { StandardId } from '../../../shared/domain/account.ts';
import type { OwnFieldKey } from '../../../shared/domain/detailFields.ts';
import { DossierStandard, isOwnField, type StandardField } from '../../../shared/domain/dossierStandard.ts';
import { shippedStandards } from '../../../shared/domain/shippedStandards.ts';
import type { OwnField } from '../../../shared/domain/ownField.ts';
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

const shippedOrder: readonly StandardId[] = Object.values(shippedStandards).map(({ id }) => id);

/** The program's own in their order, then ours by name. */
function inOrder(stored: readonly StoredStandard[]): StoredStandard[] {
  const place = ({ id }: StoredStandard): number => {
    const at = shippedOrder.indexOf(id);
    return at < 0 ? shippedOrder.length : at;
  };
  const name = ({ body }: StoredStandard): string => body?.name ?? '';
  return stored.toSorted((one, other) => place(one) - place(other) || name(one).localeCompare(name(other)));
}

/**
 * The department's own fields of all standards, each once: those of the program's standards first, former ones last.
 * A field of several standards has the name it has where it is asked.
 */
export function listOwnFields(db: ReadableDb): OwnField[] {
  const found = new Map<OwnFieldKey, OwnField>();
  for (const { id, body, deletedAtMs } of inOrder(storedStandards(db)))
    for (const { key, label, kind, options, asked } of body?.fields ?? []) {
      if (!isOwnField(key)) continue;
      const isAsked = asked && deletedAtMs === null;
      const known = found.get(key);
      const askedBy = [...(known?.askedBy ?? []), ...(isAsked ? [{ id, name: body?.name ?? '' }] : [])];
      const named =
        known !== undefined && (known.askedBy.length > 0 || !isAsked) ? known : { label, kind, options };
      found.set(key, { key, label: named.label, kind: named.kind, options: named.options, askedBy });
    }
  return [...found.values()].toSorted(
    (one, other) => Number(one.askedBy.length === 0) - Number(other.askedBy.length === 0),
  );
}

/** The department's own fields of all standards, deleted ones too: what a dossier holds keeps its name. */
export function knownOwnFields(db: ReadableDb): StandardField[] {
  return storedStandards(db).flatMap(({ body }) => body?.fields.filter(({ key }) => isOwnField(key)) ?? []);
}
