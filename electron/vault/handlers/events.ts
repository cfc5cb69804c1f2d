import {
  createAccountEvent,
  deleteAccountEvent,
  listAccountEvents,
  restoreAccountEvent,
  saveAccountEvent,
} from '../store/accountEventStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const eventHandlers: Pick<Handlers, Extract<keyof Handlers, `events.${string}`>> = {
  'events.list': read((db, { accountId }) => ({ events: listAccountEvents(db, accountId) })),
  'events.create': write((db, { draft }) => createAccountEvent(db, draft)),
  'events.createMany': write((db, { drafts }) => ({
    ids: drafts.map((draft) => createAccountEvent(db, draft).id),
  })),
  'events.save': write((db, { id, baseRevision, draft }) => ({
    revision: saveAccountEvent(db, id, baseRevision, draft),
  })),
  'events.delete': write((db, { id }, tools) => {
    deleteAccountEvent(db, id, tools.nowMs());
    return {};
  }),
  'events.restore': write((db, { id }) => {
    restoreAccountEvent(db, id);
    return {};
  }),
};
