import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../shared/domain/ids.ts';
import classes from './DossierPage.module.css';
import { useArchive } from './useArchive.ts';

/** Over the dossier of an archived client: what that means, and the way back. */
export function ArchivedNote({ accountId }: { readonly accountId: AccountId }) {
  const { t } = useTranslation('bulk');
  const archive = useArchive(accountId);
  return (
    <p className={classes.archived}>
      <IconArchive aria-hidden="true" size={16} stroke={1.5} />
      <span>{t('archivedNote')}</span>
      <Button onClick={() => archive('unarchive')} size="xs">
        {t('unarchive')}
      </Button>
    </p>
  );
}
