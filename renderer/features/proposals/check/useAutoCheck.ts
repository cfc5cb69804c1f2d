import { useEffect } from 'react';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { proposalSession } from '../../../editor/session.ts';
import { forgetCheck, runCheck } from './checkState.ts';

/** A pause after the save: while somebody types, one check follows the last word. */
const afterSaveMs = 600;

/** Checks the open draft when it opens and after every save the vault has acknowledged. */
export function useAutoCheck(id: ProposalId): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let checkedSaveAtMs = -1;
    const follow = () => {
      const { proposal, save, editor } = proposalSession.getState();
      if (proposal?.id !== id || proposal.status !== 'draft' || editor === null) return;
      if (save.phase !== 'saved' || save.atMs === checkedSaveAtMs) return;
      checkedSaveAtMs = save.atMs;
      clearTimeout(timer);
      timer = setTimeout(() => void runCheck(id), afterSaveMs);
    };
    follow();
    const unsubscribe = proposalSession.subscribe(follow);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      forgetCheck();
    };
  }, [id]);
}
