import {
  createCompetitor,
  deleteCompetitor,
  listCompetitors,
  restoreCompetitor,
  saveCompetitor,
} from '../store/competitorStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const competitorHandlers: Pick<Handlers, Extract<keyof Handlers, `competitors.${string}`>> = {
  'competitors.list': read((db, { accountId }) => ({ competitors: listCompetitors(db, accountId) })),
  'competitors.create': write((db, { draft }) => createCompetitor(db, draft)),
  'competitors.save': write((db, { id, baseRevision, draft }) => ({
    revision: saveCompetitor(db, id, baseRevision, draft),
  })),
  'competitors.delete': write((db, { id }, tools) => {
    deleteCompetitor(db, id, tools.nowMs());
    return {};
  }),
  'competitors.restore': write((db, { id }) => {
    restoreCompetitor(db, id);
    return {};
  }),
};
