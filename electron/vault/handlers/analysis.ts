import {
  readDealAnalysis,
  readLeaving,
  readLostClients,
  readSalesAnalysis,
} from '../actions/analysePortfolio.ts';
import { recountListing } from '../store/accountListing.ts';
import { keepCuts, readCuts } from '../store/cutsStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const analysisHandlers: Pick<Handlers, Extract<keyof Handlers, `analysis.${string}`>> = {
  'analysis.sales': read((db, asked, tools) => readSalesAnalysis(db, asked, tools.today())),
  'analysis.leaving': read((db, asked, tools) => readLeaving(db, asked, tools.today())),
  'analysis.deals': read((db, asked, tools) => readDealAnalysis(db, asked, tools.today())),
  'analysis.cuts': read((db) => ({ cuts: readCuts(db) })),
  'analysis.saveCuts': write((db, { cuts }) => {
    keepCuts(db, cuts);
    recountListing(db);
    return {};
  }),
  'analysis.lost': read((db, asked, tools) => readLostClients(db, asked, tools.today())),
};
