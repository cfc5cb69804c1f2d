import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { ClientsTableView } from '../../../shared/ipc/calls/clientsTable.ts';
import { call, invalidate, notifyError, useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useSearchAhead } from '../../app/useSearchAhead.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { ClientFilters } from './ClientFilters.tsx';
import { orderAsked, useClientsView, type ClientsView } from './clientsView.ts';
import { firstRows } from './largeLines.ts';
import { LargeTable, type SeenTable } from './LargeTable.tsx';

type Asked = Pick<ClientsView, 'query' | 'filter' | 'sort' | 'grouped'>;
type AskedTable = { readonly view: ClientsTableView; readonly limit: number };

/** What the vault is asked for: the view without what only the window keeps, and as many rows as the window can show. */
const askedTable = (view: Asked): AskedTable => ({
  view: { query: view.query.trim(), ...orderAsked(view) },
  limit: firstRows(window.innerHeight),
});

function useAskedTable(): AskedTable {
  const { query, filter, sort, grouped } = useClientsView(
    useShallow((view) => ({
      query: view.query.trim(),
      filter: view.filter,
      sort: view.sort,
      grouped: view.grouped,
    })),
  );
  return useMemo(() => askedTable({ query, filter, sort, grouped }), [query, filter, sort, grouped]);
}

/**
 * The clients of a vault that holds more of them than a list can carry at once: the vault sorts, filters and sums, and
 * only the rows in sight come here.
 */
export function LargeClients() {
  const { t } = useTranslation('common');
  const asked = useAskedTable();
  const { view } = asked;
  const answer = useDesk('clients.table', asked, { askAgainWhile: ({ isIndexing }) => isIndexing });
  // What was seen before stays until the next answer is here: the list never stands empty between two.
  const [seen, setSeen] = useState<SeenTable | null>(null);
  if (answer.data !== undefined && (seen?.view !== view || seen.table !== answer.data))
    setSeen({ view, table: answer.data, answeredAtMs: answer.dataUpdatedAt });

  const searchField = useRef<HTMLInputElement>(null);
  useSearchAhead(searchField, 'clients.table', (typed) =>
    askedTable({ ...useClientsView.getState(), query: typed }),
  );

  const isMeasured = answer.data?.isMeasured ?? true;
  // Shares and states hold for a day: what stood yesterday is shown until they are counted for today, piece by piece,
  // so that the vault answers other calls between. What a save changed meanwhile is seen with the next answer.
  useEffect(() => {
    let isStopped = isMeasured;
    const measure = async (): Promise<void> => {
      for (let isDone = false; !isDone;) {
        if (isStopped) return;
        ({ isDone } = await call('clients.measure', {}));
      }
      await invalidate('clients.table', 'clients.rows');
    };
    measure().catch(notifyError);
    return () => {
      isStopped = true;
    };
  }, [isMeasured, answer.dataUpdatedAt]);

  if (answer.error !== null && seen === null)
    return (
      <ErrorState
        {...errorWords(answer.error)}
        action={<Button onClick={() => void answer.refetch()}>{t('retry')}</Button>}
      />
    );
  // Before the first measuring the table has no lines yet.
  const made =
    seen !== null && (seen.table.found > 0 || seen.view.query !== '' || seen.table.isMeasured) ? seen : null;
  return (
    <>
      <ClientFilters
        counts={seen?.table ?? null}
        isIndexing={seen?.table.isIndexing ?? false}
        searchField={searchField}
        shown={seen?.table.shown ?? 0}
        total={made?.table.total ?? null}
      />
      {made === null ? <RowsSkeleton rows={14} /> : <LargeTable searchField={searchField} seen={made} />}
    </>
  );
}
