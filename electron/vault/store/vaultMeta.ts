import { z } from 'zod';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { storeFailure } from './storeFailure.ts';

/**
 * What the file says of itself. `rev` counts saves: it orders copies and backups, since clocks may jump.
 */
const VaultMeta = z.object({ vault_id: z.uuid(), rev: z.int(), saved_at_ms: z.int() });

/** Makes the table of a new vault, before the first migration. */
export function createVaultMeta(db: WritableDb, vaultId: string, nowMs: number): void {
  db.exec(/* sql */ `
    CREATE TABLE vault_meta (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      vault_id TEXT NOT NULL,
      rev INTEGER NOT NULL CHECK (rev >= 0),
      saved_at_ms INTEGER NOT NULL
    ) STRICT`);
  db.prepare(/* sql */ `
    INSERT INTO vault_meta (id, vault_id, rev, saved_at_ms) VALUES (1, :vaultId, 0, :nowMs)`).run({
    vaultId,
    nowMs,
  });
}

/** Throws vaultForeign when the file is not a vault of ours. */
export function readVaultMeta(db: ReadableDb): {
  readonly vaultId: string;
  readonly rev: number;
  readonly savedAtMs: number;
} {
  let row: unknown;
  try {
    row = db.prepare(/* sql */ `SELECT vault_id, rev, saved_at_ms FROM vault_meta WHERE id = 1`).get();
  } catch (error) {
    const named = storeFailure(error);
    throw named instanceof AppError ? named : new AppError('vaultForeign', 'no vault_meta');
  }
  const parsed = VaultMeta.safeParse(row);
  if (!parsed.success) throw new AppError('vaultForeign', 'vault_meta does not read');
  return { vaultId: parsed.data.vault_id, rev: parsed.data.rev, savedAtMs: parsed.data.saved_at_ms };
}

const Advanced = VaultMeta.pick({ rev: true });

/** Counts one more save and answers its number; called inside the save's own transaction. */
export function advanceRev(db: WritableDb, nowMs: number): number {
  const row = db
    .prepare(/* sql */ `UPDATE vault_meta SET rev = rev + 1, saved_at_ms = :nowMs WHERE id = 1 RETURNING rev`)
    .get({ nowMs });
  return Advanced.parse(row).rev;
}
