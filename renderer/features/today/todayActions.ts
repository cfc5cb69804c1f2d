import type { TodayRow } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { FollowUpKind } from '../../../shared/domain/followUp.ts';
import type { FollowUpId } from '../../../shared/domain/ids.ts';
import { call, invalidate, notifyError } from '../../app/desk.ts';
import { translate } from '../../app/i18n.ts';
import { goTo } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { finishPlanTask } from '../../app/planTask.ts';
import { notifyUndo } from '../../ui/notifyUndo.tsx';

/** Where a row leads when it is opened and not done at once. */
export function placeOfRow(row: TodayRow): Place {
  if (row.proposalId !== null && row.kind === 'proposalExpiring')
    return { at: 'proposal', proposalId: row.proposalId };
  if (row.tenderId !== null && row.kind === 'milestone') return { at: 'tender', tenderId: row.tenderId };
  if (row.kind === 'planTask') return { at: 'dossier', accountId: row.accountId, tab: 'plan' };
  const tab =
    row.kind === 'birthday' || row.kind === 'factReview'
      ? 'people'
      : row.kind === 'nextStep'
        ? 'overview'
        : 'history';
  return { at: 'dossier', accountId: row.accountId, tab };
}

async function settleFollowUp(row: TodayRow, today: CalendarDate): Promise<void> {
  // `sourceId` of a follow-up's row is that follow-up's id (contract of `today.list`).
  const id = row.sourceId as FollowUpId;
  const setDone = async (doneOn: CalendarDate | null) => {
    await call('followUps.setDone', { id, doneOn });
    await invalidate('today.list', 'followUps.list');
  };
  await setDone(today);
  const kind = FollowUpKind.safeParse(row.subject);
  const what = kind.success ? translate(`today:followUp.${kind.data}`) : row.subject;
  notifyUndo(translate('today:done.followUp', { what }), () => void setDone(null).catch(notifyError));
}

type EventRow = TodayRow & {
  readonly kind: 'promise' | 'awaited' | 'complaint' | 'misunderstanding' | 'wish';
};

async function settleEvent(row: EventRow, today: CalendarDate): Promise<void> {
  const find = async () => {
    const { events } = await call('events.list', { accountId: row.accountId });
    return events.find((event) => event.id === row.sourceId);
  };
  const settle = async (settledOn: CalendarDate | null) => {
    const event = await find();
    if (event === undefined) return;
    const { id, revision, ...draft } = event;
    await call('events.save', {
      id,
      baseRevision: revision,
      draft: { ...draft, settledOn, settledAs: settledOn === null ? null : 'kept' },
    });
    await invalidate('today.list', 'events.list', 'accounts.overview');
  };
  await settle(today);
  notifyUndo(translate(`today:done.${row.kind}`, { what: row.subject }), () => {
    void settle(null).catch(notifyError);
  });
}

/** Does the one thing of a row: settles what can be settled here, otherwise opens the place where it is done. */
export async function actOnRow(row: TodayRow, today: CalendarDate): Promise<void> {
  try {
    switch (row.kind) {
      case 'followUp':
        return await settleFollowUp(row, today);
      case 'planTask':
        return await finishPlanTask({ accountId: row.accountId, taskId: row.sourceId }, today);
      case 'promise':
      case 'awaited':
      case 'complaint':
      case 'misunderstanding':
      case 'wish':
        return await settleEvent({ ...row, kind: row.kind }, today);
      case 'proposalExpiring':
      case 'milestone':
      case 'birthday':
      case 'factReview':
      case 'silence':
      case 'nextStep':
        goTo(placeOfRow(row));
    }
  } catch (thrown) {
    notifyError(thrown);
  }
}
