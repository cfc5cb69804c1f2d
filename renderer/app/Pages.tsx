import { lazy, Suspense } from 'react';
import { ClientsPage } from '../features/clients/ClientsPage.tsx';
import { DossierPage } from '../features/dossier/DossierPage.tsx';
import { ProposalsPage } from '../features/proposals/ProposalsPage.tsx';
import { TenderPage } from '../features/tenders/TenderPage.tsx';
import { TendersPage } from '../features/tenders/TendersPage.tsx';
import { TodayPage } from '../features/today/TodayPage.tsx';
import { PageSkeleton } from '../ui/Skeletons.tsx';
import type { Place } from './place.ts';

// Rooms that bring much script of their own: the editor, the wizard, the library, the analysis, the settings.
const ProposalPage = lazy(async () => ({
  default: (await import('../features/proposals/ProposalPage.tsx')).ProposalPage,
}));
const NewProposalPage = lazy(async () => ({
  default: (await import('../features/proposals/NewProposalPage.tsx')).NewProposalPage,
}));
const LibraryPage = lazy(async () => ({
  default: (await import('../features/library/LibraryPage.tsx')).LibraryPage,
}));
const MeetingPage = lazy(async () => ({
  default: (await import('../features/meeting/MeetingPage.tsx')).MeetingPage,
}));
const AnalysisPage = lazy(async () => ({
  default: (await import('../features/analysis/AnalysisPage.tsx')).AnalysisPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
}));

/** The page of a place. */
export function Pages({ place }: { readonly place: Place }) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Page place={place} />
    </Suspense>
  );
}

function Page({ place }: { readonly place: Place }) {
  switch (place.at) {
    case 'today':
      return <TodayPage />;
    case 'clients':
      return <ClientsPage />;
    case 'dossier':
      return <DossierPage accountId={place.accountId} key={place.accountId} tab={place.tab} />;
    case 'meeting':
      return <MeetingPage accountId={place.accountId} key={place.accountId} />;
    case 'tenders':
      return <TendersPage />;
    case 'tender':
      return <TenderPage key={place.tenderId} tenderId={place.tenderId} />;
    case 'proposals':
      return <ProposalsPage />;
    case 'newProposal':
      return <NewProposalPage accountId={place.accountId} tenderId={place.tenderId} />;
    case 'proposal':
      return <ProposalPage key={place.proposalId} proposalId={place.proposalId} />;
    case 'library':
      return <LibraryPage chosen={place.id} tab={place.tab} />;
    case 'analysis':
      return <AnalysisPage view={place.view} />;
    case 'settings':
      return <SettingsPage page={place.page} />;
  }
}
