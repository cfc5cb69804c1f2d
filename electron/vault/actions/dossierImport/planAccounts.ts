import { type Account, type AccountDraft, hasYearFigures } from '../../../../shared/domain/account.ts';
import type { DossierImportPlan } from '../../../../shared/domain/dossierImport.ts';
import type { AccountRow, ToldAccount } from '../../exchange/accountRows.ts';
import type { LeftField, LeftRow } from '../../exchange/dossierRow.ts';
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

/**
 * Whether a file tells a client's money in another currency than sums that stand in its dossier and would stay there:
 * then its own money and currency stay as they are, since a sum beside another's currency would be another sum.
 */
function isOtherMoney({ currency, profile }: AccountDraft, told: ToldAccount, overwrite: boolean): boolean {
  if (told.currency === null || told.currency === currency) return false;
  const replaces = overwrite && told.profile.annualRevenueMinor !== undefined;
  return hasYearFigures(profile) || (profile.annualRevenueMinor !== null && !replaces);
}

/** The client's own money as a file tells it: the currency comes along with the sum that is told in it. */
function toldMoney(
  known: AccountDraft,
  told: ToldAccount,
  overwrite: boolean,
): Partial<Pick<AccountDraft, 'currency'>> & { readonly profile: ToldAccount['profile'] } {
  const { annualRevenueMinor, ...profile } = told.profile;
  if (isOtherMoney(known, told, overwrite)) return { profile };
  const takesCurrency =
    overwrite || (annualRevenueMinor !== undefined && known.profile.annualRevenueMinor === null);
  return {
    ...(told.currency !== null && takesCurrency ? { currency: told.currency } : {}),
    profile: told.profile,
  };
}

/** A client with what a file tells of it. */
export function withTold<Known extends AccountDraft>(
  known: Known,
  told: ToldAccount,
  inn: string,
  overwrite: boolean,
): Known {
  const { profile, ...money } = toldMoney(known, told, overwrite);
  return {
    ...laidOver<AccountDraft>(known, told.plain, overwrite),
    ...money,
    profile: laidOver(known.profile, profile, overwrite),
    details: laidOver(known.details, told.details, overwrite),
    // The ИНН is what a client is known by: it is filled in, never replaced.
    requisites: laidOver(laidOver(known.requisites, told.requisites, overwrite), { inn }, false),
    // Everything else of `known` stays as it is.
  } as Known;
}

/** A revenue that would be taken, were it not told in another currency than the client's other sums. */
function leftMoney(known: Account, told: ToldAccount, { overwrite }: DossierImportPlan): LeftField | null {
  const isWanted =
    told.profile.annualRevenueMinor !== undefined && (overwrite || known.profile.annualRevenueMinor === null);
  if (!isWanted || !isOtherMoney(known, told, overwrite)) return null;
  return { reason: 'otherCurrency', field: 'annualRevenue', value: told.currency ?? '' };
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
    steps.push(
      takenStep(row.row, name, isSame ? 'same' : 'changed', write, left ?? leftMoney(known, told, plan)),
    );
  }
  return steps;
}
