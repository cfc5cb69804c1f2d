import { z } from 'zod';
import { CalendarDate } from '../../domain/calendarDate.ts';
import { Deal, DealAnalysis, DealTable } from '../../domain/dealAnalysis.ts';
import { AccountId } from '../../domain/ids.ts';
import { LostClient, LostTable } from '../../domain/lostClients.ts';
import { Currency } from '../../domain/money.ts';
import { AbcXyzCuts } from '../../domain/portfolio.ts';
import {
  AnalysedClient,
  CutPercent,
  DirectionShare,
  Leaving,
  MatrixCell,
  SalesTable,
} from '../../domain/salesAnalysis.ts';
import { type Contract, done, nothing } from './shapes.ts';

const limit = z.int().min(1).max(10_000);
const Named = z.object({ id: AccountId, name: z.string() });
export const NamedClient = AnalysedClient.extend({ name: z.string() });
export type NamedClient = z.infer<typeof NamedClient>;

/** The whole portfolio looked at: on whom profit rests, why we win and lose, who left. */
export const analysisCalls = {
  /** Rows of the table: of one cell of the matrix, or of all; the sums are always of all. */
  'analysis.sales': {
    input: SalesTable.extend({ limit }),
    output: z.object({
      /** The period: after the first day, up to the second. */
      after: CalendarDate,
      endOn: CalendarDate,
      /** Years to choose from, the last first. */
      years: z.array(z.int()),
      /** What sums are in; null = nothing was delivered in the period. */
      currency: Currency.nullable(),
      /** Deliveries in a currency without a rate: in no sum. */
      leftOut: z.int(),
      /** Clients that bought, and all there are. */
      buyers: z.int(),
      clients: z.int(),
      /** The largest, for the picture. */
      leaders: z.array(NamedClient),
      matrix: z.array(MatrixCell),
      cuts: AbcXyzCuts,
      directions: z.array(DirectionShare.extend({ leaderName: z.string() })),
      breadwinners: z.object({ clients: z.int(), sharePermille: z.int() }),
      dependence: z.object({
        monoDependenceOn: Named.nullable(),
        keyClients: z.int(),
        keyClientsPermille: z.int(),
        keyClientsBand: z.enum(['below', 'within', 'above']),
      }),
      /** Whose share fell most in a year. */
      fallen: NamedClient.nullable(),
      rows: z.array(NamedClient),
      found: z.int(),
    }),
  },
  /** What the period would be without a client, or if it bought less. */
  'analysis.leaving': {
    input: SalesTable.omit({ cell: true }).extend({ accountId: AccountId, cutPercent: CutPercent }),
    output: Leaving.extend({
      name: z.string(),
      currency: Currency.nullable(),
      leaderNow: z.string(),
      leaderThen: z.string(),
      /** What is under way with the client and would end too. */
      openTenders: z.int(),
      openProposals: z.int(),
    }),
  },
  'analysis.deals': {
    input: DealTable.extend({ limit }),
    output: z.object({
      analysis: DealAnalysis,
      /** Of our bids, by currency. */
      sums: z.array(z.object({ currency: Currency, wonMinor: z.int(), lostMinor: z.int() })),
      /** Tenders that the client called off, and those that we did not take part in. */
      cancelled: z.int(),
      declined: z.int(),
      years: z.array(z.int()),
      deals: z.array(Deal),
      found: z.int(),
    }),
  },
  /** Where the classes of ABC-XYZ end; choosing others counts the classes of all clients anew. */
  'analysis.cuts': { input: nothing, output: z.object({ cuts: AbcXyzCuts }) },
  'analysis.saveCuts': { input: z.object({ cuts: AbcXyzCuts }), output: done },
  'analysis.lost': {
    input: LostTable.extend({ limit }),
    output: z.object({
      currency: Currency,
      /** Whether anything was ever delivered. */
      hasSales: z.boolean(),
      rows: z.array(LostClient),
      found: z.int(),
      /** Of the last years of all of them. */
      profitMinor: z.int(),
      /** By the year of the last delivery. */
      byYear: z.array(z.object({ year: z.int(), clients: z.int() })),
      refusals: z.array(z.object({ year: z.int(), tenders: z.int(), proposals: z.int() })),
    }),
  },
} as const satisfies Contract;
