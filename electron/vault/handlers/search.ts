import { searchEverywhere } from '../store/search.ts';
import { hasUnsettledSearch } from '../store/searchIndex.ts';
import { lettersNext } from '../store/searchNext.ts';
import type { Handlers } from './handler.ts';
import { read } from './handler.ts';

/** With so many nearly every key was expected; of what begins a word, all. More would keep the vault busy between keys. */
const mostLetters = (typed: string): number => (typed.trim() === '' ? 32 : 16);

export const searchHandlers: Pick<Handlers, Extract<keyof Handlers, `search.${string}`>> = {
  'search.everywhere': read((db, { query, only }) => ({
    hits: searchEverywhere(db, query, only),
    isIndexing: hasUnsettledSearch(db),
  })),
  'search.lettersNext': read((db, { query }) => ({ letters: lettersNext(db, query, mostLetters(query)) })),
};
