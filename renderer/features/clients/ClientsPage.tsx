import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { SaveMenu } from '../../app/SaveMenu.tsx';
import { useShowMode } from '../../app/showMode.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { mostAtOnce } from './clientColumns.ts';
import { ClientsMenuItems } from './ClientsMenuItems.tsx';
import classes from './ClientsPage.module.css';
import { useClientsView } from './clientsView.ts';
import { FewClients } from './FewClients.tsx';
import { LargeClients } from './LargeClients.tsx';

/** The list of clients: search as you type, chips, groups A, B, C, and the next step of each. */
export function ClientsPage() {
  const { t } = useTranslation(['clients', 'common', 'bulk']);
  const { on: showing, toggle } = useShowMode();
  const archived = useClientsView((view) => view.archived);
  const count = useDesk('clients.count', {});
  const total = count.data?.total;
  // The archive is never that large: it is read whole.
  const isLarge = total !== undefined && total > mostAtOnce && !archived;
  return (
    <>
      <TopBar
        actions={
          <>
            {showing ? null : (
              <SaveMenu calendar load tables={['clients', 'deliveries']}>
                <ClientsMenuItems archived={archived} />
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
          archived
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
        ) : count.error !== null && total === undefined ? (
          <ErrorState
            {...errorWords(count.error)}
            action={<Button onClick={() => void count.refetch()}>{t('common:retry')}</Button>}
          />
        ) : isLarge ? (
          <LargeClients />
        ) : (
          // What is ticked in the list is not in its archive.
          <FewClients asks={total !== undefined} key={String(archived)} />
        )}
      </div>
    </>
  );
}
