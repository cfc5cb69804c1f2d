import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockNode } from '../../../shared/document/nodes.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { BlockDraft } from '../../../shared/domain/library.ts';
import type { ReaderRole } from '../../../shared/domain/person.ts';
import { useDeskAction } from '../../app/desk.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { BlockBasics } from './BlockBasics.tsx';
import classes from './library.module.css';
import { libraryReads } from './libraryReads.ts';
import { notifyAdded } from './notifyAdded.tsx';

/** A new block from what is selected in a proposal: its name, whom it is for, what it answers. */
export function ToLibraryDialog({
  content,
  language,
  role,
  onClose,
}: {
  readonly content: readonly BlockNode[];
  readonly language: Language;
  readonly role: ReaderRole | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['library', 'domain', 'common']);
  const [draft, setDraft] = useState<BlockDraft>(() => ({
    language,
    title: '',
    role: role ?? 'other',
    criteria: [],
    psychotypes: [],
    trade: '',
    industries: [],
    occasions: [],
    evidence: 'statement',
    facts: [],
    why: '',
    content: [...content],
  }));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<BlockDraft>) => setDraft((before) => ({ ...before, ...part }));
  const create = useDeskAction('library.createBlock', {
    invalidates: libraryReads,
    success: ({ id }) => {
      onClose();
      notifyAdded(t('toLibrary.done', { title: draft.title }), { at: 'library', tab: 'blocks', id });
    },
  });
  return (
    <FormDialog
      busy={create.isPending}
      cancel={t('common:cancel')}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (draft.title.trim() !== '' && draft.criteria.length > 0)
          create.mutate({ draft: { ...draft, title: draft.title.trim() } });
      }}
      opened
      submit={t('toLibrary.button')}
      title={t('toLibrary.title')}
    >
      <p className={classes.dialogText}>{t('toLibrary.text')}</p>
      <BlockBasics change={change} draft={draft} tried={tried} />
    </FormDialog>
  );
}
