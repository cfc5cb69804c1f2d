import type { Account, AccountDraft } from '../../../../shared/domain/account.ts';
import type { DossierImportPlan } from '../../../../shared/domain/dossierImport.ts';
import type { AccountRow, ToldAccount } from '../../exchange/accountRows.ts';
import type { LeftRow } from '../../exchange/dossierRow.ts';
import { readAccount } from '../../store/accountStore.ts';
import type { ReadableDb } from '../../store/openDatabase.ts';
import { clientKey, type MatchedClients } from './matchClients.ts';
import { clientStep, type ImportStep, leftStep, takenStep } from './steps.ts';

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** `told` over `known`; without `overwrite` only where nothing stands yet. */
function laidOver<Part extends object>(known: Part, told: Partial<Part>, overwrite: boolean): Part {
  const taken = Object.entries(told).filter(
    // The entries of `told` are fields of `known`; Object.entries forgets that.
    ([field, value]) => !isEmpty(value) && (overwrite || isEmpty(known[field as keyof Part])),
  );
  return { ...known, ...Object.fromEntries(taken) };
}

/** A client with what a file tells of it. */
export function withTold<Known extends AccountDraft>(
  known: Known,
  told: ToldAccount,
  inn: string,
  overwrite: boolean,
): Known {
  return {
    ...laidOver<AccountDraft>(known, told.plain, overwrite),
    profile: laidOver(known.profile, told.profile, overwrite),
    details: laidOver(known.details, told.details, overwrite),
    // The ИНН is what a client is known by: it is filled in, never replaced.
    requisites: laidOver(laidOver(known.requisites, told.requisites, overwrite), { inn }, false),
    // Everything else of `known` stays as it is.
  } as Known;
}

const sameAccount = (one: Account, other: Account): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Row by row, what an import of clients would do. Yields how many rows are done. */
export function* planAccounts(
  db: ReadableDb,
  rows: readonly (AccountRow | LeftRow)[],
  clients: MatchedClients,
  plan: DossierImportPlan,
): Generator<number, ImportStep[]> {
  const steps: ImportStep[] = [];
  const firstRows = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    if (at % 200 === 199) yield at;
    if (row.kind !== 'account') {
      steps.push(leftStep(row));
      continue;
    }
    const { client, told, left } = row;
    const { name } = client;
    const fate = clients.fateOf(client);
    if (fate.fate !== 'known' && fate.fate !== 'new') {
      steps.push(clientStep(row.row, name, fate.fate, client));
      continue;
    }
    const identity = fate.fate === 'known' ? fate.id : fate.key;
    const first = firstRows.get(identity);
    if (first !== undefined) {
      const duplicate = { reason: 'duplicate', field: 'name', value: String(first) } as const;
      steps.push(leftStep({ kind: 'skipped', row: row.row, name, ...duplicate }));
      continue;
    }
    firstRows.set(identity, row.row);
    if (fate.fate === 'new') {
      const write = { does: 'addAccount', named: client, key: clientKey(client), told } as const;
      steps.push(takenStep(row.row, name, 'new', write, left));
      continue;
    }
    const known = readAccount(db, fate.id);
    const isSame = sameAccount(withTold(known, told, client.inn, plan.overwrite), known);
    const write = isSame
      ? null
      : ({
          does: 'changeAccount',
          id: fate.id,
          told: { ...told, requisites: { ...told.requisites, inn: client.inn } },
        } as const);
    steps.push(takenStep(row.row, name, isSame ? 'same' : 'changed', write, left));
  }
  return steps;
}
