import { faceFileMark, faceOf, facesOf } from '../../../shared/document/faceDocument.ts';
import { comparedText } from '../../../shared/document/comparedText.ts';
import { resolveFields } from '../../../shared/document/resolveFields.ts';
import { priceTableOf } from '../../../shared/document/walk.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { PersonId, ProposalId } from '../../../shared/domain/ids.ts';
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
import { readFaceExport } from '../store/faceExportStore.ts';
import { insertSentCopy, readLastExport } from '../store/sentCopyStore.ts';

/** A file ready to be frozen, and what it says; `readerId` null = for all readers. */
type FrozenFile = {
  readonly readerId: PersonId | null;
  readonly file: WrittenFile;
  readonly paper: SentPaper;
};
/** A proposal ready to be frozen: its file, or a file a reader. */
export type FrozenPaper = { readonly revision: number; readonly files: readonly FrozenFile[] };

/** A reader's copy with the name of its file. */
export type FaceSource = {
  readonly personId: PersonId;
  readonly source: ProposalSource;
  readonly fileName: string;
};

/** The copies of a proposal whose shape is a face a reader, in the readers' order; a reader deleted for good has none. */
export function faceSources({ proposal, context }: ProposalSource): FaceSource[] {
  return facesOf(proposal).flatMap((face) => {
    const reader = context.readers.find(({ personId }) => personId === face.personId);
    if (reader === undefined) return [];
    const readerMark = faceFileMark(reader, context.readers);
    return {
      personId: face.personId,
      source: { proposal: faceOf(proposal, face, context), context },
      fileName: proposalFileName({ ...proposal, accountName: context.account.name, readerMark }),
    };
  });
}

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
 * Takes the files that were exported last if the proposal has not changed since, or else writes them now: one for the
 * group, or one a reader.
 * Throws notFound or accountDeleted.
 */
export async function freezePaper(db: ReadableDb, id: ProposalId, today: CalendarDate): Promise<FrozenPaper> {
  const source = readProposalWithContext(db, id, today);
  const { proposal, context } = source;
  if (context.account.deleted) throw new AppError('accountDeleted', 'the account of the proposal is deleted');
  if (proposal.shape === 'faces' && context.readers.length > 0) {
    const files = faceSources(source).map(async ({ personId, source: face, fileName }) => {
      const exported = readFaceExport(db, id, personId, proposal.revision);
      const file = exported ?? { fileName, bytes: await writeProposal(face) };
      return { readerId: personId, file, paper: paperOf(face) };
    });
    return { revision: proposal.revision, files: await Promise.all(files) };
  }
  const exported = readLastExport(db, id, proposal.revision);
  const file = exported ?? {
    fileName: proposalFileName({ ...proposal, accountName: context.account.name }),
    bytes: await writeProposal(source),
  };
  return { revision: proposal.revision, files: [{ readerId: null, file, paper: paperOf(source) }] };
}

/**
 * Keeps the sent file, or with faces the copy of each reader it was sent to. Throws staleRevision when the proposal changed while the file was being written, notFound for
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
  for (const { readerId, file, paper } of frozen.files) {
    if (readerId !== null && !sending.readerIds.includes(readerId)) continue;
    const readerIds = readerId === null ? sending.readerIds : [readerId];
    insertSentCopy(db, head, { ...sending, readerIds }, file, paper, when.nowMs);
  }
  return head;
}
