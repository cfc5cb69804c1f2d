import type { AccountDraft } from '../../../shared/domain/account.ts';
import { AccountType } from '../../../shared/domain/account.ts';
import type {
  AccountField,
  DossierImportPlan,
  DossierRowReason,
} from '../../../shared/domain/dossierImport.ts';
import { exportWords } from '../../../shared/document/exportWords.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { Requisites } from '../../../shared/domain/requisites.ts';
import { splitCompanyName } from '../../../shared/domain/splitCompanyName.ts';
import type { AccountDetails, OwnFieldKey } from '../../../shared/domain/detailFields.ts';
import type { OwnColumn } from '../../../shared/domain/ownColumn.ts';
import { BadCell } from './badCell.ts';
import {
  type BadDossierCell,
  createRowReader,
  firstText,
  innOf,
  type LeftField,
  type LeftRow,
  type NamedClient,
  type RowReader,
  sumsUp,
} from './dossierRow.ts';
import { readOwnField } from './ownFieldCell.ts';
import { readCurrency } from './readCurrency.ts';
import { cellText, type TableRow } from './tableFile.ts';

/** What a row tells of a client; only what it tells is there. */
export type ToldAccount = {
  readonly plain: Partial<Pick<AccountDraft, 'legalForm' | 'industry' | 'city' | 'types'>>;
  readonly profile: Partial<
    Pick<AccountDraft['profile'], 'employees' | 'foundedYear' | 'annualRevenueMinor' | 'description'>
  >;
  /** What the revenue is told in; null = the row does not say. */
  readonly currency: Currency | null;
  readonly requisites: Partial<Requisites>;
  readonly details: AccountDetails;
};

/** What a cell says in each field of its column, as the dossier keeps it, or why it cannot stand there. */
export type ToldOwn = {
  readonly column: OwnColumn;
  readonly says: ReadonlyMap<OwnFieldKey, SaidOwn>;
};
type SaidOwn = { readonly text: string } | { readonly left: LeftField };

export type AccountRow = {
  readonly kind: 'account';
  readonly row: number;
  readonly client: NamedClient;
  readonly told: Omit<ToldAccount, 'details'>;
  readonly own: readonly ToldOwn[];
  readonly left: LeftField | null;
};

const codes = ['kpp', 'ogrn', 'okpo', 'bic', 'settlementAccount', 'correspondentAccount'] as const;
const lines = [
  'fullName',
  'okved',
  'legalAddress',
  'postalAddress',
  'bankName',
  'headName',
  'headPosition',
  'headBasis',
  'phone',
  'email',
  'site',
] as const;

const lengthOf = (field: (typeof lines)[number]): number => Requisites.shape[field].maxLength ?? 400;

const typeWords: readonly (readonly [string, AccountType])[] = AccountType.options.flatMap((type) => [
  [exportWords.ru.accountType[type].toLowerCase(), type] as const,
  [exportWords.en.accountType[type].toLowerCase(), type] as const,
]);

function typesOf(text: string): AccountType[] {
  const words = text
    .toLowerCase()
    .split(/[,;/]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.map((word) => {
    const known = typeWords.find(([name]) => name === word);
    if (known === undefined) throw new BadCell<DossierRowReason, AccountField>('badType', 'types');
    return known[1];
  });
}

/** A count such as 120, «120 чел.», «50–250»: of a span its lower end. */
function countOf(row: TableRow, field: 'employees' | 'foundedYear', reader: RowReader): number | null {
  const cell = reader.cell(row, field);
  const text = cellText(cell);
  if (text === '') return null;
  const digits =
    typeof cell === 'number'
      ? Math.round(cell)
      : Number(/\d[\d\s\u00A0]*/.exec(text)?.[0].replaceAll(/\D/g, '') ?? Number.NaN);
  const [least, most] = field === 'employees' ? [0, 10_000_000] : [1500, 2200];
  if (!(digits >= least && digits <= most))
    throw new BadCell<DossierRowReason, AccountField>('badNumber', field);
  return digits;
}

function currencyOf(row: TableRow, reader: RowReader): Currency | null {
  const cell = reader.cell(row, 'clientCurrency');
  if (cellText(cell) === '') return null;
  const currency = readCurrency(cell);
  if (currency === null) throw new BadCell<DossierRowReason, AccountField>('badCurrency', 'clientCurrency');
  return currency;
}

/** The field of a cell that cannot be read. Throws on whatever is no bad cell. */
function leftCell(error: unknown, row: TableRow, field: AccountField, reader: RowReader): LeftField {
  if (!(error instanceof BadCell)) throw error;
  // Only cells of clients are thrown here.
  const { reason } = error as BadDossierCell;
  return { reason, field, value: reader.text(row, field).slice(0, 200) };
}

/** Fields of one column differ in nothing but the options of a choice. */
function ownBy(row: TableRow, reader: RowReader, column: OwnColumn): ToldOwn {
  const says = column.fields.map((field): readonly [OwnFieldKey, SaidOwn] => {
    try {
      return [field.key, { text: readOwnField(row, field, column.key, reader) }];
    } catch (error) {
      return [field.key, { left: leftCell(error, row, column.key, reader) }];
    }
  });
  return { column, says: new Map(says) };
}

function toldBy(
  row: TableRow,
  reader: RowReader,
  columns: readonly OwnColumn[],
): Pick<AccountRow, 'told' | 'own' | 'left'> {
  let left: LeftField | null = null;
  /** A cell that cannot be read costs its field, not the client. */
  const trying = <Value>(field: AccountField, read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      const found = leftCell(error, row, field, reader);
      left ??= found;
      return undefined;
    }
  };
  const requisites: Partial<Record<keyof Requisites, string>> = {};
  for (const field of codes) {
    const code = reader.text(row, field).replaceAll(/[^\p{L}\p{N}]/gu, '');
    if (code === '') continue;
    if (Requisites.shape[field].safeParse(code).success) requisites[field] = code;
    else left ??= { reason: 'badCode', field, value: code.slice(0, 200) };
  }
  for (const field of lines) {
    const text = reader.text(row, field);
    if (text === '') continue;
    if (text.length <= lengthOf(field)) requisites[field] = text;
    else left ??= { reason: 'tooLong', field, value: text.slice(0, 200) };
  }
  const employees = trying('employees', () => countOf(row, 'employees', reader));
  const foundedYear = trying('foundedYear', () => countOf(row, 'foundedYear', reader));
  const currency = trying('clientCurrency', () => currencyOf(row, reader));
  // A sum in a currency that nobody can read is no sum.
  const annualRevenueMinor =
    currency === undefined
      ? undefined
      : trying('annualRevenue', () => reader.number(row, 'annualRevenue', 2));
  const types = trying('types', () => typesOf(reader.text(row, 'types')));
  const { legalForm: inName } = splitCompanyName(reader.text(row, 'name'));
  const legalForm = (reader.text(row, 'legalForm') || inName).slice(0, 40);
  const [industry, city] = [reader.text(row, 'industry'), reader.text(row, 'city')];
  const description = reader.text(row, 'description').slice(0, 10_000);
  return {
    told: {
      plain: {
        ...(legalForm === '' ? {} : { legalForm }),
        ...(industry === '' ? {} : { industry: industry.slice(0, 200) }),
        ...(city === '' ? {} : { city: city.slice(0, 200) }),
        ...(types === undefined || types.length === 0 ? {} : { types: [...new Set(types)] }),
      },
      profile: {
        ...(employees === undefined || employees === null ? {} : { employees }),
        ...(foundedYear === undefined || foundedYear === null ? {} : { foundedYear }),
        ...(annualRevenueMinor === undefined || annualRevenueMinor === null ? {} : { annualRevenueMinor }),
        ...(description === '' ? {} : { description }),
      },
      currency: currency ?? null,
      requisites,
    },
    own: columns.map((column) => ownBy(row, reader, column)),
    left,
  };
}

/** The rows of a table of clients, with the columns of the department's own fields that it holds; a row without a name is left out, a cell that cannot be read costs only its field. */
export function readAccountRows(
  rows: readonly TableRow[],
  plan: DossierImportPlan,
  ownOfAll: readonly OwnColumn[],
): (AccountRow | LeftRow)[] {
  const reader = createRowReader(rows, plan);
  const columns = ownOfAll.filter(({ key }) => reader.has(key));
  return rows.map((row) => {
    if (sumsUp(row)) return { kind: 'total', row: row.number, name: firstText(row) };
    const named = reader.text(row, 'name') || reader.text(row, 'fullName');
    const name = splitCompanyName(named).name.slice(0, 200);
    if (name === '')
      return {
        kind: 'skipped',
        row: row.number,
        name: firstText(row),
        reason: 'noName',
        field: 'name',
        value: '',
      };
    const inn = innOf(reader.text(row, 'inn'));
    const { told, own, left } = toldBy(row, reader, columns);
    const wrongInn = inn === '' && reader.text(row, 'inn') !== '';
    const value = reader.text(row, 'inn').slice(0, 200);
    return {
      kind: 'account',
      row: row.number,
      client: { name: named.slice(0, 200), inn },
      told,
      own,
      left: wrongInn ? { reason: 'badCode', field: 'inn', value } : left,
    };
  });
}
