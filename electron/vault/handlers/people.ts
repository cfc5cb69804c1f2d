import { listMoves, movePerson, undoMove } from '../store/personMoveStore.ts';
import { importCards, previewCards, undoCardImport } from '../actions/importCards.ts';
import { createShownPerson, listShownPeople, saveShownPerson } from '../actions/specialFacts.ts';
import { deletePerson, restorePerson } from '../store/personStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const personHandlers: Omit<
  Pick<Handlers, Extract<keyof Handlers, `people.${string}`>>,
  | 'people.archived'
  | 'people.traces'
  | 'people.erase'
  | 'people.groupPicture'
  | 'people.keepGroupPicture'
  | 'people.dataFileName'
  | 'people.writeData'
> = {
  'people.list': read((db, { accountId }) => listShownPeople(db, accountId)),
  'people.create': write((db, { draft }, tools) => createShownPerson(db, draft, tools.nowMs())),
  'people.save': write((db, { id, baseRevision, draft }, tools) => ({
    revision: saveShownPerson(db, id, baseRevision, draft, tools.nowMs()),
  })),
  'people.delete': write((db, { id }, tools) => {
    deletePerson(db, id, tools.nowMs());
    return {};
  }),
  'people.move': write((db, input, tools) => movePerson(db, input, tools.today(), tools.nowMs())),
  'people.undoMove': write((db, { personId, madeAccountId }, tools) => {
    undoMove(db, personId, madeAccountId, tools.nowMs());
    return {};
  }),
  'people.moves': read((db, { accountId }) => listMoves(db, accountId)),
  'people.readCards': read(async (db, { path, accountId }, tools) => ({
    rows: await previewCards(db, { path, accountId }, tools.today()),
  })),
  'people.importCards': write((db, { accountId, cards }, tools) =>
    importCards(db, accountId, cards, tools.nowMs()),
  ),
  'people.undoCards': write((db, { accountId, done }, tools) => {
    undoCardImport(db, accountId, done, tools.nowMs());
    return {};
  }),
  'people.restore': write((db, { id }) => {
    restorePerson(db, id);
    return {};
  }),
};
