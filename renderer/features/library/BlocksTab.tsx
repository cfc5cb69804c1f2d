import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { noBlockFilter, passesFilter } from './blockFilter.ts';
import { BlockFilters } from './BlockFilters.tsx';
import { BlockInspector } from './BlockInspector.tsx';
import { BlockTable } from './BlockTable.tsx';
import type { Edited } from './edited.ts';
import classes from './library.module.css';

/** The argument blocks: search and filters above the list, the chosen one beside it as on paper. */
export function BlocksTab({
  chosen,
  onEdit,
}: {
  readonly chosen: string | null;
  readonly onEdit: (edited: Edited) => void;
}) {
  const { t } = useTranslation(['library', 'common']);
  const { today, language } = useFieldWords();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(noBlockFilter);
  const answer = useDesk('library.blocks', { query }, { keepPrevious: true });
  const found = answer.data?.rows;
  const rows = (found ?? [])
    .filter((row) => passesFilter(row, filter, today))
    // The interface's language first: those are the blocks its user writes with.
    .toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
  const shown = rows.find(({ id }) => id === chosen) ?? rows[0];
  return (
    <div className={classes.body}>
      <div className={classes.content}>
        <BlockFilters
          filter={filter}
          found={found ?? []}
          onFilter={setFilter}
          onQuery={setQuery}
          query={query}
          shown={rows.length}
        />
        {answer.error !== null ? (
          <ErrorState
            {...errorWords(answer.error)}
            action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
          />
        ) : found === undefined ? (
          <RowsSkeleton />
        ) : rows.length === 0 ? (
          <EmptyState
            action={
              <Button
                onClick={() => {
                  setQuery('');
                  setFilter(noBlockFilter);
                }}
              >
                {t('clearFilters')}
              </Button>
            }
            title={t('nothing')}
          />
        ) : (
          <BlockTable
            onChoose={(id) => goTo({ at: 'library', tab: 'blocks', id })}
            onOpen={(id) => onEdit({ kind: 'block', id })}
            rows={rows}
            shown={shown?.id ?? null}
          />
        )}
      </div>
      <aside aria-label={shown?.title ?? t('tab.blocks')} className={classes.inspector}>
        {shown === undefined ? (
          <p className={classes.pick}>{t('blocks.pick')}</p>
        ) : (
          <BlockInspector key={shown.id} onEdit={() => onEdit({ kind: 'block', id: shown.id })} row={shown} />
        )}
      </aside>
    </div>
  );
}
