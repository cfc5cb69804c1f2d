import { notifications } from '@mantine/notifications';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasWords } from './hasWords.ts';
import type { BlockNode } from '../../../shared/document/nodes.ts';
import type { BlockId } from '../../../shared/domain/ids.ts';
import type { BlockDraft } from '../../../shared/domain/library.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { call, useDesk } from '../../app/desk.ts';
import { currentLanguage } from '../../app/i18n.ts';
import { PieceEditor } from '../../editor/piece/PieceEditor.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { BlockForm } from './BlockForm.tsx';
import { EditLoader, SheetBar, useSheetSave, type EditStart } from './EditSheet.tsx';
import classes from './library.module.css';
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

const draftOf = ({
  id: _id,
  schemaVersion: _version,
  ...draft
}: OutputOf<'library.block'>['block']): BlockDraft => draft;

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
  const { data, error } = useDesk('library.block', { id: id ?? '' }, { enabled: id !== null });
  return (
    <EditLoader
      draft={draft}
      error={error}
      fresh={newBlock}
      id={id}
      onClose={onClose}
      read={data === undefined ? undefined : { saved: draftOf(data.block), revision: data.revision }}
    >
      {(start) => <BlockSheet {...start} onCancel={onCancel} onClose={onClose} />}
    </EditLoader>
  );
}

function BlockSheet({
  base,
  start,
  written: isWritten,
  onClose,
  onCancel,
}: EditStart<BlockId, BlockDraft> & {
  readonly onClose: () => void;
  readonly onCancel: (unsaved: BlockDraft | null) => void;
}) {
  const { t } = useTranslation(['library', 'common', 'proposals']);
  // What it was when editing began: a later read of the same block must not move the save's base.
  const [opened] = useState({ base, start });
  const [draft, setDraft] = useState(start);
  const [dirty, setDirty] = useState(isWritten);
  const [tried, setTried] = useState(false);
  const { busy, run } = useSheetSave('blocks', onClose);
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
    const saved = { ...draft, title: draft.title.trim(), content };
    await run(saved.title, async () => {
      if (opened.base === null) return (await call('library.createBlock', { draft: saved })).id;
      const { id, revision } = opened.base;
      await call('library.saveBlock', { id, baseRevision: revision, draft: saved });
      return id;
    });
  };
  useUnsaved(dirty && !busy, save);

  return (
    <>
      <SheetBar
        busy={busy}
        dirty={dirty}
        onCancel={() => onCancel(dirty ? { ...draft, content: take.current() } : null)}
        onSave={() => void save()}
        title={opened.start.title === '' ? t('blocks.new') : opened.start.title}
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
