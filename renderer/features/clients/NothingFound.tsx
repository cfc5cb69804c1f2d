import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { noFilter } from './clientRows.ts';
import { changeView } from './clientsView.ts';

/** An empty table of a vault with clients: says whether the search or the filters leave nothing, and takes both back. */
export function NothingFound({ query, found }: { readonly query: string; readonly found: number }) {
  const { t } = useTranslation('clients');
  return (
    <EmptyState
      action={
        <Button onClick={() => changeView({ query: '', filter: noFilter })}>{t('noResults.clear')}</Button>
      }
      title={found === 0 && query !== '' ? t('noResults.text', { query }) : t('noResults.filters')}
    />
  );
}
