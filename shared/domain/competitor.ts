import { z } from 'zod';
import { AccountId, CompetitorId } from './ids.ts';

export const PriceLevel = z.enum(['lower', 'equal', 'higher', 'unknown']);
export type PriceLevel = z.infer<typeof PriceLevel>;

/** A competitor who courts the same client (part 4 of the dossier). */
export const CompetitorDraft = z.object({
  accountId: AccountId,
  name: z.string().trim().min(1).max(200),
  strengths: z.string().max(5000),
  weaknesses: z.string().max(5000),
  /** Share of this client's purchases of what we sell, percent. */
  sharePercent: z.int().min(0).max(100).nullable(),
  contacts: z.string().max(2000),
  priceLevel: PriceLevel,
  tactics: z.string().max(5000),
  infrastructure: z.string().max(5000),
});
export type CompetitorDraft = z.infer<typeof CompetitorDraft>;
export const Competitor = CompetitorDraft.extend({ id: CompetitorId, revision: z.int() });
export type Competitor = z.infer<typeof Competitor>;
