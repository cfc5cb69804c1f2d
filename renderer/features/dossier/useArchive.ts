import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { invalidateAll, notifyDeed } from '../../app/bulkReads.ts';
import { useDeskAction } from '../../app/desk.ts';

/** Puts one client into the archive or takes it out, and offers to take that back. */
export function useArchive(accountId: AccountId): (what: 'archive' | 'unarchive') => void {
  const { t } = useTranslation('bulk');
  const change = useDeskAction('bulk.changeAccounts', {
    success: ({ deedId, changed }, { change: { what } }) => {
      const done = what === 'unarchive' ? 'unarchiveAccounts' : 'archiveAccounts';
      notifyDeed(t(`done.${done}`, { count: changed }), deedId);
      void invalidateAll();
    },
  });
  return (what) => change.mutate({ ids: [accountId], change: { what } });
}
