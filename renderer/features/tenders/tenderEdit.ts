import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { TenderDraft } from '../../../shared/domain/tender.ts';
import type { Tender } from '../../../shared/domain/tender.ts';
import { call, deskErrorOf, invalidate, notifyError } from '../../app/desk.ts';

/** The reads that show a tender and are out of date after a change of it. */
export const tenderReads = [
  'tenders.get',
  'tenders.list',
  'accounts.overview',
  'accounts.list',
  'today.list',
] as const;

/** Changes a tender: given the draft as stored last, returns what to store. */
export type TenderChange = (draft: TenderDraft) => TenderDraft;

// One save after another, each on what the one before has stored; see features/dossier/accountEdit.ts for why.
let queue: Promise<unknown> = Promise.resolve();
const lastSaved = new Map<string, { readonly revision: number; readonly draft: TenderDraft }>();

/** Saves one change of a tender against the revision on screen; says when somebody was faster, and rejects. */
export function useTenderEdit(tender: Tender): (change: TenderChange) => Promise<void> {
  const { t } = useTranslation('tenders');
  return useCallback(
    (change) => {
      const run = async () => {
        const own = lastSaved.get(tender.id);
        const base =
          own !== undefined && own.revision > tender.revision
            ? own
            : { revision: tender.revision, draft: TenderDraft.parse(tender) };
        const draft = change(base.draft);
        try {
          const { revision } = await call('tenders.save', {
            id: tender.id,
            baseRevision: base.revision,
            draft,
          });
          lastSaved.set(tender.id, { revision, draft });
        } catch (thrown) {
          const error = deskErrorOf(thrown);
          if (error.code === 'staleRevision') {
            lastSaved.delete(tender.id);
            notifications.show({
              title: t('conflict.title'),
              message: t('conflict.text'),
              color: 'red',
              autoClose: 12_000,
            });
            await invalidate('tenders.get');
          } else {
            notifyError(error);
          }
          throw error;
        }
        await invalidate(...tenderReads);
      };
      const result = queue.then(run, run);
      queue = result.catch(() => undefined);
      return result;
    },
    [tender, t],
  );
}

/** For presses that have no field to keep open: the failure has been said already. */
export function quietly(saving: Promise<void>): void {
  saving.catch(() => undefined);
}
