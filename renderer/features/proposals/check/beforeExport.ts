import { createStore, useStore } from 'zustand';
import type { Finding } from '../../../../shared/domain/finding.ts';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { proposalSession } from '../../../editor/session.ts';
import { checkState, runCheck } from './checkState.ts';

/** What an export waits for: the user has read what stands in its way. */
export type ExportQuestion = {
  readonly stops: readonly Finding[];
  /** The check itself did not run. */
  readonly unchecked: boolean;
  readonly answer: (goOn: boolean) => void;
};

const asked = createStore<{ readonly question: ExportQuestion | null }>()(() => ({ question: null }));

export function useExportQuestion(): ExportQuestion | null {
  return useStore(asked, (state) => state.question);
}

/** Checks the saved proposal; with stops it asks. True = go on. To be called after what is typed was saved. */
export async function mayExport(id: ProposalId): Promise<boolean> {
  // What was sent is sent: its file may be written again as it was.
  if (proposalSession.getState().proposal?.status !== 'draft') return true;
  const unchecked = !(await runCheck(id));
  const stops = unchecked ? [] : checkState.getState().findings.filter(({ severity }) => severity === 'stop');
  if (!unchecked && stops.length === 0) return true;
  return new Promise((resolve) => {
    const answer = (goOn: boolean) => {
      asked.setState({ question: null });
      resolve(goOn);
    };
    asked.setState({ question: { stops, unchecked, answer } });
  });
}
