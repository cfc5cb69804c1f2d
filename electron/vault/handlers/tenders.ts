import {
  createTender,
  deleteTender,
  listTenders,
  pageTenders,
  readTender,
  restoreTender,
  saveTender,
} from '../store/tenderStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const tenderHandlers: Pick<Handlers, Extract<keyof Handlers, `tenders.${string}`>> = {
  'tenders.list': read((db, { accountId }, tools) => ({ rows: listTenders(db, accountId, tools.today()) })),
  'tenders.page': read((db, asked, tools) => pageTenders(db, asked, tools.today())),
  'tenders.get': read((db, { id }) => readTender(db, id)),
  'tenders.create': write((db, { draft }, tools) => createTender(db, draft, tools.nowMs())),
  'tenders.save': write((db, { id, baseRevision, draft }, tools) => ({
    revision: saveTender(db, id, baseRevision, draft, tools.nowMs()),
  })),
  'tenders.delete': write((db, { id }, tools) => {
    deleteTender(db, id, tools.nowMs());
    return {};
  }),
  'tenders.restore': write((db, { id }) => {
    restoreTender(db, id);
    return {};
  }),
};
