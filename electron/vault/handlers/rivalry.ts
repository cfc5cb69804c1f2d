import { comparisonCriteria, listComparisonMarks, setComparisonMark } from '../store/comparisonStore.ts';
import {
  createCompetitorOffer,
  deleteCompetitorOffer,
  listCompetitorOffers,
  listCompetitorShares,
  restoreCompetitorOffer,
  saveCompetitorOffer,
} from '../store/competitorOfferStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const rivalryHandlers: Pick<
  Handlers,
  Extract<keyof Handlers, `offers.${string}` | `comparison.${string}`>
> = {
  'offers.list': read((db, { accountId }) => ({
    offers: listCompetitorOffers(db, accountId),
    shares: listCompetitorShares(db, accountId),
  })),
  'offers.create': write((db, { draft }) => createCompetitorOffer(db, draft)),
  'offers.save': write((db, { id, baseRevision, draft }) => ({
    revision: saveCompetitorOffer(db, id, baseRevision, draft),
  })),
  'offers.delete': write((db, { id }, tools) => {
    deleteCompetitorOffer(db, id, tools.nowMs());
    return {};
  }),
  'offers.restore': write((db, { id }) => {
    restoreCompetitorOffer(db, id);
    return {};
  }),
  'comparison.get': read((db, { accountId }) => ({
    criteria: comparisonCriteria(db, accountId),
    marks: listComparisonMarks(db, accountId),
  })),
  'comparison.setMark': write((db, { accountId, mark }) => {
    setComparisonMark(db, accountId, mark);
    return {};
  }),
};
