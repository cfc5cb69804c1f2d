import { readStandardFile, writeStandardFile } from '../actions/standardFiles.ts';
import {
  createStandard,
  deleteStandard,
  importStandards,
  listStandards,
  resetStandard,
  restoreStandard,
  saveStandard,
  undoStandards,
} from '../store/standardStore.ts';
import { listOwnFields } from '../store/standardReader.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const standardHandlers: Pick<Handlers, Extract<keyof Handlers, `standards.${string}`>> = {
  'standards.list': read((db) => ({ standards: listStandards(db) })),
  'standards.ownFields': read((db) => ({ fields: listOwnFields(db) })),
  'standards.create': write((db, { draft }, tools) => ({ id: createStandard(db, draft, tools.nowMs()) })),
  'standards.save': write((db, { standard, baseRevision }, tools) => ({
    revision: saveStandard(db, standard, baseRevision, tools.nowMs()),
  })),
  'standards.reset': write((db, { id }, tools) => ({ revision: resetStandard(db, id, tools.nowMs()) })),
  'standards.delete': write((db, { id }, tools) => {
    deleteStandard(db, id, tools.nowMs());
    return {};
  }),
  'standards.restore': write((db, { id }) => {
    restoreStandard(db, id);
    return {};
  }),
  'standards.import': write((db, { standards }, tools) => ({
    taken: importStandards(db, standards, tools.nowMs()),
  })),
  'standards.undoImport': write((db, { taken }, tools) => {
    undoStandards(db, taken, tools.nowMs());
    return {};
  }),
  'standards.writeFile': read((db, { ids, path }) => writeStandardFile(db, ids, path)),
  'standards.readFile': read((db, { path }) => readStandardFile(db, path)),
};
