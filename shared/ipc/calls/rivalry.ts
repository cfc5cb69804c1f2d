import { z } from 'zod';
import {
  ComparisonCriterion,
  ComparisonMark,
  ComparisonStanding,
  CompetitorOffer,
  CompetitorOfferDraft,
  CompetitorShare,
} from '../../domain/competitorOffer.ts';
import { AccountId, CompetitorOfferId } from '../../domain/ids.ts';
import { type Contract, done, saved } from './shapes.ts';

/** What competitors offered a client, their shares in time, and we against them by the client's criteria. */
export const rivalryCalls = {
  'offers.list': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ offers: z.array(CompetitorOffer), shares: z.array(CompetitorShare) }),
  },
  'offers.create': {
    input: z.object({ draft: CompetitorOfferDraft }),
    output: z.object({ id: CompetitorOfferId, revision: z.int() }),
  },
  'offers.save': {
    input: z.object({ id: CompetitorOfferId, baseRevision: z.int(), draft: CompetitorOfferDraft }),
    output: saved,
  },
  'offers.delete': { input: z.object({ id: CompetitorOfferId }), output: done },
  'offers.restore': { input: z.object({ id: CompetitorOfferId }), output: done },
  'comparison.get': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ criteria: z.array(ComparisonCriterion), marks: z.array(ComparisonMark) }),
  },
  /** `standing` null takes the mark away. */
  'comparison.setMark': {
    input: z.object({
      accountId: AccountId,
      mark: ComparisonMark.extend({ standing: ComparisonStanding.nullable() }),
    }),
    output: done,
  },
} as const satisfies Contract;
