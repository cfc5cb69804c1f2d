import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { planFollowUps } from '../../../shared/domain/followUpPlan.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import type { ProposalHeader, ProposalStatus } from '../../../shared/domain/proposal.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { closeFollowUps, createFollowUp, hasFollowUps } from '../store/followUpStore.ts';
import type { WritableDb } from '../store/openDatabase.ts';
import { keepProposalRevision, readProposalRevision } from '../store/proposalRevisionStore.ts';
import type { ProposalHead } from '../store/proposalStore.ts';
import {
  putProposalStatus,
  readProposal,
  readProposalHead,
  saveProposalDocument,
  saveProposalHeader,
} from '../store/proposalStore.ts';
import { requireValidity } from './createProposal.ts';

type When = { readonly nowMs: number; readonly today: CalendarDate };

/** The answer is known: nothing is left to ask. */
const answered: readonly ProposalStatus[] = ['accepted', 'declined', 'expired'];

/** Call after one working day, ask for the next steps, for the urgency, agree on a talk (GLOSSARY: сопровождение КП). */
function planAfterSending(db: WritableDb, head: ProposalHead, { nowMs, today }: When): void {
  if (hasFollowUps(db, head.id)) return;
  for (const { kind, dueOn } of planFollowUps(today)) {
    createFollowUp(
      db,
      {
        accountId: head.accountId,
        proposalId: head.id,
        personId: head.addresseeId,
        kind,
        title: '',
        dueOn,
        doneOn: null,
      },
      nowMs,
    );
  }
}

/**
 * Moves a proposal to a status and keeps a copy of it as it stood, labelled with that status. Sent: the follow-up tasks
 * are dated. Received: the call about the receipt is done. Answered: all its open tasks are. Back to a draft after
 * sending: the next edition begins. Answers the new revision. Throws notFound.
 */
export function setProposalStatus(
  db: WritableDb,
  id: ProposalId,
  status: ProposalStatus,
  when: When,
): number {
  const proposal = readProposal(db, id);
  if (proposal.status === status) return proposal.revision;
  keepProposalRevision(db, proposal, status, when.nowMs);
  const isNewEdition = status === 'draft';
  const revision = putProposalStatus(
    db,
    proposal,
    {
      status,
      edition: isNewEdition ? proposal.edition + 1 : proposal.edition,
      sentOn: status === 'sent' ? when.today : null,
    },
    when.nowMs,
  );
  if (status === 'sent') planAfterSending(db, proposal, when);
  if (status === 'received' || status === 'inReview') closeFollowUps(db, id, ['checkReceipt'], when.today);
  if (answered.includes(status) || isNewEdition) {
    closeFollowUps(db, id, ['checkReceipt', 'askNextSteps', 'askUrgency', 'agreeInterim'], when.today);
  }
  return revision;
}

/** Saves the header. A validity is judged only when it changed: an old paper's title can still be corrected. */
export function saveHeader(
  db: WritableDb,
  input: { readonly id: ProposalId; readonly baseRevision: number; readonly header: ProposalHeader },
  when: When,
): number {
  const { validity } = readProposalHead(db, input.id);
  const { validFrom, validUntil } = input.header.validity;
  if (validity.validFrom !== validFrom || validity.validUntil !== validUntil)
    requireValidity(input.header.validity, when.today);
  return saveProposalHeader(db, input.id, input.baseRevision, input.header, when.nowMs);
}

/** Brings a kept copy's document back; what stood there is kept first. Throws notFound or staleRevision. */
export function restoreKeptRevision(
  db: WritableDb,
  input: { readonly id: ProposalId; readonly revision: number; readonly baseRevision: number },
  nowMs: number,
): number {
  const current = readProposal(db, input.id);
  if (current.revision !== input.baseRevision) {
    throw new AppError('staleRevision', 'proposal moved on', { revision: current.revision });
  }
  const kept = readProposalRevision(db, input.id, input.revision);
  keepProposalRevision(db, current, '', nowMs);
  return saveProposalDocument(db, input.id, input.baseRevision, kept.document, nowMs);
}

/** Keeps a named copy of the proposal as it stands; answers its revision, which stays. Throws notFound. */
export function keepRevision(db: WritableDb, id: ProposalId, label: string, nowMs: number): number {
  const proposal = readProposal(db, id);
  keepProposalRevision(db, proposal, label, nowMs);
  return proposal.revision;
}
