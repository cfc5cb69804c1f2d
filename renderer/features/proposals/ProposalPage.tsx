import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId, ProposalId } from '../../../shared/domain/ids.ts';
import { notifyError, useDeskAction } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useShowMode } from '../../app/showMode.ts';
import { ProposalEditor } from '../../editor/ProposalEditor.tsx';
import { useProposalSession } from '../../editor/session.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { BeforeExport } from './check/BeforeExport.tsx';
import { useAutoCheck } from './check/useAutoCheck.ts';
import { openReaders } from './check/wantedTab.ts';
import { Differences } from './Differences.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FaceBar } from './faces/FaceBar.tsx';
import { FacePage } from './faces/FacePage.tsx';
import { FacePanel } from './faces/FacePanel.tsx';
import { useFace } from './faces/faceState.ts';
import { Inspector } from './Inspector.tsx';
import { LifeBanner } from './life/LifeBanner.tsx';
import { StatusMenu } from './life/StatusMenu.tsx';
import { Outline } from './Outline.tsx';
import { PreviewToggle } from './preview/PreviewToggle.tsx';
import { usePreviewShown } from './preview/previewState.ts';
import { WordPreview } from './preview/WordPreview.tsx';
import { ProposalDoorProvider } from './proposalDoor.ts';
import classes from './proposals.module.css';
import { SaveMark } from './SaveMark.tsx';
import { useExport } from './useExport.tsx';
import { useOpenProposal } from './useOpenProposal.ts';
import { VersionsDialog } from './versions/VersionsDialog.tsx';

/** The heart of the product: outline, page, and what the proposal owes its readers. */
export function ProposalPage({ proposalId }: { readonly proposalId: ProposalId }) {
  const { t } = useTranslation(['proposals', 'life', 'domain', 'common']);
  const open = useOpenProposal(proposalId);
  const exporting = useExport(proposalId, open.flush);
  const { on: showing } = useShowMode();
  const previewing = usePreviewShown();
  // Text made larger on a small screen, or the file beside the page: the page needs the outline's place.
  const folded = useMediaQuery(previewing ? '(width <= 1500px)' : '(width < 1100px)', undefined, {
    getInitialValueInEffect: false,
  });
  useAutoCheck(proposalId);
  const [faceId, setFaceId] = useState<PersonId | null>(null);
  const face = useFace(faceId);
  const proposal = useProposalSession((session) => session.proposal);
  const context = useProposalSession((session) => session.context);
  const inConflict = useProposalSession((session) => session.save.phase === 'conflict');
  const refused = useCallback(
    (reason: 'tooLarge' | 'notUnderstood') =>
      notifications.show({
        color: 'red',
        title: t(`refused.${reason}.title`),
        message: t(`refused.${reason}.text`),
      }),
    [t],
  );
  const restore = useDeskAction('accounts.restore', {
    invalidates: ['accounts.list', 'proposals.list'],
    success: () => void open.refresh(),
  });

  if (open.loading.phase === 'failed') {
    const words = errorWords(open.loading.error);
    return (
      <>
        <TopBar crumbs={[{ label: t('title'), place: { at: 'proposals' } }]} />
        <ErrorState
          title={words.title}
          text={words.text}
          action={<Button onClick={() => void open.reload()}>{t('reload')}</Button>}
        />
      </>
    );
  }
  if (open.loading.phase === 'loading' || !proposal || !context)
    return (
      <>
        <TopBar crumbs={[{ label: t('title'), place: { at: 'proposals' } }]} compact />
        <PageSkeleton />
      </>
    );

  const deleted = context.account.deleted;
  return (
    <div className={showing ? `${classes.page} show-mode` : classes.page}>
      <TopBar
        compact
        crumbs={[
          { label: t('title'), place: { at: 'proposals' } },
          {
            label: context.account.name,
            place: { at: 'dossier', accountId: context.account.id, tab: 'proposals' },
          },
          {
            label:
              proposal.edition > 1
                ? t('life:numbered', { number: proposal.number, edition: proposal.edition })
                : t('numbered', { number: proposal.number }),
          },
        ]}
        state={
          <>
            <StatusMenu
              proposal={proposal}
              disabled={deleted}
              flush={open.flush}
              onMoved={() => void open.reload()}
            />
            <SaveMark />
          </>
        }
        actions={
          <>
            <PreviewToggle />
            <ExportMenu exporting={exporting} disabled={deleted} />
          </>
        }
      />
      {deleted ? (
        <div className={classes.banner} role="alert">
          <span>{t('deleted.text', { name: context.account.name })}</span>
          <Button
            size="xs"
            loading={restore.isPending}
            onClick={() => restore.mutate({ id: context.account.id })}
          >
            {t('deleted.restore')}
          </Button>
        </div>
      ) : null}
      {inConflict ? (
        <div className={classes.banner} role="alert">
          <span>{t('conflict.text')}</span>
          <Button size="xs" onClick={() => void open.keepMine().catch(notifyError)}>
            {t('conflict.keepMine')}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => void open.reload()}>
            {t('conflict.takeOther')}
          </Button>
        </div>
      ) : null}
      {proposal.readerIds.length === 0 && proposal.status === 'draft' && !deleted && !showing ? (
        <div className={classes.banner} role="status">
          <span>{t('noReaders')}</span>
          <Button size="xs" onClick={openReaders}>
            {t('noReadersAction')}
          </Button>
        </div>
      ) : null}
      {deleted || showing ? null : <LifeBanner proposal={proposal} />}
      {proposal.shape === 'faces' && !showing ? (
        <FaceBar chosen={face?.personId ?? null} onChoose={setFaceId} />
      ) : null}
      <div
        className={classes.columns}
        data-face={(face !== null && !showing) || undefined}
        data-preview={(previewing && (face === null || showing)) || undefined}
      >
        <Outline folded={folded} />
        <ProposalEditor
          key={open.loading.opening}
          root={open.loading.loaded.proposal.document.root}
          look={context.company.look}
          editable={!deleted && proposal.status === 'draft'}
          onChange={open.documentChanged}
          onHeader={open.headerChanged}
          onRefused={refused}
        />
        {face !== null && !showing ? (
          <>
            <FacePage face={face} />
            <FacePanel face={face} />
          </>
        ) : previewing ? (
          <WordPreview proposalId={proposalId} />
        ) : (
          <ProposalDoorProvider value={open}>
            <Inspector key={proposal.status === 'draft' ? 'draft' : 'sent'} />
          </ProposalDoorProvider>
        )}
      </div>
      <BeforeExport />
      <VersionsDialog flush={open.flush} />
      {exporting.report ? (
        <Differences
          fileName={exporting.report.fileName}
          report={exporting.report.report}
          onClose={exporting.closeReport}
        />
      ) : null}
    </div>
  );
}
