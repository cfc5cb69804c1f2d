import {
  createCompetitor,
  deleteCompetitor,
  listCompetitors,
  restoreCompetitor,
  saveCompetitor,
} from '../store/competitorStore.ts';
import { noteCompetitorShare } from '../store/competitorOfferStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const competitorHandlers: Pick<Handlers, Extract<keyof Handlers, `competitors.${string}`>> = {
  'competitors.list': read((db, { accountId }) => ({ competitors: listCompetitors(db, accountId) })),
  'competitors.create': write((db, { draft }, tools) => {
    const made = createCompetitor(db, draft);
    noteCompetitorShare(db, made.id, draft.sharePercent, tools.today());
    return made;
  }),
  'competitors.save': write((db, { id, baseRevision, draft }, tools) => {
    const revision = saveCompetitor(db, id, baseRevision, draft);
    noteCompetitorShare(db, id, draft.sharePercent, tools.today());
    return { revision };
  }),
  'competitors.delete': write((db, { id }, tools) => {
    deleteCompetitor(db, id, tools.nowMs());
    return {};
  }),
  'competitors.restore': write((db, { id }) => {
    restoreCompetitor(db, id);
    return {};
  }),
};
