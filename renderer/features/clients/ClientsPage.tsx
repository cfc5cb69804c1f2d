import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { SaveMenu } from '../../app/SaveMenu.tsx';
import { useShowMode } from '../../app/showMode.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { useSelection } from '../../ui/useSelection.ts';
import { useSelectionKeys } from '../../ui/useSelectionKeys.ts';
import { ClientFilters } from './ClientFilters.tsx';
import { ClientsBar } from './ClientsBar.tsx';
import { ClientsMenuItems } from './ClientsMenuItems.tsx';
import { ClientsTable } from './ClientsTable.tsx';
import { mostAtOnce } from './clientColumns.ts';
import { LargeClients } from './LargeClients.tsx';
import classes from './ClientsPage.module.css';
import { clientLines, noFilter, passes, sortClients } from './clientRows.ts';
import { changeView, useClientsView } from './clientsView.ts';

const none: readonly AccountRow[] = [];

/** The list of clients: search as you type, chips, groups A, B, C, and the next step of each. */
export function ClientsPage() {
  const { t } = useTranslation(['clients', 'common', 'domain', 'bulk']);
  const { on: showing, toggle } = useShowMode();
  const view = useClientsView();
  const words = useFieldWords();
  const query = useDeferredValue(view.query.trim());
  const total = useDesk('clients.count', {}).data?.total;
  // The archive is never that large: it is read whole.
  const isLarge = total !== undefined && total > mostAtOnce && !view.archived;
  const list = useDesk(
    'accounts.list',
    { query, archived: view.archived },
    { keepPrevious: true, enabled: total !== undefined && !isLarge },
  );
  const searchField = useRef<HTMLInputElement>(null);

  const found = list.data?.rows ?? none;
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
  const lines = useMemo(() => clientLines(found, shown, view.grouped), [found, shown, view.grouped]);
  const rows = useMemo(() => lines.flatMap((line) => (line.kind === 'client' ? [line.row] : [])), [lines]);
  const chosen = rows.find((row) => row.id === view.chosenId) ?? rows[0] ?? null;

  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useSelection(order);
  useSelectionKeys(selection, order, chosen?.id ?? null, (id) => changeView({ chosenId: id }), !showing);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null || showing) return;
      if (isLarge) return;
      if (event.code === 'KeyF' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        event.preventDefault();
        searchField.current?.select();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      const inSearch = target === searchField.current;
      const onControl =
        target instanceof Element && target.closest('button, a, input, textarea, [role="menu"]') !== null;
      if (onControl && !inSearch) return;
      const at = chosen === null ? -1 : rows.findIndex((row) => row.id === chosen.id);
      const choose = (index: number) => {
        event.preventDefault();
        const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
        if (row !== undefined) changeView({ chosenId: row.id });
      };
      if (event.key === 'ArrowDown') choose(at + 1);
      else if (event.key === 'ArrowUp') choose(at - 1);
      else if (event.key === 'PageDown') choose(at + 15);
      else if (event.key === 'PageUp') choose(at - 15);
      else if (event.key === 'Home' && !inSearch) choose(0);
      else if (event.key === 'End' && !inSearch) choose(rows.length - 1);
      else if (event.key === 'Enter' && chosen !== null) {
        event.preventDefault();
        goTo({ at: 'dossier', accountId: chosen.id, tab: 'overview' });
      } else if (inSearch) {
        if (event.key === 'Escape') changeView({ query: '' });
      } else if (event.code === 'KeyK' && chosen !== null) {
        // The physical key: it is «Л» in the Russian layout and K in the English one.
        event.preventDefault();
        goTo({ at: 'newProposal', accountId: chosen.id, tenderId: null });
      } else if (event.code === 'KeyN') {
        event.preventDefault();
        openDialog({ kind: 'newClient' });
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [rows, chosen, showing, isLarge]);

  const isEmpty = list.data !== undefined && list.data.total === 0 && query === '';
  return (
    <>
      <TopBar
        actions={
          <>
            {showing ? null : (
              <SaveMenu calendar load tables={['clients', 'deliveries']}>
                <ClientsMenuItems archived={view.archived} onChange={selection.clear} />
              </SaveMenu>
            )}
            <Button
              leftSection={<IconPlus size={16} stroke={1.5} />}
              onClick={() => openDialog({ kind: 'newClient' })}
              variant="filled"
            >
              {t('new')}
            </Button>
          </>
        }
        crumbs={
          view.archived
            ? [{ label: t('title'), place: { at: 'clients' } }, { label: t('bulk:archiveTotal') }]
            : [{ label: t('title') }]
        }
      />
      <div className={classes.page}>
        {showing ? (
          <EmptyState
            action={<Button onClick={toggle}>{t('showMode.leave')}</Button>}
            title={t('showMode.text')}
          />
        ) : isLarge ? (
          <LargeClients />
        ) : list.error !== null && list.data === undefined ? (
          <ErrorState
            {...errorWords(list.error)}
            action={<Button onClick={() => void list.refetch()}>{t('common:retry')}</Button>}
          />
        ) : isEmpty && view.archived ? (
          <EmptyState
            action={<Button onClick={() => changeView({ archived: false })}>{t('bulk:menu.back')}</Button>}
            title={t('bulk:archiveEmpty')}
          />
        ) : isEmpty ? (
          <EmptyState
            action={
              <Button onClick={() => openDialog({ kind: 'newClient' })} variant="filled">
                {t('empty.action')}
              </Button>
            }
            title={t('empty.text')}
          />
        ) : (
          <>
            <ClientFilters
              found={found}
              searchField={searchField}
              shown={shown.length}
              total={list.data?.total ?? null}
            />
            {list.data === undefined ? (
              <RowsSkeleton rows={14} />
            ) : (
              <ClientsTable
                chosen={chosen}
                empty={
                  <EmptyState
                    action={
                      <Button onClick={() => changeView({ query: '', filter: noFilter })}>
                        {t('noResults.clear')}
                      </Button>
                    }
                    title={
                      found.length === 0 && query !== ''
                        ? t('noResults.text', { query })
                        : t('noResults.filters')
                    }
                  />
                }
                bar={<ClientsBar archived={view.archived} order={order} selection={selection} />}
                lines={lines}
                rows={rows}
                selection={selection}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}
