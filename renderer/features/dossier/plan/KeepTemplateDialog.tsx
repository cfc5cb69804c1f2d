import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import classes from './dialogs.module.css';

/** Keeps the plan as a template of the user's own, under a name. */
export function KeepTemplateDialog({
  accountId,
  startName,
  onClose,
}: {
  readonly accountId: AccountId;
  readonly startName: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('plan');
  const { language } = useFieldWords();
  const [name, setName] = useState(startName);
  const [tried, setTried] = useState(false);
  const keep = useDeskAction('plans.saveTemplate', {
    invalidates: ['plans.templates'],
    success: (_made, input) => {
      onClose();
      notifyDone(t('templates.saved', { name: input.name }));
    },
  });
  const missing = name.trim() === '';
  return (
    <FormDialog
      busy={keep.isPending}
      cancel={t('cancel')}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (!missing) keep.mutate({ accountId, name: name.trim(), language });
      }}
      opened
      submit={t('save')}
      title={t('templates.saveTitle')}
    >
      <p className={classes.lead}>{t('templates.saveLead')}</p>
      <TextInput
        data-autofocus
        error={tried && missing ? t('templates.nameRequired') : undefined}
        label={t('templates.name')}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
        value={name}
        withAsterisk
      />
    </FormDialog>
  );
}
