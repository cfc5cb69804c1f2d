import type { ProposalStatus } from '../../../../shared/domain/proposal.ts';

/** Where a proposal may go from a status; an answer that was noted by mistake goes back to the review. */
const moves: Readonly<Record<ProposalStatus, readonly ProposalStatus[]>> = {
  draft: ['sent'],
  sent: ['received', 'inReview', 'accepted', 'declined', 'expired', 'draft'],
  received: ['inReview', 'accepted', 'declined', 'expired'],
  inReview: ['accepted', 'declined', 'expired'],
  accepted: ['inReview'],
  declined: ['inReview'],
  expired: ['inReview', 'accepted', 'declined'],
};

export function movesFrom(status: ProposalStatus): readonly ProposalStatus[] {
  return moves[status];
}
