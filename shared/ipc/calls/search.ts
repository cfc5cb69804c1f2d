import { z } from 'zod';
import { AccountId } from '../../domain/ids.ts';
import { SearchHit } from '../../domain/searchHit.ts';
import type { Contract } from './shapes.ts';

/** Search through everything at once. */
export const searchCalls = {
  'search.everywhere': {
    /** `query` as typed, operators and all. `only`: the client on a screen that is turned to it; null = everything. */
    input: z.object({ query: z.string().max(200), only: AccountId.nullable().default(null) }),
    /** In groups of a kind, the best first. */
    output: z.object({
      hits: z.array(SearchHit),
      /** A long import is still being indexed: some of it is not found yet. */
      isIndexing: z.boolean(),
    }),
  },
  'search.lettersNext': {
    /** What was typed into a search so far. */
    input: z.object({ query: z.string().max(200) }),
    /** What may be typed next, the likeliest first: what that would find can be asked before it is typed. */
    output: z.object({ letters: z.array(z.string().max(2)) }),
  },
} as const satisfies Contract;
