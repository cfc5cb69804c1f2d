import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../../shared/domain/proposal.ts';
import { call, notifyError, useDesk } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { replaceText } from '../../../editor/replaceText.ts';
import { proposalSession, useProposalSession } from '../../../editor/session.ts';
import { closeVersions, useVersionsAsked } from '../../../editor/versionsRequest.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { PriceChanges, TextChanges } from '../life/DifferenceParts.tsx';
import { useVersionWords } from './useVersionWords.ts';
import classes from './versions.module.css';

/** The versions of the open proposal, once they are asked for. */
export function VersionsDialog({ flush }: { readonly flush: () => Promise<void> }) {
  const asked = useVersionsAsked();
  const proposal = useProposalSession((session) => session.proposal);
  // Whoever leaves the proposal does not find the dialog over the next one.
  useEffect(() => closeVersions, []);
  return asked && proposal ? <Versions proposal={proposal} flush={flush} /> : null;
}

function Versions({ proposal, flush }: { readonly proposal: Proposal; readonly flush: () => Promise<void> }) {
  const { t } = useTranslation(['life', 'common']);
  const { id } = proposal;
  const isDraft = proposal.status === 'draft';
  const [saved, setSaved] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const words = useVersionWords();
  // What was typed a moment ago is part of the present that versions are compared with.
  useEffect(() => {
    void flush().finally(() => setSaved(true));
  }, [flush]);
  const { data, error } = useDesk('proposals.listRevisions', { id }, { enabled: saved, staleTimeMs: 0 });
  const versions = data?.revisions ?? [];
  const version = versions.find(({ revision }) => revision === chosen) ?? versions[0];

  const restore = async (revision: number, when: string) => {
    setRestoring(true);
    try {
      await flush();
      const { document } = await call('proposals.readRevision', { id, revision });
      await call('proposals.keepRevision', { id, label: '' });
      const { editor } = proposalSession.getState();
      if (!editor) return;
      replaceText(editor, document.root);
      closeVersions();
      notifyDone(t('versions.restored', { when }));
    } finally {
      setRestoring(false);
    }
  };

  return (
    <Modal
      opened
      onClose={closeVersions}
      size={980}
      title={t('versions.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {error ? <ErrorState {...errorWords(error)} /> : null}
      {data === undefined && !error ? <RowsSkeleton /> : null}
      {data && !version ? <EmptyState title={t('versions.none')}>{t('versions.noneText')}</EmptyState> : null}
      {version ? (
        <div className={classes.columns}>
          <nav className={classes.list} aria-label={t('versions.list')}>
            {words.byDay(versions).map(({ day, rows }) => (
              <section key={day}>
                <h3>{words.dayTitle(day)}</h3>
                <ul>
                  {rows.map(({ revision, label, savedAtMs }) => (
                    <li key={revision}>
                      <button
                        type="button"
                        aria-current={revision === version.revision || undefined}
                        title={words.label(label)}
                        onClick={() => setChosen(revision)}
                      >
                        <time>{words.time(savedAtMs)}</time>
                        <span>{words.label(label)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </nav>
          <VersionDifference
            key={version.revision}
            proposal={proposal}
            revision={version.revision}
            title={words.moment(version.savedAtMs)}
          />
        </div>
      ) : null}
      <div className={classes.end}>
        {version ? <p>{t(isDraft ? 'versions.note' : 'versions.frozen')}</p> : null}
        <Button variant="subtle" onClick={closeVersions}>
          {t('changes.close')}
        </Button>
        {isDraft && version ? (
          <Button
            variant="filled"
            loading={restoring}
            onClick={() => void restore(version.revision, words.moment(version.savedAtMs)).catch(notifyError)}
          >
            {t('versions.restore')}
          </Button>
        ) : null}
      </div>
    </Modal>
  );
}

function VersionDifference({
  proposal,
  revision,
  title,
}: {
  readonly proposal: Proposal;
  readonly revision: number;
  readonly title: string;
}) {
  const { t } = useTranslation('life');
  const { data, error } = useDesk(
    'proposals.compareRevision',
    { id: proposal.id, revision },
    { staleTimeMs: 0 },
  );
  const isSame =
    data !== undefined && data.price.changes.length === 0 && data.text.every(({ kind }) => kind === 'same');
  return (
    <section className={classes.difference} aria-label={title}>
      <h3>{title}</h3>
      {error ? <ErrorState {...errorWords(error)} /> : null}
      {data === undefined && !error ? <RowsSkeleton /> : null}
      {data ? <p className={classes.quiet}>{t(isSame ? 'versions.same' : 'versions.against')}</p> : null}
      {data && data.price.changes.length > 0 ? <PriceChanges difference={data} /> : null}
      {data && !isSame ? <TextChanges difference={data} /> : null}
    </section>
  );
}
