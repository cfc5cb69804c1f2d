import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import { priceDifference, textDifference } from '../../../shared/domain/proposalDifference.ts';
import type { EditionDifference } from '../../../shared/domain/proposalLife.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { readProposalWithContext } from '../store/proposalContext.ts';
import { readProposalRevision } from '../store/proposalRevisionStore.ts';
import { paperOf } from './sendProposal.ts';

/** What changed from a kept version to the present. Both speak with today's dossier, so that only edits show. Throws notFound. */
export function compareVersion(
  db: ReadableDb,
  { id, revision }: { readonly id: ProposalId; readonly revision: number },
  today: CalendarDate,
): Pick<EditionDifference, 'text' | 'price'> {
  const source = readProposalWithContext(db, id, today);
  const { header, document } = readProposalRevision(db, id, revision);
  const before = paperOf({ ...source, proposal: { ...source.proposal, ...header, document } });
  const after = paperOf(source);
  return {
    text: textDifference(before.text, after.text),
    price: priceDifference(before.priceTable, after.priceTable),
  };
}
