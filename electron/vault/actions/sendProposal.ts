import { comparedText } from '../../../shared/document/comparedText.ts';
import { resolveFields } from '../../../shared/document/resolveFields.ts';
import { priceTableOf } from '../../../shared/document/walk.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import { proposalFileName } from '../../../shared/domain/proposalNumber.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ProposalSource } from '../docx/writeProposal.ts';
import { writeProposal } from '../docx/writeProposal.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { readProposalWithContext } from '../store/proposalContext.ts';
import type { ProposalHead } from '../store/proposalStore.ts';
import { readProposalHead } from '../store/proposalStore.ts';
import { requireOfAccount } from '../store/rows.ts';
import type { Sending, SentPaper, WrittenFile } from '../store/sentCopyStore.ts';
import { insertSentCopy, readLastExport } from '../store/sentCopyStore.ts';

/** A proposal ready to be frozen: the file as it went out, and what it said. */
export type FrozenPaper = {
  readonly revision: number;
  readonly file: WrittenFile;
  readonly paper: SentPaper;
};

/** What an edition says now, for comparing it with another. */
export function paperOf({ proposal, context }: ProposalSource): SentPaper {
  const { root } = proposal.document;
  const { language, validity } = proposal;
  const values = resolveFields({ proposal, context, root });
  return {
    text: comparedText(root, { values, context, language, validity }),
    priceTable: priceTableOf(root),
  };
}

/**
 * Takes the file that was exported last if the proposal has not changed since, or else writes one now.
 * Throws notFound or accountDeleted.
 */
export async function freezePaper(db: ReadableDb, id: ProposalId, today: CalendarDate): Promise<FrozenPaper> {
  const source = readProposalWithContext(db, id, today);
  const { proposal, context } = source;
  if (context.account.deleted) throw new AppError('accountDeleted', 'the account of the proposal is deleted');
  const exported = readLastExport(db, id, proposal.revision);
  const file = exported ?? {
    fileName: proposalFileName({ ...proposal, accountName: context.account.name }),
    bytes: await writeProposal(source),
  };
  return { revision: proposal.revision, file, paper: paperOf(source) };
}

/**
 * Keeps the sent file. Throws staleRevision when the proposal changed while the file was being written, notFound for
 * readers of another client, invalidInput for a day to come.
 */
export function keepSentCopy(
  db: WritableDb,
  id: ProposalId,
  sending: Sending,
  frozen: FrozenPaper,
  when: { readonly nowMs: number; readonly today: CalendarDate },
): ProposalHead {
  const head = readProposalHead(db, id);
  if (head.revision !== frozen.revision)
    throw new AppError('staleRevision', 'proposal moved on', { revision: head.revision });
  if (sending.sentOn > when.today)
    throw new AppError('invalidInput', 'sent on a day to come', { field: 'sentOn' });
  requireOfAccount(db, 'people', head.accountId, sending.readerIds);
  insertSentCopy(db, head, sending, frozen.file, frozen.paper, when.nowMs);
  return head;
}
