import type { CalendarDate } from '../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { notifyUndo } from '../ui/notifyUndo.tsx';
import { call, invalidate, notifyError } from './desk.ts';
import { translate } from './i18n.ts';

/** Marks a task of a client's plan done on a day, says so and offers to take it back. Rejects with the desk's error. */
export async function finishPlanTask(
  task: { readonly accountId: AccountId; readonly taskId: string },
  today: CalendarDate,
): Promise<void> {
  const setDone = async (doneOn: CalendarDate | null) => {
    await call('plans.setTaskDone', { ...task, doneOn });
    await invalidate('today.list', 'plans.view');
  };
  await setDone(today);
  notifyUndo(translate('today:done.planTask'), () => void setDone(null).catch(notifyError));
}
