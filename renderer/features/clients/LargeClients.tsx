import { Button } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientsTableView } from '../../../shared/ipc/calls/clientsTable.ts';
import { call, invalidate, notifyError, useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { ClientFilters } from './ClientFilters.tsx';
import { noFilter } from './clientRows.ts';
import { changeView, useClientsView } from './clientsView.ts';
import { LargeClientsTable } from './LargeClientsTable.tsx';

/**
 * The clients of a vault that holds more of them than a list can carry at once: the vault sorts, filters and sums, and
 * only the rows in sight come here.
 */
export function LargeClients() {
  const { t } = useTranslation(['clients', 'common']);
  const { query: typed, filter, sort, grouped } = useClientsView();
  const query = useDeferredValue(typed.trim());
  const view = useMemo<ClientsTableView>(
    () => ({
      query,
      types: [...filter.types],
      health: [...filter.health],
      silentOnly: filter.silentOnly,
      headsOnly: filter.headsOnly,
      column: sort.column,
      descending: sort.descending,
      grouped,
    }),
    [query, filter, sort, grouped],
  );
  const table = useDesk('clients.table', view, { keepPrevious: true });
  const searchField = useRef<HTMLInputElement>(null);
  const { dataUpdatedAt } = table;
  const isMeasured = table.data?.isMeasured ?? true;
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
  }, [isMeasured, dataUpdatedAt]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'KeyF' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      searchField.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  if (table.error !== null && table.data === undefined)
    return (
      <ErrorState
        {...errorWords(table.error)}
        action={<Button onClick={() => void table.refetch()}>{t('common:retry')}</Button>}
      />
    );
  const { data } = table;
  // Before the first measuring the table has no lines yet.
  const isMade = data !== undefined && (data.found > 0 || query !== '' || data.isMeasured);
  return (
    <>
      <ClientFilters
        counts={data === undefined ? null : data}
        searchField={searchField}
        shown={data?.shown ?? 0}
        total={isMade ? data.total : null}
      />
      {!isMade ? (
        <RowsSkeleton rows={14} />
      ) : data.shown === 0 ? (
        <EmptyState
          action={
            <Button onClick={() => changeView({ query: '', filter: noFilter })}>
              {t('noResults.clear')}
            </Button>
          }
          title={data.found === 0 && query !== '' ? t('noResults.text', { query }) : t('noResults.filters')}
        />
      ) : (
        <LargeClientsTable table={data} view={view} />
      )}
    </>
  );
}
