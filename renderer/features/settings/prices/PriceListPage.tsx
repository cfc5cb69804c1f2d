import { Button, TextInput } from '@mantine/core';
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceListItem } from '../../../../shared/domain/priceListItem.ts';
import type { OpenTable } from '../../../../shared/domain/tableImport.ts';
import { call, notifyError, useDesk, useDeskAction } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useShowMode } from '../../../app/showMode.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { PriceImportDialog } from './PriceImportDialog.tsx';
import { PriceItemDialog } from './PriceItemDialog.tsx';
import { PriceListTable } from './PriceListTable.tsx';
import classes from './prices.module.css';

/** Our price list: searched as it is typed, imported from a file, edited by hand. */
export function PriceListPage() {
  const { t } = useTranslation(['price', 'settings', 'common']);
  const { on: showing } = useShowMode();
  const [query, setQuery] = useState('');
  const answer = useDesk('prices.search', { query: useDeferredValue(query) }, { keepPrevious: true });
  const [edited, setEdited] = useState<PriceListItem | 'new' | null>(null);
  const [table, setTable] = useState<OpenTable | null>(null);
  const undo = useDeskAction('prices.undoImport', {
    invalidates: ['prices.search'],
    success: ({ restored, kept }) =>
      notifyDone(t(kept === 0 ? 'price:list.undone' : 'price:list.undoneKept', { restored, kept })),
  });
  const openFile = () => {
    call('shell.openPriceTable', {}).then(setTable, notifyError);
  };
  const { data, error } = answer;
  const last = data?.lastImport ?? null;
  const importButton = (
    <Button leftSection={<IconFileImport size={16} stroke={1.5} />} onClick={openFile} variant="filled">
      {t('price:list.import')}
    </Button>
  );
  const addButton = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setEdited('new')}>
      {t('price:list.add')}
    </Button>
  );
  if (showing) return <EmptyState title={t('price:list.hidden')} />;
  return (
    <section className={classes.wide}>
      <header className={classes.head}>
        <div>
          <h2>{t('settings:pages.prices')}</h2>
          <p>{t('price:list.text')}</p>
        </div>
        {data !== undefined && data.total > 0 ? (
          <div className={classes.actions}>
            {addButton}
            {importButton}
          </div>
        ) : null}
      </header>
      {error !== null ? (
        <ErrorState
          {...errorWords(error)}
          action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
        />
      ) : data === undefined ? (
        <RowsSkeleton height={38} rows={8} />
      ) : data.total === 0 ? (
        <EmptyState
          action={
            <div className={classes.actions}>
              {importButton}
              {addButton}
            </div>
          }
          title={t('price:list.empty')}
        >
          {t('price:list.emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className={classes.bar}>
            <TextInput
              aria-label={t('price:list.search')}
              className={classes.search ?? ''}
              leftSection={<IconSearch size={16} stroke={1.5} />}
              onChange={(event) => setQuery(event.currentTarget.value.slice(0, 200))}
              placeholder={t('price:list.search')}
              value={query}
            />
            <span className={classes.quiet}>{t('price:list.total', { count: data.found })}</span>
          </div>
          {data.found === 0 ? (
            <p className={classes.quiet}>{t('price:list.nothing')}</p>
          ) : (
            <PriceListTable items={data.items} onEdit={setEdited} />
          )}
          {data.found > data.items.length ? (
            <p className={classes.quiet}>
              {t('price:list.first', { shown: data.items.length, found: data.found })}
            </p>
          ) : null}
          {last === null ? null : (
            <p className={classes.bar}>
              <span className={classes.quiet}>
                {t('price:list.lastImport', {
                  file: last.fileName,
                  added: last.added,
                  changed: last.changed,
                })}
              </span>
              <Button
                loading={undo.isPending}
                onClick={() => undo.mutate({ batchId: last.id })}
                size="xs"
                variant="subtle"
              >
                {t('price:list.undoImport')}
              </Button>
            </p>
          )}
        </>
      )}
      {edited === null ? null : (
        <PriceItemDialog item={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {table === null ? null : (
        <PriceImportDialog key={table.importId} onClose={() => setTable(null)} opened={table} />
      )}
    </section>
  );
}
