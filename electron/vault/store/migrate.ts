import { AppError } from '../../../shared/ipc/reply.ts';
import type { VaultDb, WritableDb } from './openDatabase.ts';

/** One step of the schema, forward only. `version` counts from 1 without gaps; `up` imports nothing of today's code. */
export type Migration = {
  readonly version: number;
  readonly name: string;
  up(db: WritableDb): void;
};

/** The schema version of the file: how many migrations it has seen. */
export function schemaVersionOf(db: VaultDb): number {
  return Number(db.pragma('user_version'));
}

/** The version that a file has after all steps; 0 where there are none. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** Throws vaultNewer when the file was written by a later program; the file is left as it is. */
export function refuseNewer(db: VaultDb, migrations: readonly Migration[]): void {
  if (schemaVersionOf(db) > latestVersion(migrations))
    throw new AppError('vaultNewer', 'schema of a later program');
}

/**
 * Brings the schema up to date: all pending steps and the version in one transaction, so the file is wholly old or
 * wholly new. `keepCopy` runs first when there is something to lose.
 */
export function migrate(db: VaultDb, migrations: readonly Migration[], keepCopy: () => void): void {
  refuseNewer(db, migrations);
  const from = schemaVersionOf(db);
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  if (from > 0) keepCopy();
  db.transaction(() => {
    let version = from;
    for (const migration of pending) {
      if (migration.version !== version + 1) throw new Error(`Migration ${migration.name} is out of order`);
      migration.up(db);
      version = migration.version;
    }
    db.setUserVersion(version);
  });
}
