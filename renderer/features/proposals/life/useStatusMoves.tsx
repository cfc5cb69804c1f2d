import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import type { ProposalStatus } from '../../../../shared/domain/proposal.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { lifeReads } from './lifeReads.ts';
import { SendDialog } from './SendDialog.tsx';
import { movesFrom } from './statusMoves.ts';

export type StatusMove = { readonly key: string; readonly label: string; readonly run: () => void };

/** What can be marked of a proposal from its status, and the dialogs that ask for the day, the readers, the reasons. */
export function useStatusMoves({
  id,
  status,
  flush,
  onMoved,
}: {
  readonly id: ProposalId;
  readonly status: ProposalStatus;
  /** Saves what is typed before the file is frozen. */
  readonly flush?: () => Promise<void>;
  readonly onMoved?: () => void;
}): { readonly moves: readonly StatusMove[]; readonly dialogs: ReactNode } {
  const { t } = useTranslation('life');
  const [asking, setAsking] = useState<'sent' | 'accepted' | 'declined' | null>(null);
  const move = useDeskAction('proposals.setStatus', { invalidates: lifeReads, success: () => onMoved?.() });

  const start = async (to: ProposalStatus) => {
    if (to === 'sent') await flush?.();
    if (to === 'sent' || to === 'accepted' || to === 'declined') setAsking(to);
    else move.mutate({ id, status: to });
  };
  const again: readonly StatusMove[] =
    status === 'draft' ? [] : [{ key: 'again', label: t('move.again'), run: () => setAsking('sent') }];
  const close = () => setAsking(null);
  const done = () => {
    close();
    onMoved?.();
  };
  return {
    moves: [
      ...movesFrom(status).map((to) => ({ key: to, label: t(`move.${to}`), run: () => void start(to) })),
      ...again,
    ],
    dialogs:
      asking === 'sent' ? (
        <SendDialog id={id} again={status !== 'draft'} onClose={close} onSent={done} />
      ) : asking === null ? null : (
        <AnswerDialog id={id} answer={asking} onClose={close} onSaved={done} />
      ),
  };
}
