import type { BlockNode } from '../document/nodes.ts';
import { resolveFields } from '../document/resolveFields.ts';
import { usedFields } from '../document/walk.ts';
import type { Language } from './language.ts';
import type { ProposalContext } from './proposal.ts';
import type { ValidityPeriod } from './validity.ts';

/** Fields that the dossier, the tender or our company must answer; the rest the proposal itself always fills. */
const ofTheVault = /^(account|tender|company)\./;

/** Whether every field of these nodes is known in the vault: an argument printed with a hole argues against us. */
export function fieldsKnown(
  content: readonly BlockNode[],
  paper: {
    readonly context: ProposalContext;
    readonly language: Language;
    readonly validity: ValidityPeriod;
  },
): boolean {
  const root = { type: 'doc' as const, content: [...content] };
  const keys = usedFields(root).filter((key) => ofTheVault.test(key));
  if (keys.length === 0) return true;
  const { context, language, validity } = paper;
  const proposal = {
    number: '',
    edition: 1,
    documentDate: context.today,
    validity,
    language,
    subject: '',
    addresseeId: null,
    fieldOverrides: {},
  };
  const values = resolveFields({ proposal, context, root });
  return keys.every((key) => values[key] !== null);
}
