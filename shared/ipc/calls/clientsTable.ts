import { z } from 'zod';
import { AccountType } from '../../domain/account.ts';
import { AccountHealth, AccountRow } from '../../domain/accountView.ts';
import { AccountId } from '../../domain/ids.ts';
import type { Contract } from './shapes.ts';
import { done, nothing } from './shapes.ts';

/** What is looked at in the clients table, and in which order. */
export const ClientsTableView = z.object({
  /** Searched as typed; empty = all. */
  query: z.string().max(200),
  types: z.array(AccountType),
  health: z.array(AccountHealth),
  silentOnly: z.boolean(),
  /** Without branches. */
  headsOnly: z.boolean(),
  column: z.enum(['name', 'type', 'cell', 'share', 'contact', 'completeness', 'health', 'nextStep']),
  descending: z.boolean(),
  /** By A, B, C and none, each in the order of the column. */
  grouped: z.boolean(),
});
export type ClientsTableView = z.infer<typeof ClientsTableView>;

/** A way of looking at the table under a name; what is searched is not part of it. */
export const SavedView = ClientsTableView.omit({ query: true }).extend({
  id: z.uuid(),
  name: z.string().trim().min(1).max(60),
  hiddenColumns: z.array(ClientsTableView.shape.column),
});
export type SavedView = z.infer<typeof SavedView>;
/** More than a menu shows at once. */
export const mostViews = 30;
const views = z.object({ views: z.array(SavedView).max(mostViews) });

export const ClientsTableGroup = z.object({
  key: z.enum(['A', 'B', 'C', 'none']),
  /** Found by the search, also those the filters hide. */
  count: z.int(),
  shown: z.int(),
  sharePermille: z.int(),
});
export type ClientsTableGroup = z.infer<typeof ClientsTableGroup>;

/** The clients table of a large vault: its sums with the first rows, then the rows that come into sight. */
export const clientsTableCalls = {
  /** The views that were saved, in the order of their saving; they are saved as a whole. */
  'clients.views': { input: nothing, output: views },
  'clients.saveViews': { input: views, output: done },
  'clients.count': { input: nothing, output: z.object({ total: z.int() }) },
  /** Names of some clients; a deleted one has none. */
  'clients.named': {
    input: z.object({ ids: z.array(AccountId).max(50) }),
    output: z.object({ names: z.array(z.object({ id: AccountId, name: z.string() })) }),
  },
  /** The sums and the first `limit` rows, so that a key press waits for one answer. */
  'clients.table': {
    input: z.object({ view: ClientsTableView, limit: z.int().min(0).max(200) }),
    output: z.object({
      total: z.int(),
      /** Found by the search. */
      found: z.int(),
      /** In the table: found and let through by the filters. */
      shown: z.int(),
      sharePermille: z.int(),
      largestProfitMinor: z.int(),
      groups: z.array(ClientsTableGroup),
      types: z.record(AccountType, z.int()),
      silent: z.int(),
      heads: z.int(),
      /** Whether shares and states are of today; otherwise `clients.measure` counts them anew. */
      isMeasured: z.boolean(),
      /** Rows of a long import are still being indexed: the search does not find all of them yet. */
      isIndexing: z.boolean(),
      rows: z.array(AccountRow),
    }),
  },
  'clients.rows': {
    input: z.object({ view: ClientsTableView, offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    output: z.object({ rows: z.array(AccountRow) }),
  },
  /**
   * Ids of the clients in the table, in its order: all, those between two (either way round; a client that is not in the
   * table leaves the other alone), or those among some.
   */
  'clients.ids': {
    input: z.object({
      view: ClientsTableView,
      between: z.tuple([AccountId, AccountId]).optional(),
      among: z.array(AccountId).optional(),
    }),
    output: z.object({ ids: z.array(AccountId) }),
  },
  /** Counts a piece of the shares and states of today; to be called until it is done. */
  'clients.measure': {
    input: nothing,
    output: z.object({ changed: z.boolean(), isDone: z.boolean() }),
  },
} as const satisfies Contract;
