import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { useDeskAction } from '../../app/desk.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import classes from './library.module.css';
import { libraryReads } from './libraryReads.ts';
import { notifyAdded } from './notifyAdded.tsx';
import { templateOfProposal } from './proposalTemplate.ts';

/** A new template from an open proposal: its name, and when to take it. */
export function ToTemplateDialog({
  root,
  language,
  title: proposalTitle,
  onClose,
}: {
  readonly root: DocumentRoot;
  readonly language: Language;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['library', 'common']);
  const [title, setTitle] = useState(() => proposalTitle.slice(0, 200));
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const create = useDeskAction('library.createTemplate', {
    invalidates: libraryReads,
    success: ({ id }) => {
      onClose();
      notifyAdded(t('toTemplate.done', { title: title.trim() }), { at: 'library', tab: 'templates', id });
    },
  });
  return (
    <FormDialog
      busy={create.isPending}
      cancel={t('common:cancel')}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        const of = { language, title: title.trim(), purpose: purpose.trim() };
        if (of.title !== '') create.mutate({ draft: templateOfProposal(root, of, t('toTemplate.untitled')) });
      }}
      opened
      submit={t('toTemplate.button')}
      title={t('toTemplate.title')}
    >
      <p className={classes.dialogText}>{t('toTemplate.text')}</p>
      <TextInput
        data-autofocus
        error={tried && title.trim() === '' ? t('templates.needName') : undefined}
        label={t('templates.name')}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
        value={title}
      />
      <Textarea
        autosize
        description={t('templates.purposeHint')}
        label={t('templates.purpose')}
        maxLength={500}
        minRows={2}
        onChange={(event) => setPurpose(event.currentTarget.value)}
        value={purpose}
      />
    </FormDialog>
  );
}
