import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { useDeskAction } from '../../../app/desk.ts';
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
      <Modal
        onClose={() => setAsking(false)}
        opened={asking}
        size={420}
        title={t('care.eraseTitle')}
        withCloseButton={false}
      >
        <p>{t('care.eraseText')}</p>
        <div className={classes.dialogActions}>
          <Button data-autofocus onClick={() => setAsking(false)}>
            {t('care.cancel')}
          </Button>
          <Button
            color="red"
            loading={erase.isPending}
            onClick={() => erase.mutate({ personId })}
            variant="filled"
          >
            {t('care.erase')}
          </Button>
        </div>
      </Modal>
    </div>
  );
}
