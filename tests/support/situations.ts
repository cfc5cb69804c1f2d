import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findAll, sectionsOf } from '../../shared/document/walk.ts';
import { composeProposal } from '../../shared/domain/composeProposal.ts';
import type { CriterionKey, ReaderRole } from '../../shared/domain/person.ts';
import type { ProposalContext, Reader } from '../../shared/domain/proposal.ts';
import { Block, Template } from '../../shared/domain/template.ts';
import type { TenderReason } from '../../shared/domain/tender.ts';
import { context, day, reader } from './ruleSamples.ts';

const resources = join(import.meta.dirname, '../../resources');
const filesOf = (folder: string): unknown[] =>
  readdirSync(join(resources, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name): unknown => JSON.parse(readFileSync(join(resources, folder, name), 'utf8')));

/** What ships with the program. */
export const shippedTemplates = z.array(Template).parse(filesOf('templates'));
export const shippedBlocks = filesOf('blocks').flatMap((file) => z.array(Block).parse(file));

type Weights = Partial<Record<CriterionKey, number>>;

/** A reader in the words of a situation: role, influence, weights, and what is known of the person. */
export function who(
  role: ReaderRole,
  influence: number,
  weights: Weights,
  known: Partial<Pick<Reader, 'psychotype' | 'attitude'>> = {},
): Reader {
  const number = ['ceo', 'hr', 'finance', 'technical', 'procurement', 'security', 'legal', 'user'].indexOf(
    role,
  );
  return { ...reader(number + 1, role, influence, weights), ...known };
}

export type Situation = {
  readonly template?: string;
  readonly readers: readonly Reader[];
  readonly lost?: readonly TenderReason[];
  readonly rivals?: ProposalContext['rivals'];
  readonly tender?: Weights;
  /** Nothing delivered yet. */
  readonly isNew?: boolean;
  readonly complaints?: number;
};

/** The context that a situation describes. */
export function contextOf(situation: Situation): ProposalContext {
  const usual = context();
  const { tender } = usual;
  return {
    ...usual,
    readers: [...situation.readers],
    rivals: [...(situation.rivals ?? [])],
    pastLosses: (situation.lost ?? []).map((reason, at) => ({
      tenderTitle: `Тендер ${at + 1}`,
      decidedOn: day('2025-06-01'),
      reasons: [reason],
    })),
    tender:
      situation.tender === undefined || tender === null
        ? null
        : {
            ...tender,
            criteria: Object.entries(situation.tender).map(([key, weightPercent = 0]) => ({
              // The keys of a Partial<Record<CriterionKey, …>> are criteria; Object.entries widens them.
              key: key as CriterionKey,
              weightPercent,
            })),
          },
    account: {
      ...usual.account,
      firstDeliveryOn: situation.isNew === true ? null : usual.account.firstDeliveryOn,
      deliveriesCount: situation.isNew === true ? 0 : usual.account.deliveriesCount,
      recentComplaints: situation.complaints ?? 0,
    },
  };
}

/** What the program makes of a situation: sections of roles in their order, each with its arguments, short ids. */
export function composed(situation: Situation): { role: ReaderRole; blocks: string[] }[] {
  const id = situation.template ?? 'industrial-supply-ru';
  const template = shippedTemplates.find((candidate) => candidate.id === id);
  if (template === undefined) throw new Error(`no template ${id}`);
  const root = composeProposal({
    template,
    blocks: shippedBlocks,
    context: contextOf(situation),
    validity: { validFrom: day('2026-11-23'), validUntil: day('2026-12-31') },
  });
  return sectionsOf(root).flatMap((section) =>
    section.attrs.role === null
      ? []
      : [
          {
            role: section.attrs.role,
            blocks: findAll(section, 'argument').map(({ attrs }) => attrs.blockId.replace(/^(ru|en)-/, '')),
          },
        ],
  );
}
