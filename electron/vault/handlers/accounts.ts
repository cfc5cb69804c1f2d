import { readFamily } from '../store/accountFamily.ts';
import { listAccounts } from '../store/accountList.ts';
import { readAccountOverview } from '../store/accountOverview.ts';
import {
  createAccount,
  deleteAccount,
  readAccount,
  restoreAccount,
  saveAccount,
} from '../store/accountStore.ts';
import { listFieldNotes, noteField } from '../store/fieldNoteStore.ts';
import { readDependence } from '../store/portfolioStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const accountHandlers: Pick<Handlers, Extract<keyof Handlers, `accounts.${string}`>> = {
  'accounts.list': read((db, { query, archived }, tools) => listAccounts(db, query, tools.today(), archived)),
  'accounts.overview': read((db, { id }, tools) => readAccountOverview(db, id, tools.today())),
  'accounts.family': read((db, { id }, tools) => readFamily(db, id, tools.today())),
  'accounts.dependence': read((db, _input, tools) => readDependence(db, tools.today())),
  'accounts.create': write((db, { draft }, tools) => createAccount(db, draft, tools.nowMs())),
  'accounts.save': write((db, { id, baseRevision, draft, putsBack }, tools) => ({
    revision: saveAccount(db, id, baseRevision, draft, tools.nowMs(), putsBack),
  })),
  'accounts.fieldNotes': read((db, { id }) => ({ notes: listFieldNotes(db, id) })),
  'accounts.noteField': write((db, { id, field, note }, tools) => {
    noteField(db, readAccount(db, id), field, note, tools.nowMs());
    return {};
  }),
  'accounts.delete': write((db, { id }, tools) => {
    deleteAccount(db, id, tools.nowMs());
    return {};
  }),
  'accounts.restore': write((db, { id }) => {
    restoreAccount(db, id);
    return {};
  }),
};
