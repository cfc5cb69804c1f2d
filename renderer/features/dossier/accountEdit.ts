import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountDraft } from '../../../shared/domain/account.ts';
import type { Account } from '../../../shared/domain/account.ts';
import { call, deskErrorOf, invalidate, notifyError } from '../../app/desk.ts';

/** The reads that show a client and are out of date after a change of it. */
export const accountReads = [
  'accounts.overview',
  'accounts.list',
  'accounts.fieldNotes',
  'accounts.family',
  'accounts.dependence',
  'standards.list',
  'standards.ownFields',
  'today.list',
  'plans.view',
] as const;

/** Changes a client: given the account as shown, returns what to store. */
export type AccountChange = (draft: AccountDraft) => AccountDraft;

// Saves of one window go one after another, each on what the one before has stored: the screen may still show the
// record before it, and building on that would silently undo the earlier change.
let queue: Promise<unknown> = Promise.resolve();
const lastSaved = new Map<string, { readonly revision: number; readonly draft: AccountDraft }>();

/**
 * Saves one change of a client against the revision on screen. Where another save came first it says so, asks for the
 * new record and rejects, so that the field keeps what was typed.
 */
export function useAccountEdit(account: Account): (change: AccountChange) => Promise<void> {
  const { t } = useTranslation('dossier');
  return useCallback(
    (change) => {
      const run = async () => {
        const own = lastSaved.get(account.id);
        const base =
          own !== undefined && own.revision > account.revision
            ? own
            : { revision: account.revision, draft: AccountDraft.parse(account) };
        const draft = change(base.draft);
        try {
          const { revision } = await call('accounts.save', {
            id: account.id,
            baseRevision: base.revision,
            draft,
          });
          lastSaved.set(account.id, { revision, draft });
        } catch (thrown) {
          const error = deskErrorOf(thrown);
          if (error.code === 'staleRevision') {
            lastSaved.delete(account.id);
            notifications.show({
              title: t('conflict.title'),
              message: t('conflict.text'),
              color: 'red',
              autoClose: 12_000,
            });
            await invalidate('accounts.overview');
          } else {
            notifyError(error);
          }
          throw error;
        }
        await invalidate(...accountReads);
      };
      const result = queue.then(run, run);
      queue = result.catch(() => undefined);
      return result;
    },
    [account, t],
  );
}
