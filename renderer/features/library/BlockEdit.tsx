import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasWords } from './hasWords.ts';
import type { BlockNode } from '../../../shared/document/nodes.ts';
import type { BlockId } from '../../../shared/domain/ids.ts';
import type { BlockDraft } from '../../../shared/domain/library.ts';
import { call, invalidate, notifyError, useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { currentLanguage } from '../../app/i18n.ts';
import { goTo } from '../../app/place.ts';
import { PieceEditor } from '../../editor/piece/PieceEditor.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { BlockForm } from './BlockForm.tsx';
import classes from './library.module.css';
import { libraryReads } from './libraryReads.ts';
import { useUnsaved } from './useUnsaved.ts';

function newBlock(): BlockDraft {
  return {
    language: currentLanguage(),
    title: '',
    role: 'ceo',
    criteria: [],
    psychotypes: [],
    trade: '',
    industries: [],
    occasions: [],
    evidence: 'statement',
    facts: [],
    why: '',
    content: [{ type: 'paragraph' }],
  };
}

/** The page where a block is written: its text on paper at the left, what it is for at the right. */
export function BlockEdit({
  id,
  draft,
  onClose,
  onCancel,
}: {
  readonly id: BlockId | null;
  /** What it begins with instead of what is saved; undefined = a new one is empty. */
  readonly draft: BlockDraft | undefined;
  readonly onClose: () => void;
  /** Leaves without a save; what was written goes along. */
  readonly onCancel: (unsaved: BlockDraft | null) => void;
}) {
  const { t } = useTranslation(['library', 'common']);
  const answer = useDesk('library.block', { id: id ?? '' }, { enabled: id !== null });
  if (id === null)
    return (
      <BlockSheet
        base={null}
        onCancel={onCancel}
        onClose={onClose}
        start={draft ?? newBlock()}
        written={draft !== undefined}
      />
    );
  if (answer.error !== null)
    return (
      <>
        <TopBar crumbs={[{ label: t('title') }]} />
        <ErrorState
          {...errorWords(answer.error)}
          action={<Button onClick={onClose}>{t('common:close')}</Button>}
        />
      </>
    );
  if (answer.data === undefined) return <PageSkeleton />;
  const { id: _id, schemaVersion: _version, ...start } = answer.data.block;
  return (
    <BlockSheet
      base={{ id, revision: answer.data.revision }}
      onCancel={onCancel}
      onClose={onClose}
      start={draft ?? start}
      written={draft !== undefined}
    />
  );
}

function BlockSheet({
  base,
  start,
  written: isWritten,
  onClose,
  onCancel,
}: {
  readonly base: { readonly id: BlockId; readonly revision: number } | null;
  readonly start: BlockDraft;
  /** Whether it begins with something that is not saved yet. */
  readonly written: boolean;
  readonly onClose: () => void;
  readonly onCancel: (unsaved: BlockDraft | null) => void;
}) {
  const { t } = useTranslation(['library', 'common', 'proposals']);
  // What it was when editing began: a later read of the same block must not move the save's base.
  const [opened] = useState({ base, start });
  const [draft, setDraft] = useState(start);
  const [dirty, setDirty] = useState(isWritten);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const take = useRef<() => BlockNode[]>(() => opened.start.content);
  const look = useDesk('company.get', {}).data?.company.look;
  const change = (part: Partial<BlockDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setDirty(true);
  };
  const written = useCallback((next: () => BlockNode[]) => {
    take.current = next;
    setDirty(true);
  }, []);
  const refused = useCallback(
    () =>
      notifications.show({
        color: 'red',
        title: t('proposals:refused.tooLarge.title'),
        message: t('proposals:refused.tooLarge.text'),
      }),
    [t],
  );

  const save = async () => {
    setTried(true);
    const content = take.current();
    if (draft.title.trim() === '' || draft.criteria.length === 0) return;
    if (!hasWords(content)) {
      notifyDone(t('blocks.paperEmpty'));
      return;
    }
    setBusy(true);
    try {
      const saved = { ...draft, title: draft.title.trim(), content };
      const id =
        opened.base === null
          ? (await call('library.createBlock', { draft: saved })).id
          : await call('library.saveBlock', {
              id: opened.base.id,
              baseRevision: opened.base.revision,
              draft: saved,
            }).then(() => opened.base?.id ?? null);
      await invalidate(...libraryReads);
      notifyDone(t('saved', { title: saved.title }));
      onClose();
      goTo({ at: 'library', tab: 'blocks', id });
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setBusy(false);
    }
  };
  useUnsaved(dirty && !busy, save);

  return (
    <>
      <TopBar
        actions={
          <>
            <Button
              onClick={() => onCancel(dirty ? { ...draft, content: take.current() } : null)}
              variant="subtle"
            >
              {t('common:cancel')}
            </Button>
            <Button loading={busy} onClick={() => void save()} title="Ctrl+S" variant="filled">
              {t('common:save')}
            </Button>
          </>
        }
        compact
        crumbs={[{ label: opened.start.title === '' ? t('blocks.new') : opened.start.title }]}
        state={dirty ? t('unsaved') : undefined}
      />
      <div className={classes.sheet}>
        <div className={classes.writing}>
          <PieceEditor
            content={opened.start.content}
            label={t('blocks.paper')}
            look={look}
            onChange={written}
            onRefused={refused}
          />
        </div>
        <aside aria-label={draft.title} className={classes.form}>
          <BlockForm change={change} draft={draft} tried={tried} />
        </aside>
      </div>
    </>
  );
}
