import { useEffect } from 'react';
import type { Company } from '../../../shared/domain/company.ts';
import { call, invalidate, notifyError, queryClient, useDesk } from '../../app/desk.ts';
import { registerFlush } from '../../app/flush.ts';
import { sayingSaved } from './savedState.ts';

const key = ['company.get', {}] as const;

// Saves go one after another: each needs the revision that the one before has made.
let queue: Promise<void> = Promise.resolve();

function remembered(): Company | undefined {
  return queryClient.getQueryData<{ company: Company }>(key)?.company;
}

async function sendNow(): Promise<void> {
  const company = remembered();
  if (company === undefined) return;
  try {
    const { revision } = await sayingSaved(() => call('company.save', { company }));
    const after = remembered();
    if (after !== undefined) queryClient.setQueryData(key, { company: { ...after, revision } });
    // A proposal draws our requisites, team and look from its context: it must be read anew.
    await invalidate('proposals.get');
  } catch (thrown) {
    notifyError(thrown);
    // What the vault holds is the truth again; the fields show it.
    await queryClient.refetchQueries({ queryKey: key });
  }
}

/** Changes our company's data: in this window at once, in the vault as soon as earlier changes are there. */
export function saveCompany(change: Partial<Company>): void {
  const before = remembered();
  if (before === undefined) return;
  queryClient.setQueryData(key, { company: { ...before, ...change } });
  queue = queue.then(sendNow);
}

/** Our company, undefined until read, and the failure to read it. */
export function useCompany() {
  const answer = useDesk('company.get', {});
  useEffect(() => registerFlush(() => queue), []);
  return { company: answer.data?.company, error: answer.error, retry: () => void answer.refetch() };
}
