import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { planFollowUps } from '../../../shared/domain/followUpPlan.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import type { ProposalHeader, ProposalStatus } from '../../../shared/domain/proposal.ts';
import type { StatusNote } from '../../../shared/domain/proposalLife.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { copyComposition } from '../store/compositionStore.ts';
import { closeFollowUps, createFollowUp, dropOpenSteps, hasFollowUps } from '../store/followUpStore.ts';
import type { WritableDb } from '../store/openDatabase.ts';
import { addStatusNote, dropStatusNotes, listEditions } from '../store/proposalLifeStore.ts';
import { keepProposalRevision, readProposalRevision } from '../store/proposalRevisionStore.ts';
import type { ProposalHead } from '../store/proposalStore.ts';
import {
  putProposalStatus,
  readProposal,
  readProposalHead,
  saveProposalDocument,
  saveProposalHeader,
} from '../store/proposalStore.ts';
import type { Sending } from '../store/sentCopyStore.ts';
import { dropSentCopies } from '../store/sentCopyStore.ts';
import { requireValidity } from './createProposal.ts';
import { keepSentCopy } from './sendProposal.ts';
import type { FrozenPaper } from './sendProposal.ts';

type When = { readonly nowMs: number; readonly today: CalendarDate };

/** The answer is known: nothing is left to ask. */
const answered: readonly ProposalStatus[] = ['accepted', 'declined', 'expired'];
const allSteps = ['checkReceipt', 'askNextSteps', 'askUrgency', 'agreeInterim'] as const;

/** Call after one working day, ask for the next steps, for the urgency, agree on a talk (GLOSSARY: сопровождение КП). */
function planAfterSending(db: WritableDb, head: ProposalHead, sentOn: CalendarDate, nowMs: number): void {
  if (hasFollowUps(db, head.id)) return;
  for (const { kind, dueOn } of planFollowUps(sentOn)) {
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
 * Marks a proposal as sent: the file is frozen, a copy of the document kept, the follow-up dated from the day of
 * sending; steps of the editions before it are done, for the talk goes on about this one. Of a proposal that is
 * already out one sent copy more is kept and nothing else. Answers the new revision.
 * Throws notFound, staleRevision, invalidInput.
 */
export function markSent(
  db: WritableDb,
  input: Sending & { readonly id: ProposalId },
  frozen: FrozenPaper,
  when: When,
): number {
  const head = keepSentCopy(db, input.id, input, frozen, when);
  if (head.status !== 'draft') return head.revision;
  keepProposalRevision(db, readProposal(db, input.id), 'sent', when.nowMs);
  addStatusNote(db, head.id, { status: 'sent', happenedOn: input.sentOn, reasons: [], note: '' });
  const revision = putProposalStatus(db, head, { status: 'sent', sentOn: input.sentOn }, when.nowMs);
  planAfterSending(db, head, input.sentOn, when.nowMs);
  for (const { id, edition } of listEditions(db, head.number))
    if (edition < head.edition) closeFollowUps(db, id, allSteps, input.sentOn);
  return revision;
}

/** Back to a draft: it was not sent after all, so nothing of the sending is kept. Throws unavailable. */
function takeSendingBack(db: WritableDb, head: ProposalHead, nowMs: number): number {
  const isReplaced = listEditions(db, head.number).some(({ edition }) => edition > head.edition);
  if (head.status !== 'sent' || isReplaced)
    throw new AppError('unavailable', 'the client has answered, or a later edition exists');
  dropSentCopies(db, head.id);
  dropStatusNotes(db, head.id);
  dropOpenSteps(db, head.id, nowMs);
  return putProposalStatus(db, head, { status: 'draft', sentOn: null }, nowMs);
}

/**
 * Moves a sent proposal to a status, notes the day and the reasons, and keeps a copy of it labelled with that status.
 * Received or in review: the call about the receipt is done. Answered: all its open tasks are. Back to a draft: the
 * mark of sending is taken back. Answers the new revision. Throws notFound; unavailable where that step cannot be.
 */
export function setProposalStatus(
  db: WritableDb,
  id: ProposalId,
  step: Omit<StatusNote, 'happenedOn'> & { readonly on: CalendarDate | null },
  when: When,
): number {
  const proposal = readProposal(db, id);
  const { status, on, reasons, note } = step;
  if (proposal.status === status) return proposal.revision;
  if (status === 'draft') return takeSendingBack(db, proposal, when.nowMs);
  const happenedOn = on ?? when.today;
  if (happenedOn > when.today) throw new AppError('invalidInput', 'a day to come', { field: 'on' });
  keepProposalRevision(db, proposal, status, when.nowMs);
  addStatusNote(db, id, { status, happenedOn, reasons, note });
  const revision = putProposalStatus(db, proposal, { status }, when.nowMs);
  if (status === 'received' || status === 'inReview') closeFollowUps(db, id, ['checkReceipt'], happenedOn);
  if (answered.includes(status)) closeFollowUps(db, id, allSteps, happenedOn);
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
  const revision = saveProposalDocument(db, input.id, input.baseRevision, kept.document, nowMs);
  copyComposition(db, input, { id: input.id, revision });
  return revision;
}

/** Keeps a named copy of the proposal as it stands; answers its revision, which stays. Throws notFound. */
export function keepRevision(db: WritableDb, id: ProposalId, label: string, nowMs: number): number {
  const proposal = readProposal(db, id);
  keepProposalRevision(db, proposal, label, nowMs);
  return proposal.revision;
}
