import { facesOf } from '../../../../shared/document/faceDocument.ts';
import type { Face } from '../../../../shared/domain/face.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { proposalSession, useProposalSession } from '../../../editor/session.ts';

/** The face of a reader of the open proposal; null when it is one document, or the reader is gone. */
export function useFace(personId: PersonId | null): Face | null {
  const proposal = useProposalSession((session) => session.proposal);
  if (!proposal || proposal.shape === 'group' || personId === null) return null;
  return facesOf(proposal).find((face) => face.personId === personId) ?? null;
}

/** Changes a reader's face; the header carries it to the vault. A face like the program's own is not kept. */
export function changeFace(personId: PersonId, change: Partial<Omit<Face, 'personId'>>): void {
  const { proposal, changeHeader } = proposalSession.getState();
  if (!proposal || !changeHeader) return;
  const faces = facesOf(proposal)
    .map((face) => (face.personId === personId ? { ...face, ...change } : face))
    .filter(({ letter, sectionIds }) => letter !== null || sectionIds !== null);
  changeHeader({ faces });
}
