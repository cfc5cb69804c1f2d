import { type Account, type AccountDraft, hasYearFigures } from '../../../../shared/domain/account.ts';
import type { AccountDetails } from '../../../../shared/domain/detailFields.ts';
import type { DossierImportPlan } from '../../../../shared/domain/dossierImport.ts';
import { type DetailsOfClient, fieldRead, fieldWritten } from '../../../../shared/domain/ownColumn.ts';
import type { AccountRow, ToldAccount, ToldOwn } from '../../exchange/accountRows.ts';
import type { LeftField, LeftRow } from '../../exchange/dossierRow.ts';
import { readAccount } from '../../store/accountStore.ts';
import type { ReadableDb } from '../../store/openDatabase.ts';
import { standardReader } from '../../store/standardReader.ts';
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

/**
 * What a client is told of its own fields, each in the field of its own standard (`details`), and the first cell that
 * cannot stand there. Without `overwrite` a column that says something already is left as it is.
 */
function detailsTold(
  own: readonly ToldOwn[],
  client: DetailsOfClient,
  overwrite: boolean,
): { readonly details: AccountDetails; readonly left: LeftField | null } {
  const details: AccountDetails = {};
  let left: LeftField | null = null;
  for (const { column, says } of own) {
    const { key } = fieldWritten(column, client);
    const said = says.get(key);
    if (said === undefined) continue;
    if ('left' in said) {
      left ??= said.left;
      continue;
    }
    const stands = client.details[fieldRead(column, client).key] ?? '';
    // What the column says already is not written a second time where it stands in the field of another standard.
    if (said.text !== '' && said.text !== stands && (overwrite || stands === '')) details[key] = said.text;
  }
  return { details, left };
}

/** Row by row, what an import of clients would do. Yields how many rows are done. */
export function* planAccounts(
  db: ReadableDb,
  rows: readonly (AccountRow | LeftRow)[],
  clients: MatchedClients,
  plan: DossierImportPlan,
): Generator<number, ImportStep[]> {
  const steps: ImportStep[] = [];
  const standardOf = standardReader(db);
  const firstRows = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    if (at % 200 === 199) yield at;
    if (row.kind !== 'account') {
      steps.push(leftStep(row));
      continue;
    }
    const { client } = row;
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
    const known = fate.fate === 'known' ? readAccount(db, fate.id) : null;
    // A client that an import makes is kept by the general standard.
    const { id: standardId } = standardOf(known?.variant ?? 'general');
    const own = detailsTold(row.own, { standardId, details: known?.details ?? {} }, plan.overwrite);
    const told = { ...row.told, details: own.details };
    const left = row.left ?? own.left;
    if (known === null) {
      const write = { does: 'addAccount', named: client, key: clientKey(client), told } as const;
      steps.push(takenStep(row.row, name, 'new', write, left));
      continue;
    }
    const isSame = sameAccount(withTold(known, told, client.inn, plan.overwrite), known);
    const write = isSame
      ? null
      : ({
          does: 'changeAccount',
          id: known.id,
          told: { ...told, requisites: { ...told.requisites, inn: client.inn } },
        } as const);
    steps.push(
      takenStep(row.row, name, isSame ? 'same' : 'changed', write, left ?? leftMoney(known, told, plan)),
    );
  }
  return steps;
}
