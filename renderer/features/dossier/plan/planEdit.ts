import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountPlan } from '../../../../shared/domain/accountPlan.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import type { PlanView } from '../../../../shared/ipc/calls/plan.ts';
import { call, deskErrorOf, invalidate, notifyError } from '../../../app/desk.ts';

/** The reads that show a plan and are out of date after a change of it. */
export const planReads = ['plans.view', 'today.list'] as const;

/** Changes a plan: given the plan as stored last, returns what to store. */
export type PlanChange = (plan: AccountPlan) => AccountPlan;

// One save after another, each on what the one before has stored; see accountEdit.ts for why.
let queue: Promise<unknown> = Promise.resolve();
const lastSaved = new Map<AccountId, { readonly revision: number; readonly plan: AccountPlan }>();

/** Saves one change of a client's plan; says when somebody was faster or why it cannot be, and rejects then. */
export function usePlanEdit(accountId: AccountId, view: PlanView): (change: PlanChange) => Promise<void> {
  const { t } = useTranslation('dossier');
  return useCallback(
    (change) => {
      const run = async () => {
        const own = lastSaved.get(accountId);
        const base = own !== undefined && own.revision > view.revision ? own : view;
        const plan = change(base.plan);
        try {
          const { revision } = await call('plans.save', { accountId, baseRevision: base.revision, plan });
          lastSaved.set(accountId, { revision, plan });
        } catch (thrown) {
          const error = deskErrorOf(thrown);
          if (error.code === 'staleRevision') {
            lastSaved.delete(accountId);
            notifications.show({
              title: t('conflict.title'),
              message: t('conflict.text'),
              color: 'red',
              autoClose: 12_000,
            });
            await invalidate('plans.view');
          } else notifyError(error);
          throw error;
        }
        await invalidate(...planReads);
      };
      const result = queue.then(run, run);
      queue = result.catch(() => undefined);
      return result;
    },
    [accountId, view, t],
  );
}

/** For presses that have no field to keep open: the failure has been said already. */
export function quietly(saving: Promise<void>): void {
  saving.catch(() => undefined);
}

/** What every part of the tab needs: whose plan, how it stands, and the way to change it. */
export type PlanDesk = {
  readonly accountId: AccountId;
  readonly view: PlanView;
  readonly change: (change: PlanChange) => Promise<void>;
};

/** A list with an item put at its place: how a deletion is taken back. */
export function putBack<Item>(items: readonly Item[], at: number, item: Item): Item[] {
  return items.toSpliced(Math.min(at, items.length), 0, item);
}
