import type { BlockNode } from '../document/nodes.ts';
import { fieldValue, type MergeFieldKey } from '../document/mergeFields.ts';
import { resolveFields } from '../document/resolveFields.ts';
import { usedFields } from '../document/walk.ts';
import type { Language } from './language.ts';
import type { ProposalContext } from './proposal.ts';
import type { ValidityPeriod } from './validity.ts';

/** Fields that the dossier, the tender or our company must answer; the rest the proposal itself always fills. */
const ofTheVault = /^(account\.|tender\.|company\.|own-)/;

/**
 * Tells whether every field of a block is known in the vault: an argument printed with a hole argues against us. The
 * fields are resolved once for all blocks that are asked about.
 */
export function knownFields(paper: {
  readonly context: ProposalContext;
  readonly language: Language;
  readonly validity: ValidityPeriod;
}): (content: readonly BlockNode[]) => boolean {
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
  const values = resolveFields({ proposal, context, root: { type: 'doc', content: [] } });
  const isKnown = (key: MergeFieldKey): boolean => !ofTheVault.test(key) || fieldValue(values, key) !== null;
  return (content) => usedFields({ content: [...content] }).every(isKnown);
}
