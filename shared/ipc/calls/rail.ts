import { z } from 'zod';
import { ProposalRow, TenderRow } from '../../domain/accountView.ts';
import { ProposalId, TenderId } from '../../domain/ids.ts';
import { type Contract, nothing } from './shapes.ts';

/** What the rail says of tenders and proposals, without reading their lists. */
export const railCalls = {
  /** Tenders that are still ahead, and all proposals. */
  'rail.counts': {
    input: nothing,
    output: z.object({
      tenders: z.int(),
      proposals: z.int(),
      /** Little is left on the disk of the vault. */
      isDiskShort: z.boolean(),
    }),
  },
  /** Names of some of them; a deleted one has none. */
  'rail.named': {
    input: z.object({ tenderIds: z.array(TenderId).max(50), proposalIds: z.array(ProposalId).max(50) }),
    output: z.object({
      tenders: z.array(TenderRow.pick({ id: true, title: true })),
      proposals: z.array(ProposalRow.pick({ id: true, number: true, edition: true })),
    }),
  },
} as const satisfies Contract;
