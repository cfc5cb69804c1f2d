import { z } from 'zod';
import { ProposalRow, TenderRow } from '../../domain/accountView.ts';
import type { Contract } from './shapes.ts';

const limit = z.int().min(1).max(10_000);
/** A piece of text within names, whatever the case; empty = all. */
const query = z.string().max(200);

/** The lists of all tenders and of all proposals: the first rows of them, and how many there are. */
export const listPageCalls = {
  'tenders.page': {
    input: z.object({ filter: z.enum(['all', 'coming', 'won', 'lost']), query, limit }),
    output: z.object({
      /** Those ahead by their day, those decided the last first: at most `limit` of each, and how many were found. */
      coming: z.object({ rows: z.array(TenderRow), found: z.int() }),
      decided: z.object({ rows: z.array(TenderRow), found: z.int() }),
      /** How many each filter lets through without a query. */
      counts: z.object({ all: z.int(), coming: z.int(), won: z.int(), lost: z.int() }),
    }),
  },
  'proposals.page': {
    input: z.object({ view: z.enum(['all', 'open', 'ended']), query, limit }),
    /** The last saved first. */
    output: z.object({ rows: z.array(ProposalRow), found: z.int(), total: z.int() }),
  },
} as const satisfies Contract;
