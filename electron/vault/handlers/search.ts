import { searchEverywhere } from '../store/search.ts';
import { hasUnsettledSearch } from '../store/searchIndex.ts';
import type { Handlers } from './handler.ts';
import { read } from './handler.ts';

export const searchHandlers: Pick<Handlers, Extract<keyof Handlers, `search.${string}`>> = {
  'search.everywhere': read((db, { query, only }) => ({
    hits: searchEverywhere(db, query, only),
    isIndexing: hasUnsettledSearch(db),
  })),
};
