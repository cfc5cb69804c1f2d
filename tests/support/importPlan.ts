import type { DossierImportPlan } from '../../shared/domain/dossierImport.ts';
import type { OutputOf } from '../../shared/ipc/contract.ts';

/** The plan that the window first proposes for a table, but that clients who are missing are always made. */
export function importPlan(
  table: OutputOf<'imports.openText'>,
  more: Partial<DossierImportPlan> = {},
): DossierImportPlan {
  return {
    importId: table.importId,
    sheet: table.sheet,
    kind: table.kind,
    mapping: table.mapping,
    accountId: null,
    missingClients: 'create',
    decisions: {},
    groups: {},
    currency: 'RUB',
    vat: 0,
    dayOrder: 'auto',
    overwrite: false,
    ...more,
  };
}
