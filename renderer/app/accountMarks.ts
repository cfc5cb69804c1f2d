import type { AccountType } from '../../shared/domain/account.ts';
import type { AbcClass, AccountHealth } from '../../shared/domain/accountView.ts';
import type { ProposalStatus } from '../../shared/domain/proposal.ts';
import type { StateTone } from '../ui/StateMark.tsx';
import type { TypeShape } from '../ui/TypeMark.tsx';

/** Which shape stands for which type of client, everywhere. */
export const typeShapes: Readonly<Record<AccountType, TypeShape>> = {
  breadwinner: 'dot',
  prospective: 'trend',
  imageMaker: 'star',
  expert: 'rhombus',
};

/** Which shape and colour stand for which state of a relation. */
export const healthTones: Readonly<Record<AccountHealth, StateTone>> = {
  even: 'good',
  attention: 'attention',
  risk: 'bad',
};

/** Which state of a proposal is marked by shape and colour; the others are on their way. */
export const proposalTones: Readonly<Partial<Record<ProposalStatus, StateTone>>> = {
  accepted: 'good',
  declined: 'bad',
  expired: 'attention',
};

/** Weight to the eye of a cell of the ABC-XYZ matrix. */
export const cellRanks: Readonly<Record<AbcClass, 1 | 2 | 3>> = { A: 1, B: 2, C: 3 };
