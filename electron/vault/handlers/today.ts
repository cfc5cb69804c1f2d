import { createFollowUp, listFollowUps, setFollowUpDone } from '../store/followUpStore.ts';
import { listToday } from '../store/todayList.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const todayHandlers: Pick<
  Handlers,
  Extract<keyof Handlers, `followUps.${string}` | `today.${string}`>
> = {
  'followUps.list': read((db, { accountId }) => ({ followUps: listFollowUps(db, accountId) })),
  'followUps.create': write((db, { draft }, tools) => createFollowUp(db, draft, tools.nowMs())),
  'followUps.setDone': write((db, { id, doneOn }) => {
    setFollowUpDone(db, id, doneOn);
    return {};
  }),
  'today.list': read((db, { today, silent }) => listToday(db, today, silent)),
};
