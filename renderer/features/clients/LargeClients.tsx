import { Button } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import type { ClientsTableView } from '../../../shared/ipc/calls/clientsTable.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { call, invalidate, notifyError, useDesk, useDeskPages } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { useTickKeys } from '../../ui/useSelectionKeys.ts';
import { ClientFilters } from './ClientFilters.tsx';
import { ClientsBar } from './ClientsBar.tsx';
import { ClientsTable, type TableLines } from './ClientsTable.tsx';
import { NothingFound } from './NothingFound.tsx';
import { changeView, useClientsView } from './clientsView.ts';
import { countLines, indexOfRow, lineAt, pageRows, pagesAround } from './largeLines.ts';
import { useClientKeys } from './useClientKeys.ts';
import { useLargeSelection } from './useLargeSelection.ts';

type Table = OutputOf<'clients.table'>;

const nothing: Table = {
  total: 0,
  found: 0,
  shown: 0,
  sharePermille: 0,
  largestProfitMinor: 0,
  groups: [],
  types: { breadwinner: 0, imageMaker: 0, expert: 0, prospective: 0 },
  silent: 0,
  heads: 0,
  isMeasured: true,
  isIndexing: false,
};

/**
 * The clients of a vault that holds more of them than a list can carry at once: the vault sorts, filters and sums, and
 * only the rows in sight come here.
 */
export function LargeClients() {
  const { t } = useTranslation(['clients', 'common']);
  const { query: typed, filter, sort, grouped, chosenAt: chosenBefore } = useClientsView();
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
  const sums = useDesk('clients.table', view, { askAgainWhile: ({ isIndexing }) => isIndexing });
  const firstRows = useDesk('clients.rows', { view, offset: 0, limit: pageRows });
  // Sums and first rows come into sight together: the list never stands empty between two answers.
  const [seen, setSeen] = useState<{ readonly view: ClientsTableView; readonly table: Table } | null>(null);
  const [sight, setSight] = useState({ first: 0, last: 0 });
  if (
    sums.data !== undefined &&
    firstRows.data !== undefined &&
    (seen?.view !== view || seen.table !== sums.data)
  ) {
    setSeen({ view, table: sums.data });
    if (seen !== null && seen.view !== view) setSight({ first: 0, last: 0 });
  }

  const { dataUpdatedAt } = sums;
  const isMeasured = sums.data?.isMeasured ?? true;
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

  const { view: shownView, table } = seen ?? { view, table: nothing };
  const { groups, shown } = table;
  const chosenAt = Math.min(chosenBefore, shown - 1);
  const choose = useCallback((at: number) => changeView({ chosenAt: at }), []);
  const shownBefore = useRef(shownView);
  useEffect(() => {
    if (shownBefore.current !== shownView) choose(0);
    shownBefore.current = shownView;
  }, [shownView, choose]);

  const onSight = useCallback(
    (first: number, last: number) =>
      setSight((before) => (before.first === first && before.last === last ? before : { first, last })),
    [],
  );
  // The rows beside the chosen one too: Shift with an arrow ticks them.
  const pages = pagesAround(sight, shown, [chosenAt - 1, chosenAt, chosenAt + 1]);
  const answers = useDeskPages(
    'clients.rows',
    pages.map((page) => ({ view: shownView, offset: page * pageRows, limit: pageRows })),
  );
  const rowAt = (at: number): AccountRow | undefined =>
    at < 0 ? undefined : answers[pages.indexOf(Math.floor(at / pageRows))]?.rows[at % pageRows];
  const ofGroups = useMemo(
    () => ({
      count: countLines(groups, shownView.grouped),
      lineAt: (index: number) => lineAt(groups, shownView.grouped, index),
      indexOf: (at: number) => indexOfRow(groups, shownView.grouped, at),
    }),
    [groups, shownView.grouped],
  );
  const lines: TableLines = { ...ofGroups, rows: shown, rowAt };

  const searchField = useRef<HTMLInputElement>(null);
  const chosen = rowAt(chosenAt);
  const ticks = useLargeSelection(shownView, dataUpdatedAt);
  useTickKeys({
    hasTicks: ticks.ids.size > 0,
    hasChosen: chosen !== undefined,
    toggle: () => {
      if (chosen !== undefined) ticks.toggle(chosen.id);
    },
    extend: () => {
      if (chosen !== undefined) ticks.extendTo(chosen.id);
    },
    step: (by) => {
      const next = rowAt(chosenAt + by);
      if (chosen !== undefined && !ticks.ids.has(chosen.id)) ticks.toggle(chosen.id);
      if (chosen === undefined || next === undefined) return;
      choose(chosenAt + by);
      ticks.extendTo(next.id, ticks.ids.has(chosen.id) ? undefined : chosen.id);
    },
    all: ticks.all,
    clear: ticks.clear,
  });
  useClientKeys({ searchField, count: shown, at: chosenAt, chosenId: chosen?.id ?? null, choose }, true);

  const error = sums.error ?? firstRows.error;
  if (error !== null && seen === null)
    return (
      <ErrorState
        {...errorWords(error)}
        action={
          <Button
            onClick={() => {
              void sums.refetch();
              void firstRows.refetch();
            }}
          >
            {t('common:retry')}
          </Button>
        }
      />
    );
  // Before the first measuring the table has no lines yet.
  const isMade = seen !== null && (table.found > 0 || shownView.query !== '' || table.isMeasured);
  return (
    <>
      <ClientFilters
        counts={seen === null ? null : table}
        isIndexing={table.isIndexing}
        searchField={searchField}
        shown={shown}
        total={isMade ? table.total : null}
      />
      {isMade ? (
        <ClientsTable
          bar={
            <ClientsBar archived={false} ids={[...ticks.ids]} inOrder={ticks.inOrder} onClear={ticks.clear} />
          }
          chosenAt={chosenAt}
          chosenKey={chosenAt}
          empty={<NothingFound found={table.found} query={shownView.query} />}
          largest={table.largestProfitMinor}
          lines={lines}
          onChoose={choose}
          onSight={onSight}
          order={shownView}
          sharePermille={table.sharePermille}
          ticks={ticks}
        />
      ) : (
        <RowsSkeleton rows={14} />
      )}
    </>
  );
}
