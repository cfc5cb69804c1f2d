import { measureListing } from '../store/accountListing.ts';
import {
  countAccounts,
  readAccountNames,
  readClientsIds,
  readClientsRows,
  readClientsSums,
} from '../store/accountTable.ts';
import { readViews, saveViews } from '../store/savedViewStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const clientsTableHandlers: Pick<Handlers, Extract<keyof Handlers, `clients.${string}`>> = {
  'clients.views': read((db) => ({ views: readViews(db) })),
  'clients.saveViews': write((db, { views }) => {
    saveViews(db, views);
    return {};
  }),
  'clients.count': read((db) => ({ total: countAccounts(db) })),
  'clients.named': read((db, { ids }) => ({ names: readAccountNames(db, ids) })),
  'clients.table': read((db, { view, limit }, tools) => ({
    ...readClientsSums(db, view, tools.today()),
    rows: readClientsRows(db, view, { offset: 0, limit }, tools.today()),
  })),
  'clients.rows': read((db, { view, ...window }, tools) => ({
    rows: readClientsRows(db, view, window, tools.today()),
  })),
  'clients.ids': read((db, { view, ...of }, tools) => ({ ids: readClientsIds(db, view, of, tools.today()) })),
  'clients.measure': write((db, _input, tools) => measureListing(db, tools.today())),
};
