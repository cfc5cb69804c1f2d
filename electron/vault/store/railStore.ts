import { z } from 'zod';
import { ProposalRow, TenderRow } from '../../../shared/domain/accountView.ts';
import type { ProposalId, TenderId } from '../../../shared/domain/ids.ts';
import type { ReadableDb } from './openDatabase.ts';
import { openTenders } from './rows.ts';

const Counts = z.object({ tenders: z.int(), proposals: z.int() });

/** How many tenders are still ahead, and how many proposals there are. */
export function countForRail(db: ReadableDb): z.infer<typeof Counts> {
  const row = db
    .prepare(/* sql */ `
      SELECT
        (SELECT count(*) FROM tenders t CROSS JOIN accounts a ON a.id = t.accountId
          WHERE t.deletedAtMs IS NULL AND a.deletedAtMs IS NULL
            AND t.status IN ${openTenders}) AS tenders,
        (SELECT count(*) FROM proposals WHERE deletedAtMs IS NULL) AS proposals`)
    .get();
  return Counts.parse(row);
}

const NamedTender = TenderRow.pick({ id: true, title: true });
const NamedProposal = ProposalRow.pick({ id: true, number: true, edition: true });

/** Names of some tenders and proposals that are not deleted. */
export function nameForRail(
  db: ReadableDb,
  {
    tenderIds,
    proposalIds,
  }: { readonly tenderIds: readonly TenderId[]; readonly proposalIds: readonly ProposalId[] },
): { tenders: z.infer<typeof NamedTender>[]; proposals: z.infer<typeof NamedProposal>[] } {
  return {
    tenders: db
      .prepare(/* sql */ `
        SELECT t.id, t.title FROM tenders t CROSS JOIN accounts a ON a.id = t.accountId
        WHERE t.id IN (SELECT value FROM json_each(:ids)) AND t.deletedAtMs IS NULL AND a.deletedAtMs IS NULL`)
      .all({ ids: JSON.stringify(tenderIds) })
      .map((row) => NamedTender.parse(row)),
    proposals: db
      .prepare(/* sql */ `
        SELECT id, number, edition FROM proposals
        WHERE id IN (SELECT value FROM json_each(:ids)) AND deletedAtMs IS NULL`)
      .all({ ids: JSON.stringify(proposalIds) })
      .map((row) => NamedProposal.parse(row)),
  };
}
