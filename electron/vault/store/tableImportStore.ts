import { z } from 'zod';
import { AccountDraft } from '../../../shared/domain/account.ts';
import { DeliveryDraft } from '../../../shared/domain/delivery.ts';
import { DossierImportEntry, type ImportKind } from '../../../shared/domain/dossierImport.ts';
import { AccountId, DeliveryId, PersonId } from '../../../shared/domain/ids.ts';
import { PersonDraft } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { deleteAccount, saveAccount } from './accountStore.ts';
import { refreshSummary } from './accountSummary.ts';
import { updateDelivery } from './deliveryStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { deletePerson, savePerson } from './personStore.ts';

/** What an import did to one row; `before` null = it added the row. */
export type TableImportChange = {
  readonly entity: 'account' | 'person' | 'delivery';
  readonly id: string;
  readonly before: AccountDraft | PersonDraft | DeliveryDraft | null;
  readonly revision: number;
};

const entryColumns = 'id, kind, importedAtMs, fileName, added, changed, clientsMade, undoneAtMs';
/** Enough to look back on: older imports are long since part of the vault. */
const listedImports = 50;

/** The imports that were made, the newest first. */
export function listTableImports(db: ReadableDb): DossierImportEntry[] {
  return db
    .prepare(/* sql */ `SELECT ${entryColumns} FROM table_imports ORDER BY id DESC LIMIT :most`)
    .all({ most: listedImports })
    .map((row) => DossierImportEntry.parse(row));
}

const entityOf = { deliveries: 'delivery', accounts: 'account', people: 'person' } as const;

/** Begins an import, so that what it writes can name it. Answers its id. */
export function beginTableImport(
  db: WritableDb,
  told: { readonly kind: ImportKind; readonly fileName: string },
  nowMs: number,
): number {
  const row = db
    .prepare(/* sql */ `
      INSERT INTO table_imports (kind, importedAtMs, fileName, added, changed, clientsMade)
      VALUES (:kind, :nowMs, :fileName, 0, 0, 0) RETURNING id`)
    .get({ ...told, nowMs });
  return z.object({ id: z.int() }).parse(row).id;
}

/**
 * Writes down what an import did and how every row stood before it. `deliveriesAdded` name their import themselves.
 * Answers whether it did anything; one that did nothing is forgotten.
 */
export function endTableImport(
  db: WritableDb,
  importId: number,
  kind: ImportKind,
  changes: readonly TableImportChange[],
  deliveriesAdded: number,
): boolean {
  if (changes.length === 0 && deliveriesAdded === 0) {
    db.prepare(/* sql */ `DELETE FROM table_imports WHERE id = :importId`).run({ importId });
    return false;
  }
  const own = changes.filter(({ entity }) => entity === entityOf[kind]);
  const added = own.filter(({ before }) => before === null).length;
  db.prepare(/* sql */ `
    UPDATE table_imports SET added = :added, changed = :changed, clientsMade = :clientsMade WHERE id = :importId`).run(
    {
      importId,
      added: added + deliveriesAdded,
      changed: own.length - added,
      clientsMade: changes.length - own.length,
    },
  );
  const keep = db.prepare(/* sql */ `
    INSERT INTO table_import_changes (importId, entity, entityId, before, revision)
    VALUES (:importId, :entity, :entityId, :before, :revision)`);
  for (const { entity, id, before, revision } of changes)
    keep.run({
      importId,
      entity,
      entityId: id,
      before: before === null ? null : JSON.stringify(before),
      revision,
    });
  return true;
}

const Undone = z.object({
  entityId: z.string(),
  before: z.string().nullable(),
  revision: z.int(),
  now: z.int(),
});
const tables = { account: 'accounts', person: 'people', delivery: 'deliveries' } as const;

/** Rows of an import that still live. */
function changesOf(db: ReadableDb, importId: number, entity: keyof typeof tables) {
  return db
    .prepare(/* sql */ `
      SELECT c.entityId, c.before, c.revision, e.revision AS now
      FROM table_import_changes c JOIN ${tables[entity]} e ON e.id = c.entityId
      WHERE c.importId = :importId AND c.entity = :entity AND e.deletedAtMs IS NULL`)
    .all({ importId, entity })
    .map((row) => Undone.parse(row));
}

const OwnedTable = z.object({ name: z.string() });

/** Tables whose rows belong to a client and can be brought back, as the schema tells them: a new one counts by itself. */
function ownedTables(db: ReadableDb): string[] {
  return db
    .prepare(/* sql */ `
      SELECT t.name FROM sqlite_master t
      WHERE t.type = 'table' AND (
        SELECT count(*) FROM pragma_table_xinfo(t.name) WHERE name IN ('accountId', 'deletedAtMs')) = 2`)
    .all()
    .map((row) => OwnedTable.parse(row).name);
}

/** Whether anything of a client lives: then the client stays, whoever brought it in. */
function hasBelongings(db: ReadableDb, owned: readonly string[], accountId: string): boolean {
  const lives = (table: string, owner: string): boolean =>
    db
      .prepare(/* sql */ `
        SELECT 1 FROM "${table}" WHERE "${owner}" = :accountId AND deletedAtMs IS NULL LIMIT 1`)
      .get({ accountId }) !== undefined;
  return owned.some((table) => lives(table, 'accountId')) || lives('accounts', 'parentAccountId');
}

type Taken = { restored: number; kept: number };

const Count = z.object({ count: z.int() });

function undoDeliveries(db: WritableDb, importId: number, nowMs: number): Taken {
  const touched = z.array(z.object({ accountId: z.string() })).parse(
    db
      .prepare(/* sql */ `
        SELECT accountId FROM deliveries WHERE importId = :importId
        UNION SELECT accountId FROM deliveries WHERE id IN
          (SELECT entityId FROM table_import_changes WHERE importId = :importId AND entity = 'delivery')`)
      .all({ importId }),
  );
  const { changes: removed } = db
    .prepare(/* sql */ `
      UPDATE deliveries SET deletedAtMs = :nowMs
      WHERE importId = :importId AND revision = 1 AND deletedAtMs IS NULL`)
    .run({ importId, nowMs });
  const { count: left } = Count.parse(
    db
      .prepare(/* sql */ `
        SELECT count(*) AS count FROM deliveries WHERE importId = :importId AND deletedAtMs IS NULL`)
      .get({ importId }),
  );
  const rows = changesOf(db, importId, 'delivery');
  const untouched = rows.filter(({ revision, now }) => revision === now);
  for (const { entityId, before } of untouched)
    if (before !== null)
      updateDelivery(db, DeliveryId.parse(entityId), DeliveryDraft.parse(JSON.parse(before)));
  for (const { accountId } of touched) refreshSummary(db, accountId);
  return { restored: removed + untouched.length, kept: left + rows.length - untouched.length };
}

function undoPeople(db: WritableDb, importId: number, nowMs: number): Taken {
  const rows = changesOf(db, importId, 'person');
  const untouched = rows.filter(({ revision, now }) => revision === now);
  for (const { entityId, before, now } of untouched) {
    const id = PersonId.parse(entityId);
    if (before === null) deletePerson(db, id, nowMs);
    else savePerson(db, id, now, PersonDraft.parse(JSON.parse(before)), nowMs);
  }
  return { restored: untouched.length, kept: rows.length - untouched.length };
}

function undoAccounts(db: WritableDb, importId: number, nowMs: number): Taken {
  const rows = changesOf(db, importId, 'account');
  const owned = ownedTables(db);
  let restored = 0;
  for (const { entityId, before, revision, now } of rows) {
    if (revision !== now) continue;
    const id = AccountId.parse(entityId);
    if (before !== null) saveAccount(db, id, now, AccountDraft.parse(JSON.parse(before)), nowMs);
    else if (hasBelongings(db, owned, id)) continue;
    else deleteAccount(db, id, nowMs);
    restored += 1;
  }
  return { restored, kept: rows.length - restored };
}

/**
 * Takes a whole import back: what it added goes, what it changed stands as before. Rows that were changed since, and
 * new clients that got something else meanwhile, stay and are counted as `kept`. Throws notFound when there is no such
 * import or it was taken back already.
 */
export function undoTableImport(db: WritableDb, id: number, nowMs: number): Taken {
  const { changes: marked } = db
    .prepare(/* sql */ `UPDATE table_imports SET undoneAtMs = :nowMs WHERE id = :id AND undoneAtMs IS NULL`)
    .run({ id, nowMs });
  if (marked === 0) throw new AppError('notFound', 'no such import');
  // Clients last: they go only when what came with them has gone.
  const taken = [undoDeliveries, undoPeople, undoAccounts].map((undo) => undo(db, id, nowMs));
  return {
    restored: taken.reduce((sum, { restored }) => sum + restored, 0),
    kept: taken.reduce((sum, { kept }) => sum + kept, 0),
  };
}
