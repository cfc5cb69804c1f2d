import { z } from 'zod';
import type { DocumentStep } from '../../../shared/document/steps.ts';
import { ProposalId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { applySteps, fromStepped, toStepped } from './documentSteps.ts';
import type { SteppedDocument } from './documentSteps.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { foldDocument, readProposal, readProposalHead } from './proposalStore.ts';
import {
  hasSteps,
  insertSteps,
  listProposalsWithSteps,
  listSteps,
  revisionNow,
} from './proposalStepStore.ts';

type Held = { readonly id: ProposalId; readonly revision: number; readonly document: SteppedDocument };

/**
 * The document that is being typed in, so that a key press does not read it anew: one for each open database. A save
 * that was rolled back or a change from elsewhere shows in the revision, and then the document is read again.
 */
const held = new WeakMap<WritableDb, Held>();

const State = z.object({ revision: z.int(), status: z.string() });

function stateOf(db: ReadableDb, id: ProposalId): z.infer<typeof State> {
  const row = db
    .prepare(/* sql */ `
      SELECT ${revisionNow} AS revision, status FROM proposals WHERE id = :id AND deletedAtMs IS NULL`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such proposal');
  return State.parse(row);
}

/** Throws documentInvalid when this document would not come back as it is: then it is better saved whole. */
function heldDocument(db: WritableDb, id: ProposalId, revision: number): SteppedDocument {
  const known = held.get(db);
  if (known?.id === id && known.revision === revision) return known.document;
  const document = toStepped(readProposal(db, id).document);
  fromStepped(document);
  return document;
}

type Typed = {
  readonly baseRevision: number;
  readonly steps: readonly DocumentStep[];
  /** Of the document after the steps. */
  readonly size: number;
};

/**
 * Writes down what was typed, without writing the document anew; answers the new revision. The steps are applied to
 * the document first, so that what is acknowledged can be read back. The same steps sent again, after an answer
 * that was lost, are acknowledged and not applied twice.
 * Throws notFound, proposalSent, staleRevision, or documentInvalid when the steps do not fit the document.
 */
export function appendSteps(
  db: WritableDb,
  id: ProposalId,
  { baseRevision, steps, size }: Typed,
  nowMs: number,
): number {
  const { revision, status } = stateOf(db, id);
  if (status !== 'draft') throw new AppError('proposalSent', 'a sent proposal stays as it was sent');
  const next = baseRevision + 1;
  const json = JSON.stringify(steps);
  if (revision === next && hasSteps(db, id, next, json)) return next;
  if (revision !== baseRevision) throw new AppError('staleRevision', 'proposal moved on', { revision });
  const document = applySteps(heldDocument(db, id, revision), steps);
  if (document.content.size !== size)
    throw new AppError('documentInvalid', 'the steps were made upon another document', { path: '' });
  insertSteps(db, id, next, json, nowMs);
  held.set(db, { id, revision: next, document });
  return next;
}

/** Writes the document whole with all that was typed, and empties its journal. The revision stays. Throws notFound or documentInvalid. */
export function foldSteps(db: WritableDb, id: ProposalId): void {
  if (listSteps(db, id).length === 0) return;
  const head = readProposalHead(db, id);
  foldDocument(db, head, fromStepped(heldDocument(db, id, head.revision)));
}

/** Whether a journal was left behind: the program was ended while somebody typed. */
export function hasUnfolded(db: ReadableDb): boolean {
  return listProposalsWithSteps(db, 1).length > 0;
}

/** Folds what an ended program left. A proposal whose journal does not fit keeps it. */
export function foldAllSteps(db: WritableDb): void {
  for (const id of listProposalsWithSteps(db, 1000)) {
    try {
      foldSteps(db, ProposalId.parse(id));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}
