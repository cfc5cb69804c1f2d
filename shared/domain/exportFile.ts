import { z } from 'zod';
import { AccountId } from './ids.ts';
import { Language } from './language.ts';

export const ExportedTableKey = z.enum(['clients', 'deliveries', 'tenders', 'proposals']);
export type ExportedTableKey = z.infer<typeof ExportedTableKey>;

/** A file for other programs: a table, visiting cards of a client's people, a calendar of all dates. */
export const ExportRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('table'),
    table: ExportedTableKey,
    language: Language,
    /** Of the table of clients only these, in this order; absent = all. */
    accountIds: z.array(AccountId).max(100_000).optional(),
  }),
  z.object({ kind: z.literal('cards'), accountId: AccountId, language: Language }),
  z.object({ kind: z.literal('calendar'), language: Language }),
]);
export type ExportRequest = z.infer<typeof ExportRequest>;
