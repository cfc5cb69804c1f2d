import { listAccounts } from '../store/accountList.ts';
import { readAccountOverview } from '../store/accountOverview.ts';
import { createAccount, deleteAccount, restoreAccount, saveAccount } from '../store/accountStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const accountHandlers: Pick<Handlers, Extract<keyof Handlers, `accounts.${string}`>> = {
  'accounts.list': read((db, { query }, tools) => listAccounts(db, query, tools.today())),
  'accounts.overview': read((db, { id }, tools) => readAccountOverview(db, id, tools.today())),
  'accounts.create': write((db, { draft }, tools) => createAccount(db, draft, tools.nowMs())),
  'accounts.save': write((db, { id, baseRevision, draft }, tools) => ({
    revision: saveAccount(db, id, baseRevision, draft, tools.nowMs()),
  })),
  'accounts.delete': write((db, { id }, tools) => {
    deleteAccount(db, id, tools.nowMs());
    return {};
  }),
  'accounts.restore': write((db, { id }) => {
    restoreAccount(db, id);
    return {};
  }),
};
