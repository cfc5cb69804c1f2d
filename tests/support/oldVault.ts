import { vaultContents } from '../../electron/vault/contents.ts';
import { migrations } from '../../electron/vault/store/migrations/index.ts';
import type { WritableDb } from '../../electron/vault/store/openDatabase.ts';
import { accountDraft } from './drafts.ts';
import { openTestVault, type TestVault } from './testVault.ts';

/** A vault as it stood before a migration. Nothing of today's program touches it: it knows columns that are not there yet. */
export async function openOldVault(before: string): Promise<TestVault> {
  const at = migrations.findIndex(({ name }) => name === before);
  return openTestVault({
    migrations: migrations.slice(0, at),
    contents: { ...vaultContents, needsPreparing: () => false, settle: () => false },
  });
}

/** Adds a client in the columns of the first schema, which every vault has; later ones take their defaults. */
export function insertOldAccount(
  db: WritableDb,
  {
    id,
    name,
    variant = 'general',
    annualRevenueMinor = null,
  }: {
    readonly id: string;
    readonly name: string;
    readonly variant?: string;
    readonly annualRevenueMinor?: number | null;
  },
): void {
  const { criteria, threeP, requisites, profile } = accountDraft();
  const { finances: _, ...profileThen } = profile;
  db.prepare(/* sql */ `
    INSERT INTO accounts (id, revision, createdAtMs, savedAtMs, name, legalForm, industry, city, variant, types,
      typeReason, criteria, threeP, relationNow, relationProspect, nextStep, requisites, profile)
    VALUES (:id, 1, 1, 1, :name, '', '', '', :variant, '[]', '', :criteria, :threeP, '', '', '', :requisites,
      :profile)`).run({
    id,
    name,
    variant,
    criteria: JSON.stringify(criteria),
    threeP: JSON.stringify(threeP),
    requisites: JSON.stringify(requisites),
    profile: JSON.stringify({ ...profileThen, annualRevenueMinor }),
  });
}
