import { ActionIcon, Button, Modal, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import type { Proposal } from '../../../../shared/domain/proposal.ts';
import { call, notifyError, useDesk, useDeskAction } from '../../../app/desk.ts';
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
import { useFocusBack } from '../../../ui/useFocusBack.ts';

/** The versions of the open proposal, once they are asked for. */
export function VersionsDialog({ flush }: { readonly flush: () => Promise<void> }) {
  const asked = useVersionsAsked();
  const proposal = useProposalSession((session) => session.proposal);
  // Whoever leaves the proposal does not find the dialog over the next one.
  useEffect(() => closeVersions, []);
  return asked && proposal ? <Versions proposal={proposal} flush={flush} /> : null;
}

function Versions({ proposal, flush }: { readonly proposal: Proposal; readonly flush: () => Promise<void> }) {
  useFocusBack();
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
      {isDraft && data ? <KeepPresent proposal={proposal} flush={flush} onKept={setChosen} /> : null}
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
            label={words.isStatus(version.label) ? null : version.label}
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
  label,
}: {
  readonly proposal: Proposal;
  readonly revision: number;
  readonly title: string;
  /** The name it may be given another for; null = it is named by a status. */
  readonly label: string | null;
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
      <header>
        <h3>{title}</h3>
        {label === null ? null : <VersionName id={proposal.id} revision={revision} name={label} />}
      </header>
      {error ? <ErrorState {...errorWords(error)} /> : null}
      {data === undefined && !error ? <RowsSkeleton /> : null}
      {data ? <p className={classes.quiet}>{t(isSame ? 'versions.same' : 'versions.against')}</p> : null}
      {data && data.price.changes.length > 0 ? <PriceChanges difference={data} /> : null}
      {data && !isSame ? <TextChanges difference={data} /> : null}
    </section>
  );
}

const longestName = 200;

/** Keeps what stands in the proposal now as a version with a name: such a one is never dropped. */
function KeepPresent({
  proposal: { id },
  flush,
  onKept,
}: {
  readonly proposal: Proposal;
  readonly flush: () => Promise<void>;
  readonly onKept: (revision: number) => void;
}) {
  const { t } = useTranslation('life');
  const [name, setName] = useState('');
  const label = name.trim();
  const keep = useDeskAction('proposals.keepRevision', {
    invalidates: ['proposals.listRevisions'],
    success: ({ revision }) => {
      setName('');
      onKept(revision);
      notifyDone(t('versions.kept', { name: label }));
    },
  });
  return (
    <form
      className={classes.keep}
      onSubmit={(event) => {
        event.preventDefault();
        if (label !== '') void flush().then(() => keep.mutate({ id, label }), notifyError);
      }}
    >
      <TextInput
        aria-label={t('versions.name')}
        placeholder={t('versions.nameHint')}
        maxLength={longestName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={label === ''} loading={keep.isPending}>
        {t('versions.keep')}
      </Button>
    </form>
  );
}

/** The name of a version, changed in place. */
function VersionName({
  id,
  revision,
  name,
}: {
  readonly id: ProposalId;
  readonly revision: number;
  readonly name: string;
}) {
  const { t } = useTranslation('life');
  const [typed, setTyped] = useState<string | null>(null);
  const rename = useDeskAction('proposals.nameRevision', {
    invalidates: ['proposals.listRevisions'],
    success: () => setTyped(null),
  });
  if (typed === null)
    return (
      <>
        {name === '' ? null : <span>{name}</span>}
        <ActionIcon
          aria-label={t('versions.rename')}
          title={t('versions.rename')}
          onClick={() => setTyped(name)}
        >
          <IconPencil size={15} stroke={1.5} />
        </ActionIcon>
      </>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate({ id, revision, label: typed.trim() });
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('versions.name')}
        maxLength={longestName}
        data-autofocus
        autoFocus
        // Escape leaves the name, not the dialog.
        data-mantine-stop-propagation
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <Button type="submit" size="xs" loading={rename.isPending}>
        {t('versions.saveName')}
      </Button>
    </form>
  );
}
