import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountId } from '../../../shared/domain/ids.ts';
import { ClientSelect } from '../../app/ClientSelect.tsx';
import { goTo } from '../../app/place.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';

/** Asks for whom a new proposal is; its readers and its occasion are chosen on the page that follows. */
export function ForWhomDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['proposals', 'common']);
  const [accountId, setAccountId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (accountId === null) return;
    onClose();
    goTo({ at: 'newProposal', accountId: AccountId.parse(accountId), tenderId: null });
  };
  return (
    <FormDialog
      cancel={t('common:cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={460}
      submit={t('list.forWhom.next')}
      title={t('list.forWhom.title')}
    >
      <ClientSelect
        error={tried && accountId === null ? t('list.forWhom.required') : undefined}
        label={t('list.client')}
        onChange={setAccountId}
        value={accountId}
      />
    </FormDialog>
  );
}
