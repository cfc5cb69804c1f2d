import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { ClientsTableView } from '../../../shared/ipc/calls/clientsTable.ts';
import { call, notifyError } from '../../app/desk.ts';
import { useSelection } from '../../ui/useSelection.ts';
import type { TableTicks } from './ClientsTable.tsx';

/** Ticks of a table whose rows are not all here: the vault says what lies between two and which are in the table. */
export type LargeSelection = TableTicks & {
  /** As of the table; `start` is where the range begins, if not where the last tick was made. */
  extendTo(id: AccountId, start?: AccountId): void;
  /** The ticked ones in the order of the table. */
  inOrder(): Promise<readonly AccountId[]>;
};

/** @param answeredAtMs when the table was last read: what a save took out of it does not stay ticked */
export function useLargeSelection(view: ClientsTableView, answeredAtMs: number): LargeSelection {
  const [hidden, setHidden] = useState<ReadonlySet<AccountId>>(new Set<AccountId>());
  const isPresent = useCallback((id: AccountId) => !hidden.has(id), [hidden]);
  const selection = useSelection<AccountId>(isPresent);
  const { ids, from, set, extendTo } = selection;

  const ticked = useRef<readonly AccountId[]>([]);
  useEffect(() => {
    ticked.current = [...ids, ...hidden];
  }, [ids, hidden]);
  useEffect(() => {
    const among = ticked.current;
    if (among.length === 0) return undefined;
    let isLeft = false;
    call('clients.ids', { view, among: [...among] })
      .then((answer) => {
        const there = new Set<AccountId>(answer.ids);
        if (!isLeft) setHidden(new Set(among.filter((id) => !there.has(id))));
      })
      .catch(notifyError);
    return () => {
      isLeft = true;
    };
  }, [view, answeredAtMs]);

  return {
    ...selection,
    extendTo: (id: AccountId, start: AccountId = from ?? id) => {
      call('clients.ids', { view, between: [start, id] })
        .then((answer) => extendTo(id, answer.ids))
        .catch(notifyError);
    },
    all: () => {
      call('clients.ids', { view })
        .then((answer) => set(answer.ids))
        .catch(notifyError);
    },
    inOrder: async () => (await call('clients.ids', { view, among: [...ids] })).ids,
  };
}
