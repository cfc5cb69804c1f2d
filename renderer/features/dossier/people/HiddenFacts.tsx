import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { accountReads } from '../accountEdit.ts';
import classes from './PersonCard.module.css';

/** Facts that stay inside unseen because the vault keeps no special categories: they can only be erased. */
export function HiddenFacts({ personId, count }: { readonly personId: PersonId; readonly count: number }) {
  const { t } = useTranslation('privacy');
  const [asking, setAsking] = useState(false);
  const erase = useDeskAction('privacy.eraseSpecialFacts', {
    invalidates: ['people.list', 'privacy.get', ...accountReads],
    success: ({ erased }) => {
      setAsking(false);
      notifyDone(t('care.erased', { count: erased }));
    },
  });
  return (
    <div className={classes.hiddenFacts}>
      <p>{t('care.hidden', { count })}</p>
      <Button onClick={() => setAsking(true)} size="xs">
        {t('care.erase')}
      </Button>
      <ConfirmDialog
        busy={erase.isPending}
        cancel={t('care.cancel')}
        confirm={t('care.erase')}
        onCancel={() => setAsking(false)}
        onConfirm={() => erase.mutate({ personId })}
        opened={asking}
        title={t('care.eraseTitle')}
      >
        {t('care.eraseText')}
      </ConfirmDialog>
    </div>
  );
}
