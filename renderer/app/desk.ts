import { notifications } from '@mantine/notifications';
import {
  keepPreviousData,
  notifyManager,
  QueryClient,
  useMutation,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { InputOf, OutputOf, WindowCall } from '../../shared/ipc/contract.ts';
import { call, deskErrorOf } from './call.ts';
import type { DeskError } from './call.ts';
import { errorWords } from './errorWords.ts';

export { call, DeskError, deskErrorOf, onWindowEvent } from './call.ts';

const staleMs = 15_000;

// An answer is drawn as soon as it is here; the library's own way waits for a timer.
notifyManager.setScheduler(queueMicrotask);

/** Data of the vault as the window remembers it. The vault is on this machine: a failed read is not retried. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: staleMs, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

type DeskOptions<Output> = {
  /** Do not ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the last answer while the next one (another input) is on its way. */
  readonly keepPrevious?: boolean;
  readonly staleTimeMs?: number;
  /** Ask again, twice a second, while the answer says that it is not the last word. */
  readonly askAgainWhile?: (output: Output) => boolean;
};

const askAgainMs = 500;

/** Reads through the desk; the answer is remembered under `[name, input]`. */
export function useDesk<Name extends WindowCall>(
  name: Name,
  input: InputOf<Name>,
  options: DeskOptions<OutputOf<Name>> = {},
): UseQueryResult<OutputOf<Name>, DeskError> {
  return useQuery<OutputOf<Name>, DeskError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    staleTime: options.staleTimeMs ?? staleMs,
    refetchInterval: ({ state }) =>
      state.data !== undefined && options.askAgainWhile?.(state.data) === true ? askAgainMs : false,
    // The library's type cannot see that an answer of the desk is never a function.
    ...((options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}) as object),
  });
}

/**
 * Asks before what shows the answer is drawn, so that the vault works meanwhile; {@link useDesk} with the same input then
 * waits for this answer. For keys of a search: of all that happens between a key and the list this need not wait. Ends
 * when the answer is here, or failed; one that nothing shows is forgotten after `keptMs`.
 */
export function askAhead<Name extends WindowCall>(
  name: Name,
  input: InputOf<Name>,
  keptMs?: number,
): Promise<void> {
  return queryClient.prefetchQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    ...(keptMs === undefined ? {} : { gcTime: keptMs }),
  });
}

/** Several inputs of one call at once: the pages of a long list that are in sight; undefined until one is read. */
export function useDeskPages<Name extends WindowCall>(
  name: Name,
  inputs: readonly InputOf<Name>[],
): (OutputOf<Name> | undefined)[] {
  // Combining by the library would compare all rows of all pages with those before, with every page that comes.
  return useQueries({
    queries: inputs.map((input) => ({ queryKey: [name, input], queryFn: () => call(name, input) })),
  }).map(({ data }) => data);
}

/** Reads that say what a list says, in another shape. */
const beside: Partial<Readonly<Record<WindowCall, readonly WindowCall[]>>> = {
  'accounts.list': [
    'clients.count',
    'clients.named',
    'clients.table',
    'clients.rows',
    'analysis.sales',
    'analysis.leaving',
    'analysis.deals',
    'analysis.lost',
  ],
  'tenders.list': [
    'tenders.page',
    'rail.counts',
    'rail.named',
    'analysis.leaving',
    'analysis.deals',
    'analysis.lost',
  ],
  'proposals.list': [
    'proposals.page',
    'rail.counts',
    'rail.named',
    'analysis.leaving',
    'analysis.deals',
    'analysis.lost',
  ],
};

/** Says that what was remembered of these calls is out of date. */
export async function invalidate(...names: readonly WindowCall[]): Promise<void> {
  const all = new Set(names.flatMap((name) => [name, ...(beside[name] ?? [])]));
  await Promise.all([...all].map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
}

/** Shows a failure in words: what happened, what is safe, what to do. A closed dialog is no failure. */
export function notifyError(thrown: unknown): void {
  const error = deskErrorOf(thrown);
  if (error.code === 'cancelled') return;
  const { title, text } = errorWords(error);
  notifications.show({ id: `error-${error.code}`, title, message: text, color: 'red', autoClose: 12_000 });
}

type ActionOptions<Name extends WindowCall> = {
  /** Reads to ask again after success. */
  readonly invalidates?: readonly WindowCall[];
  readonly success?: (output: OutputOf<Name>, input: InputOf<Name>) => void;
  /** Returns true when it has dealt with the failure; otherwise a notification is shown. */
  readonly failure?: (error: DeskError, input: InputOf<Name>) => boolean;
};

/** Writes through the desk: `mutate(input)`; failures are shown in words. */
export function useDeskAction<Name extends WindowCall>(
  name: Name,
  options: ActionOptions<Name> = {},
): UseMutationResult<OutputOf<Name>, DeskError, InputOf<Name>> {
  return useMutation<OutputOf<Name>, DeskError, InputOf<Name>>({
    mutationFn: (input) => call(name, input),
    onSuccess: async (output, input) => {
      options.success?.(output, input);
      await invalidate(...(options.invalidates ?? []));
    },
    onError: (error, input) => {
      if (options.failure?.(error, input) !== true) notifyError(error);
    },
  });
}
