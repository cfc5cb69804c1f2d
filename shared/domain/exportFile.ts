import { z } from 'zod';
import { AccountId } from './ids.ts';
import { DealTable } from './dealAnalysis.ts';
import { Language } from './language.ts';
import { LostTable } from './lostClients.ts';
import { SalesTable } from './salesAnalysis.ts';

export const ExportedTableKey = z.enum(['clients', 'deliveries', 'tenders', 'proposals']);
export type ExportedTableKey = z.infer<typeof ExportedTableKey>;

/** A table of the analysis: as its page shows it, with all rows. */
export const AnalysisTable = z.discriminatedUnion('view', [
  SalesTable.extend({ view: z.literal('sales') }),
  DealTable.extend({ view: z.literal('deals') }),
  LostTable.extend({ view: z.literal('lost') }),
]);
export type AnalysisTable = z.infer<typeof AnalysisTable>;

/** A file for other programs: a table, a table of the analysis, visiting cards of a client's people, a calendar of all dates. */
export const ExportRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('table'),
    table: ExportedTableKey,
    language: Language,
    /** Of the table of clients only these, in this order; absent = all. */
    accountIds: z.array(AccountId).max(100_000).optional(),
  }),
  z.object({ kind: z.literal('cards'), accountId: AccountId, language: Language }),
  z.object({ kind: z.literal('analysis'), of: AnalysisTable, language: Language }),
  z.object({ kind: z.literal('calendar'), language: Language }),
]);
export type ExportRequest = z.infer<typeof ExportRequest>;
