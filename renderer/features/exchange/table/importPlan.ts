import {
  type DossierImportField,
  type DossierImportPlan,
  type ImportKind,
  importFields,
  saysWithVat,
} from '../../../../shared/domain/dossierImport.ts';
import type { OwnFieldKey } from '../../../../shared/domain/detailFields.ts';
import { isOwnField } from '../../../../shared/domain/dossierStandard.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import type { OutputOf } from '../../../../shared/ipc/contract.ts';

export type OpenDossierTable = OutputOf<'imports.openText'>;

/** Every field of a kind with its column; the rest of what was remembered belongs to other kinds. */
export function mappingOf(table: OpenDossierTable): DossierImportPlan['mapping'] {
  const fields: readonly string[] = importFields[table.kind];
  const own = Object.keys(table.mapping).filter((field) => table.kind === 'accounts' && isOwnField(field));
  return Object.fromEntries([...fields, ...own].map((field) => [field, table.mapping[field] ?? null]));
}

/** The VAT that the title of the column of revenue tells. */
function vatOf(table: OpenDossierTable, mapping: DossierImportPlan['mapping']): DossierImportPlan['vat'] {
  return saysWithVat(table.titles[mapping['revenue'] ?? -1] ?? '') ? 'ofDay' : 0;
}

/** A plan with another column for a field; another column of revenue tells its VAT anew. */
export function withColumn(
  table: OpenDossierTable,
  plan: DossierImportPlan,
  field: DossierImportField,
  column: number | null,
): Pick<DossierImportPlan, 'mapping' | 'vat'> {
  const mapping = { ...plan.mapping, [field]: column };
  return { mapping, vat: field === 'revenue' ? vatOf(table, mapping) : plan.vat };
}

/** What is first proposed for a table. */
export function firstPlan(table: OpenDossierTable, accountId: AccountId | null): DossierImportPlan {
  const mapping = mappingOf(table);
  return {
    importId: table.importId,
    sheet: table.sheet,
    kind: table.kind,
    mapping,
    accountId: table.kind === 'accounts' ? null : accountId,
    // An address book holds many companies that are no clients; a sale has made one.
    missingClients: table.kind === 'people' ? 'leave' : 'create',
    decisions: {},
    groups: {},
    currency: table.currency,
    vat: vatOf(table, mapping),
    dayOrder: 'auto',
    overwrite: false,
  };
}

/** Which columns a plan still lacks; null = none. */
export function lackOf(plan: DossierImportPlan): ImportKind | 'client' | null {
  const has = (field: DossierImportField): boolean => (plan.mapping[field] ?? null) !== null;
  const namesClient = plan.accountId !== null || has('client') || has('inn');
  switch (plan.kind) {
    case 'deliveries': {
      // In a report of 1С the day stands in the name of the document, and that in the client's column.
      const isDated = has('date') || has('document') || has('client');
      if (!has('revenue') || !isDated) return 'deliveries';
      return namesClient || has('document') ? null : 'client';
    }
    case 'accounts':
      return has('name') || has('fullName') ? null : 'accounts';
    case 'people':
      if (!has('lastName') && !has('fullName')) return 'people';
      return namesClient ? null : 'client';
  }
}

/** A field that the program itself names. */
type NamedField = Exclude<DossierImportField, OwnFieldKey>;

/** The word for a field: a person's whole name is no company's. */
export const fieldWord = (kind: ImportKind, field: NamedField): NamedField | 'personName' =>
  kind === 'people' && field === 'fullName' ? 'personName' : field;
