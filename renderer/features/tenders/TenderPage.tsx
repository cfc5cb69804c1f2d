import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenderId } from '../../../shared/domain/ids.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { goTo } from '../../app/place.ts';
import { HiddenWhileShowing } from '../../app/HiddenWhileShowing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { BackPlan } from './BackPlan.tsx';
import { BidsPart } from './BidsPart.tsx';
import { CriteriaPart } from './CriteriaPart.tsx';
import { OutcomePart } from './OutcomePart.tsx';
import { ParticipantsPart } from './ParticipantsPart.tsx';
import { TenderHeader } from './TenderHeader.tsx';
import classes from './TenderPage.module.css';

/** One tender: what it is, how far the preparation is, how we stand, who takes part, who else bids, how it ended. */
export function TenderPage({ tenderId }: { readonly tenderId: TenderId }) {
  const { t } = useTranslation(['tenders', 'common']);
  const query = useDesk('tenders.get', { id: tenderId });
  if (query.data === undefined) {
    const gone = query.error?.code === 'notFound' || query.error?.code === 'accountDeleted';
    return (
      <>
        <TopBar crumbs={[{ label: t('title'), place: { at: 'tenders' } }]} />
        <div className={classes.page}>
          {query.error === null ? (
            <PageSkeleton />
          ) : gone ? (
            <EmptyState
              action={<Button onClick={() => goTo({ at: 'tenders' })}>{t('missing.action')}</Button>}
              title={t('missing.text')}
            />
          ) : (
            <div className={classes.failure}>
              <ErrorState
                {...errorWords(query.error)}
                action={<Button onClick={() => void query.refetch()}>{t('common:retry')}</Button>}
              />
            </div>
          )}
        </div>
      </>
    );
  }
  const { tender, accountName } = query.data;
  return (
    <>
      <TopBar
        crumbs={[
          { label: t('title'), place: { at: 'tenders' } },
          { label: accountName, place: { at: 'dossier', accountId: tender.accountId, tab: 'tenders' } },
          { label: tender.title },
        ]}
      />
      <div className={classes.page} key={tender.id}>
        <TenderHeader accountName={accountName} tender={tender} />
        <HiddenWhileShowing>
          <div className={classes.columns}>
            <div className={classes.main}>
              <BackPlan tender={tender} />
              <CriteriaPart tender={tender} />
              <OutcomePart tender={tender} />
            </div>
            <div className={classes.side}>
              <ParticipantsPart tender={tender} />
              <BidsPart tender={tender} />
            </div>
          </div>
        </HiddenWhileShowing>
      </div>
    </>
  );
}
