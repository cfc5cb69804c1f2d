import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { goTo } from '../../app/place.ts';
import type { DossierTab } from '../../app/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { ArchivedNote } from './ArchivedNote.tsx';
import { useAccountUndo } from './accountEdit.ts';
import { DossierHeader } from './DossierHeader.tsx';
import classes from './DossierPage.module.css';
import { FilesTab } from './files/FilesTab.tsx';
import { HistoryTab } from './history/HistoryTab.tsx';
import { CompetitorsTab } from './lists/CompetitorsTab.tsx';
import { ProposalsTab } from './lists/ProposalsTab.tsx';
import { TendersTab } from './lists/TendersTab.tsx';
import { OverviewTab } from './overview/OverviewTab.tsx';
import { PeopleTab } from './people/PeopleTab.tsx';
import { PlanTab } from './plan/PlanTab.tsx';

/** All we keep on one client: a header that stays, and a tab under it. */
export function DossierPage({ accountId, tab }: { readonly accountId: AccountId; readonly tab: DossierTab }) {
  const { t } = useTranslation(['dossier', 'common']);
  const overview = useDesk('accounts.overview', { id: accountId });
  const name = overview.data?.account.name ?? '';
  const found = overview.data?.account.id;
  useEffect(() => {
    // An old link to a client that was merged into another one.
    if (found !== undefined && found !== accountId) goTo({ at: 'dossier', accountId: found, tab });
  }, [found, accountId, tab]);
  const crumbs = [
    { label: t('clients'), place: { at: 'clients' } as const },
    { label: name, place: { at: 'dossier', accountId, tab: 'overview' } as const },
    { label: t(`tabs.${tab}`) },
  ];
  if (overview.data === undefined) {
    const gone = overview.error?.code === 'notFound' || overview.error?.code === 'accountDeleted';
    return (
      <>
        <TopBar crumbs={crumbs.slice(0, 1)} />
        <div className={classes.page}>
          {overview.error === null ? (
            <PageSkeleton />
          ) : gone ? (
            <EmptyState
              action={<Button onClick={() => goTo({ at: 'clients' })}>{t('missing.action')}</Button>}
              title={t('missing.text')}
            />
          ) : (
            <div className={classes.failure}>
              <ErrorState
                {...errorWords(overview.error)}
                action={<Button onClick={() => void overview.refetch()}>{t('common:retry')}</Button>}
              />
            </div>
          )}
        </div>
      </>
    );
  }
  return (
    <>
      <TopBar crumbs={crumbs} />
      <div className={classes.page} key={accountId}>
        {overview.data.archived ? <ArchivedNote accountId={overview.data.account.id} /> : null}
        <DossierHeader overview={overview.data} tab={tab} />
        <div aria-labelledby={`tab-${tab}`} className={classes.tab} id="dossier-tab" role="tabpanel">
          <TabBody overview={overview.data} tab={tab} />
        </div>
      </div>
    </>
  );
}

function TabBody({ overview, tab }: Parameters<typeof DossierHeader>[0]) {
  useAccountUndo(overview.account);
  switch (tab) {
    case 'overview':
      return <OverviewTab overview={overview} />;
    case 'history':
      return <HistoryTab overview={overview} />;
    case 'people':
      return <PeopleTab overview={overview} />;
    case 'tenders':
      return <TendersTab account={overview.account} />;
    case 'competitors':
      return <CompetitorsTab account={overview.account} />;
    case 'plan':
      return <PlanTab overview={overview} />;
    case 'proposals':
      return <ProposalsTab account={overview.account} />;
    case 'files':
      return <FilesTab account={overview.account} />;
  }
}
