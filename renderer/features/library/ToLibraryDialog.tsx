import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockNode } from '../../../shared/document/nodes.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { BlockDraft } from '../../../shared/domain/library.ts';
import { CriterionKey } from '../../../shared/domain/person.ts';
import type { ReaderRole } from '../../../shared/domain/person.ts';
import { useDeskAction } from '../../app/desk.ts';
import { OwnTermButton } from '../../app/OwnTermButton.tsx';
import { useCriterionChoices } from '../../app/ownTerms.ts';
import { RoleSelect } from '../../app/RoleSelect.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
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
  const choices = useCriterionChoices();
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
      <TextInput
        data-autofocus
        error={tried && draft.title.trim() === '' ? t('blocks.needName') : undefined}
        label={t('blocks.name')}
        maxLength={200}
        onChange={(event) => change({ title: event.currentTarget.value })}
        value={draft.title}
      />
      <RoleSelect label={t('blocks.role')} onChange={(role) => change({ role })} value={draft.role} />
      <div>
        <MultiSelect
          data={choices.map((value) => ({ value, label: t(`domain:criterion.${value}`) }))}
          error={tried && draft.criteria.length === 0 ? t('blocks.needCriterion') : undefined}
          hidePickedOptions
          label={t('blocks.criteria')}
          onChange={(values) => change({ criteria: CriterionKey.array().parse(values) })}
          searchable
          value={draft.criteria}
        />
        <OwnTermButton kind="criterion" onAdded={(key) => change({ criteria: [...draft.criteria, key] })} />
      </div>
      <Textarea
        autosize
        description={t('blocks.whyHint')}
        label={t('blocks.why')}
        maxLength={500}
        minRows={2}
        onChange={(event) => change({ why: event.currentTarget.value })}
        value={draft.why}
      />
    </FormDialog>
  );
}
