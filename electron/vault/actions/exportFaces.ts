import { join } from 'node:path';
import type { FidelityReport } from '../../../shared/document/fidelity.ts';
import { hasContents } from '../../../shared/document/contentsView.ts';
import type { HeadingPages } from '../../../shared/document/pageFrame.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { PersonId, ProposalId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { readProposalWithContext } from '../store/proposalContext.ts';
import type { WrittenFile } from '../store/sentCopyStore.ts';
import { writeProposalFile } from './exportProposal.ts';
import { faceSources } from './sendProposal.ts';

function facesOf(db: ReadableDb, id: ProposalId, today: CalendarDate) {
  const source = readProposalWithContext(db, id, today);
  const faces = source.proposal.shape === 'faces' ? faceSources(source) : [];
  if (faces.length === 0) throw new AppError('unavailable', 'the proposal has no copies a reader');
  return { source, faces };
}

/**
 * The copies that are printed, each with the name of its PDF. Throws notFound, unavailable for a proposal that is one
 * document, accountDeleted.
 */
export function facePages(
  db: ReadableDb,
  id: ProposalId,
  today: CalendarDate,
): { personId: PersonId; fileName: string; hasContents: boolean }[] {
  const { source, faces } = facesOf(db, id, today);
  if (source.context.account.deleted)
    throw new AppError('accountDeleted', 'the account of the proposal is deleted');
  return faces.map(({ personId, fileName, source: face }) => ({
    personId,
    fileName: fileName.replace(/\.docx$/i, '.pdf'),
    hasContents: hasContents(face.proposal.document.root),
  }));
}

export type WrittenFace = {
  readonly personId: PersonId;
  readonly file: WrittenFile;
  readonly report: FidelityReport;
};

/**
 * Writes a copy a reader into a folder, reads each back and compares it. Files of the same names are replaced, each
 * wholly. Throws notFound, unavailable for a proposal that is one document, and as {@link writeProposalFile}.
 */
export async function exportFaces(
  db: ReadableDb,
  target: {
    readonly id: ProposalId;
    readonly folder: string;
    readonly headingPages: readonly { readonly personId: PersonId; readonly pages: HeadingPages }[];
  },
  today: CalendarDate,
): Promise<{ revision: number; faces: WrittenFace[] }> {
  const { source, faces } = facesOf(db, target.id, today);
  const written: WrittenFace[] = [];
  for (const { personId, source: face, fileName } of faces) {
    // One after the other: the disk is the bottleneck, and the first failure stops the set.
    // oxlint-disable-next-line no-await-in-loop
    const { report, bytes } = await writeProposalFile(face, join(target.folder, fileName), {
      headingPages: target.headingPages.find((of) => of.personId === personId)?.pages ?? [],
    });
    written.push({ personId, file: { fileName, bytes }, report });
  }
  return { revision: source.proposal.revision, faces: written };
}
