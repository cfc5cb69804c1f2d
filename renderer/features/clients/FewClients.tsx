import { Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { useSelection } from '../../ui/useSelection.ts';
import { useSelectionKeys } from '../../ui/useSelectionKeys.ts';
import { ClientFilters } from './ClientFilters.tsx';
import { ClientsBar } from './ClientsBar.tsx';
import { clientLines, largestProfit, passes, sortClients, wholeLines } from './clientRows.ts';
import { ClientsTable, type TableTicks } from './ClientsTable.tsx';
import { changeView, useClientsView } from './clientsView.ts';
import { NothingFound } from './NothingFound.tsx';
import { useClientKeys } from './useClientKeys.ts';

const none: readonly AccountRow[] = [];

/**
 * The clients of a vault, or its archive, where a list can carry them all: they are sorted, filtered and summed here.
 * `asks` is false while it is not known yet whether there are so few.
 */
export function FewClients({ asks }: { readonly asks: boolean }) {
  const { t } = useTranslation(['clients', 'common', 'bulk', 'tables']);
  const view = useClientsView();
  const words = useFieldWords();
  const query = useDeferredValue(view.query.trim());
  const answer = useDesk(
    'accounts.list',
    { query, archived: view.archived },
    { keepPrevious: true, enabled: asks, askAgainWhile: ({ isIndexing }) => isIndexing },
  );
  const searchField = useRef<HTMLInputElement>(null);

  const found = answer.data?.rows ?? none;
  const collator = useMemo(() => new Intl.Collator(words.language, { numeric: true }), [words.language]);
  const shown = useMemo(
    () =>
      sortClients(
        found.filter((row) => passes(row, view.filter, words.today)),
        view.sort,
        collator,
      ),
    [found, view.filter, view.sort, words.today, collator],
  );
  const list = useMemo(() => clientLines(found, shown, view.grouped), [found, shown, view.grouped]);
  const rows = useMemo(() => list.flatMap((line) => (line.kind === 'client' ? [line.row] : [])), [list]);
  const lines = useMemo(() => wholeLines(list, rows), [list, rows]);
  const chosenAt =
    rows.length === 0
      ? -1
      : Math.max(
          0,
          rows.findIndex(({ id }) => id === view.chosenId),
        );
  const chosenId = rows[chosenAt]?.id ?? null;
  const largest = useMemo(() => largestProfit(rows), [rows]);
  const sharePermille = rows.reduce((sum, row) => sum + row.measures.profitSharePermille, 0);

  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useSelection(order);
  const ticks: TableTicks = {
    ...selection,
    extendTo: (id) => selection.extendTo(id, order),
    all: () => selection.set(order),
  };
  const ticked = order.filter((id) => selection.ids.has(id));
  useSelectionKeys(selection, order, chosenId, (id) => changeView({ chosenId: id }));
  useClientKeys({
    searchField,
    count: rows.length,
    at: chosenAt,
    chosenId,
    choose: (at) => changeView({ chosenId: rows[at]?.id ?? null }),
  });

  if (answer.error !== null && answer.data === undefined)
    return (
      <ErrorState
        {...errorWords(answer.error)}
        action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
      />
    );
  const isEmpty = answer.data !== undefined && answer.data.total === 0 && query === '';
  if (isEmpty && view.archived)
    return (
      <EmptyState
        action={<Button onClick={() => changeView({ archived: false })}>{t('bulk:menu.back')}</Button>}
        title={t('bulk:archiveEmpty')}
      />
    );
  if (isEmpty)
    return (
      <EmptyState
        action={
          <>
            <Button onClick={() => openDialog({ kind: 'newClient' })} variant="filled">
              {t('empty.action')}
            </Button>
            <Button
              leftSection={<IconTableImport size={16} stroke={1.5} />}
              onClick={() => openDialog({ kind: 'importTable', account: null })}
            >
              {t('tables:menu')}
            </Button>
          </>
        }
        title={t('empty.text')}
      />
    );
  return (
    <>
      <ClientFilters
        found={found}
        isIndexing={answer.data?.isIndexing ?? false}
        searchField={searchField}
        shown={shown.length}
        total={answer.data?.total ?? null}
      />
      {answer.data === undefined ? (
        <RowsSkeleton rows={14} />
      ) : (
        <ClientsTable
          bar={
            <ClientsBar
              archived={view.archived}
              ids={ticked}
              inOrder={() => Promise.resolve(ticked)}
              onClear={selection.clear}
            />
          }
          chosenAt={chosenAt}
          chosenKey={chosenId}
          empty={<NothingFound found={found.length} query={query} />}
          largest={largest}
          lines={lines}
          onChoose={(_at, id) => changeView({ chosenId: id })}
          sharePermille={sharePermille}
          ticks={ticks}
        />
      )}
    </>
  );
}
