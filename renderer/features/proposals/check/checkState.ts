import { createStore, useStore } from 'zustand';
import type { Finding } from '../../../../shared/domain/finding.ts';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { call } from '../../../app/desk.ts';

/** The last check of the open proposal; findings stay on the screen while the next one runs. */
export type CheckState = {
  readonly proposalId: ProposalId | null;
  readonly phase: 'none' | 'checking' | 'done' | 'failed';
  readonly findings: readonly Finding[];
  readonly checkedAtMs: number;
};

const nothing: CheckState = { proposalId: null, phase: 'none', findings: [], checkedAtMs: 0 };

export const checkState = createStore<CheckState>()(() => nothing);

export function useCheckState<Part>(select: (state: CheckState) => Part): Part {
  return useStore(checkState, select);
}

let runs = 0;

/** Checks the proposal as saved. Only the last of several answers counts. False when the check could not run. */
export async function runCheck(id: ProposalId): Promise<boolean> {
  runs += 1;
  const run = runs;
  const before = checkState.getState();
  checkState.setState(
    before.proposalId === id ? { phase: 'checking' } : { ...nothing, proposalId: id, phase: 'checking' },
  );
  try {
    const { findings, checkedAtMs } = await call('proposals.check', { id });
    if (run === runs) checkState.setState({ phase: 'done', findings, checkedAtMs });
    return true;
  } catch {
    // Said in the tab and before an export; the next save tries again.
    if (run === runs) checkState.setState({ phase: 'failed' });
    return false;
  }
}

/** Forgets the findings when their proposal closes. */
export function forgetCheck(): void {
  runs += 1;
  checkState.setState(nothing);
}
