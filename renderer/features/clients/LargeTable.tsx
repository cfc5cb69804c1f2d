import { memo, useCallback, useMemo, useState, type RefObject } from 'react';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import type { ClientsTableView } from '../../../shared/ipc/calls/clientsTable.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { useDeskPages } from '../../app/desk.ts';
import { useRested } from '../../ui/useRested.ts';
import { useTickKeys } from '../../ui/useSelectionKeys.ts';
import { ClientsBar } from './ClientsBar.tsx';
import { ClientsTable, type TableLines } from './ClientsTable.tsx';
import { changeView, useClientsView } from './clientsView.ts';
import { countLines, indexOfRow, lineAt, pageRows, pagesAround } from './largeLines.ts';
import { NothingFound } from './NothingFound.tsx';
import { useClientKeys } from './useClientKeys.ts';
import { useLargeSelection } from './useLargeSelection.ts';

/** An answer of the vault with what it answers. */
export type SeenTable = {
  readonly view: ClientsTableView;
  readonly table: OutputOf<'clients.table'>;
  readonly answeredAtMs: number;
};

const choose = (at: number): void => changeView({ chosenAt: at });

/**
 * The table of a large vault, its rows read as they come into sight. Drawn anew by an answer and by what is done in it,
 * not by a key typed into the search.
 */
export const LargeTable = memo(function LargeTable({
  seen,
  searchField,
}: {
  readonly seen: SeenTable;
  readonly searchField: RefObject<HTMLInputElement | null>;
}) {
  const { view, table, answeredAtMs } = seen;
  const { groups, shown, rows: first } = table;
  const chosenBefore = useClientsView(({ chosenAt }) => chosenAt);
  const chosenAt = Math.min(chosenBefore, shown - 1);

  const [sightOf, setSight] = useState({ view, first: 0, last: 0 });
  // Another view is read from its beginning.
  const sight = sightOf.view === view ? sightOf : { view, first: 0, last: 0 };
  const onSight = useCallback(
    (from: number, to: number) =>
      setSight((before) =>
        before.view === view && before.first === from && before.last === to
          ? before
          : { view, first: from, last: to },
      ),
    [view],
  );
  const rests = useRested(view);
  // The rows beside the chosen one too: Shift with an arrow ticks them.
  const pages = pagesAround(sight, { shown, read: first.length, rests }, [
    chosenAt - 1,
    chosenAt,
    chosenAt + 1,
  ]);
  const answers = useDeskPages(
    'clients.rows',
    pages.map((page) => ({ view, offset: page * pageRows, limit: pageRows })),
  );
  const rowAt = (at: number): AccountRow | undefined =>
    at < 0
      ? undefined
      : (first[at] ?? answers[pages.indexOf(Math.floor(at / pageRows))]?.rows[at % pageRows]);
  const ofGroups = useMemo(
    () => ({
      count: countLines(groups, view.grouped),
      lineAt: (index: number) => lineAt(groups, view.grouped, index),
      indexOf: (at: number) => indexOfRow(groups, view.grouped, at),
    }),
    [groups, view.grouped],
  );
  const lines: TableLines = { ...ofGroups, rows: shown, rowAt };

  const chosen = rowAt(chosenAt);
  const ticks = useLargeSelection(view, answeredAtMs);
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
  useClientKeys({ searchField, count: shown, at: chosenAt, chosenId: chosen?.id ?? null, choose });

  return (
    <ClientsTable
      bar={<ClientsBar archived={false} ids={[...ticks.ids]} inOrder={ticks.inOrder} onClear={ticks.clear} />}
      chosenAt={chosenAt}
      chosenKey={chosenAt}
      empty={<NothingFound found={table.found} query={view.query} />}
      largest={table.largestProfitMinor}
      lines={lines}
      onChoose={choose}
      onSight={onSight}
      order={view}
      sharePermille={table.sharePermille}
      ticks={ticks}
    />
  );
});
