import type { OwnFieldKey } from '../../shared/domain/detailFields.ts';
import type { DossierStandard, StandardField, StandardRow } from '../../shared/domain/dossierStandard.ts';
import type { TestVault } from './testVault.ts';

let made = 0;

/** An own field of a department that nobody has yet, with its key. */
export function ownField(
  label: string,
  overrides: Partial<StandardField> = {},
): { readonly key: OwnFieldKey; readonly field: StandardField } {
  made += 1;
  const key: OwnFieldKey = `own-00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  const field: StandardField = {
    key,
    label,
    question: '',
    kind: 'short',
    group: 'special',
    options: [],
    asked: true,
    required: false,
    weight: 1,
    staleMonths: null,
    ...overrides,
  };
  return { key, field };
}

/** A standard of a vault with the revision that a save of it is based on. Throws where it is not there. */
export async function standardRow(
  vault: Pick<TestVault, 'call'>,
  id: DossierStandard['id'],
): Promise<StandardRow & { readonly revision: number }> {
  const row = (await vault.call('standards.list', {})).standards.find(({ standard }) => standard.id === id);
  if (row === undefined) throw new Error(`no standard ${id}`);
  return row;
}

/** Lets a standard ask for these fields too. */
export async function askOwnFields(
  vault: Pick<TestVault, 'call'>,
  id: DossierStandard['id'],
  ...fields: readonly StandardField[]
): Promise<void> {
  const { standard, revision } = await standardRow(vault, id);
  const asked = { ...standard, fields: [...standard.fields, ...fields] };
  await vault.call('standards.save', { standard: asked, baseRevision: revision });
}
