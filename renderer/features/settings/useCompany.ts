import { useEffect } from 'react';
import type { Company } from '../../../shared/domain/company.ts';
import { call, deskErrorOf, invalidate, notifyError, queryClient, useDesk } from '../../app/desk.ts';
import { registerFlush } from '../../app/flush.ts';
import { sayingSaved } from './savedState.ts';

const key = ['company.get', {}] as const;

// Saves go one after another: each needs the revision that the one before has made.
let queue: Promise<void> = Promise.resolve();

function remembered(): Company | undefined {
  return queryClient.getQueryData<{ company: Company }>(key)?.company;
}

async function saveNow(change: Partial<Company>): Promise<void> {
  const before = remembered();
  if (before === undefined) return;
  const company = { ...before, ...change };
  queryClient.setQueryData(key, { company });
  try {
    const { revision } = await sayingSaved(() => call('company.save', { company }));
    const after = remembered();
    if (after !== undefined) queryClient.setQueryData(key, { company: { ...after, revision } });
    // A proposal draws our requisites, team and look from its context: it must be read anew.
    await invalidate('proposals.get');
  } catch (thrown) {
    notifyError(thrown);
    // What the vault holds is the truth again; the field shows it.
    if (deskErrorOf(thrown).code === 'staleRevision') await queryClient.refetchQueries({ queryKey: key });
    else queryClient.setQueryData(key, { company: before });
  }
}

/** Changes our company's data; the window shows the change at once. */
export function saveCompany(change: Partial<Company>): void {
  queue = queue.then(() => saveNow(change));
}

/** Our company, undefined until read, and the failure to read it. */
export function useCompany() {
  const answer = useDesk('company.get', {});
  useEffect(() => registerFlush(() => queue), []);
  return { company: answer.data?.company, error: answer.error, retry: () => void answer.refetch() };
}
