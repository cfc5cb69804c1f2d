import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecompositionChange } from '../../../shared/domain/recomposeProposal.ts';
import { call, invalidate, notifyError, useDesk, useDeskAction } from '../../app/desk.ts';
import { isLocked, proposalSession, useProposalSession } from '../../editor/session.ts';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import classes from './Inspector.module.css';
import { useProposalDoor } from './proposalDoor.ts';

/** What today's dossier would change in the contents, and the way to take it over without losing a written word. */
export function Recompose() {
  const { t } = useTranslation(['compose', 'proposals']);
  const proposal = useProposalSession((session) => session.proposal);
  const { flush, reload } = useProposalDoor();
  const locked = useProposalSession(isLocked);
  const preview = useDesk(
    'proposals.recomposition',
    { id: proposal?.id ?? '' },
    { enabled: !locked, staleTimeMs: 0 },
  );
  const revision = proposal?.revision;
  // Every save may have brought the document nearer to the dossier, or farther from it.
  useEffect(() => void invalidate('proposals.recomposition'), [revision]);
  const restore = async (kept: number) => {
    const now = proposalSession.getState().proposal;
    if (!now) return;
    await flush();
    const { id, revision: baseRevision } = proposalSession.getState().proposal ?? now;
    await call('proposals.restoreRevision', { id, revision: kept, baseRevision });
    await reload();
  };
  const recompose = useDeskAction('proposals.recompose', {
    invalidates: ['proposals.recomposition', 'proposals.alternatives'],
    success: ({ keptRevision }) => {
      void reload();
      notifyUndo(t('again.done'), () => void restore(keptRevision).catch(notifyError));
    },
  });
  if (!proposal || locked || !preview.data) return null;
  const { changes, refreshes } = preview.data;
  if (changes.length === 0 && !refreshes) return null;
  const start = async () => {
    await flush();
    const now = proposalSession.getState();
    if (now.save.phase !== 'saved' || !now.proposal) return;
    recompose.mutate({ id: now.proposal.id, baseRevision: now.proposal.revision, label: t('again.kept') });
  };
  const lines = [...new Map(changes.map((change) => [JSON.stringify(change), lineOf(change)])).values()];
  return (
    <InspectorSection>
      <SectionTitle level={2}>{t('again.title')}</SectionTitle>
      <ul className={classes.reasons}>
        {lines.map(([key, title]) => (
          <li key={`${key}-${title}`}>{t(`again.${key}`, { title })}</li>
        ))}
        {changes.length === 0 ? <li>{t('again.refreshes')}</li> : null}
      </ul>
      <p className={classes.text}>{t('again.hint')}</p>
      <div>
        <Button size="xs" loading={recompose.isPending} onClick={() => void start().catch(notifyError)}>
          {t('again.action')}
        </Button>
      </div>
    </InspectorSection>
  );
}

const lineOf = (change: RecompositionChange): readonly [RecompositionChange['kind'], string] => [
  change.kind,
  'title' in change ? change.title : '',
];
