import { Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountId } from '../../../../shared/domain/ids.ts';
import { useDesk } from '../../../app/desk.ts';
import classes from './QuickEntryDialog.module.css';
import { QuickEntry } from './QuickEntry.tsx';
import { useFocusBack } from '../../../ui/useFocusBack.ts';

/** The quick entry over whatever page is there; without a client it asks for one first. */
export function QuickEntryDialog({
  accountId: startId,
  text,
  onClose,
}: {
  readonly accountId: AccountId | null;
  readonly text: string;
  readonly onClose: () => void;
}) {
  useFocusBack();
  const { t } = useTranslation(['dossier', 'common']);
  const accounts = useDesk('accounts.list', { query: '' }).data?.rows ?? [];
  const [accountId, setAccountId] = useState<string | null>(startId);
  const name = accounts.find(({ id }) => id === startId)?.name;
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size={760}
      title={name === undefined ? t('quick.title') : t('quick.titleFor', { name })}
    >
      <div className={classes.body}>
        {startId === null ? (
          <Select
            data={accounts.map(({ id, name: label, legalForm }) => ({
              value: id,
              label: legalForm === '' ? label : `${label}, ${legalForm}`,
            }))}
            data-autofocus={accountId === null ? true : undefined}
            label={t('quick.client')}
            limit={100}
            onChange={setAccountId}
            placeholder={t('quick.clientHint')}
            searchable
            value={accountId}
          />
        ) : null}
        {accountId === null ? (
          <p className={classes.line}>{text}</p>
        ) : (
          <QuickEntry
            accountId={AccountId.parse(accountId)}
            autoFocus
            key={accountId}
            onWritten={onClose}
            startText={text}
          />
        )}
      </div>
    </Modal>
  );
}
