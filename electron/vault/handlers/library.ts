import { randomUUID } from 'node:crypto';
import { addDays } from '../../../shared/domain/calendarDate.ts';
import { BlockId, TemplateId } from '../../../shared/domain/ids.ts';
import { tooOften } from '../../../shared/domain/reference.ts';
import {
  importLibrary,
  readLibraryFile,
  undoLibraryImport,
  writeLibraryFile,
} from '../actions/libraryFiles.ts';
import {
  bringLibraryItemBack,
  createLibraryItem,
  listBlockRows,
  listRemovedItems,
  listTemplateRows,
  readBlockItem,
  readTemplateItem,
  removeLibraryItem,
  resetLibraryItem,
  restoreLibraryVersion,
  saveLibraryItem,
} from '../store/libraryItems.ts';
import { listTemplates } from '../store/libraryStore.ts';
import { listReferenceUses } from '../store/libraryUses.ts';
import {
  createReference,
  deleteReference,
  listReferences,
  restoreReference,
  saveReference,
} from '../store/referenceStore.ts';
import { createTerm, deleteTerm, listTerms, renameTerm, restoreTerm } from '../store/termStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

type LibraryCall = `templates.${string}` | `references.${string}` | `library.${string}` | `terms.${string}`;

export const libraryHandlers: Pick<Handlers, Extract<keyof Handlers, LibraryCall>> = {
  'templates.list': read((db, { language }) => ({ templates: listTemplates(db, language) })),

  'library.blocks': read((db, { query }) => ({ rows: listBlockRows(db, query) })),
  'library.block': read((db, { id }) => readBlockItem(db, id)),
  'library.createBlock': write((db, { draft }, tools) => {
    const id = BlockId.parse(randomUUID());
    createLibraryItem(db, { kind: 'block', item: { ...draft, id, schemaVersion: 1 } }, tools.nowMs());
    return { id };
  }),
  'library.saveBlock': write((db, { id, baseRevision, draft }, tools) => {
    const item = { ...draft, id, schemaVersion: 1 } as const;
    return { revision: saveLibraryItem(db, { kind: 'block', item }, baseRevision, tools.nowMs()) };
  }),
  'library.templates': read((db, { query }) => ({ rows: listTemplateRows(db, query) })),
  'library.template': read((db, { id }) => readTemplateItem(db, id)),
  'library.createTemplate': write((db, { draft }, tools) => {
    const id = TemplateId.parse(randomUUID());
    createLibraryItem(db, { kind: 'template', item: { ...draft, id, schemaVersion: 1 } }, tools.nowMs());
    return { id };
  }),
  'library.saveTemplate': write((db, { id, baseRevision, draft }, tools) => {
    const item = { ...draft, id, schemaVersion: 1 } as const;
    return { revision: saveLibraryItem(db, { kind: 'template', item }, baseRevision, tools.nowMs()) };
  }),
  'library.restoreVersion': write((db, { ref, revision, baseRevision }, tools) => ({
    revision: restoreLibraryVersion(db, ref, revision, baseRevision, tools.nowMs()),
  })),
  'library.reset': write((db, { ref, baseRevision }, tools) => ({
    revision: resetLibraryItem(db, ref, baseRevision, tools.nowMs()),
  })),
  'library.delete': write((db, { ref }, tools) => {
    removeLibraryItem(db, ref, tools.nowMs());
    return {};
  }),
  'library.restore': write((db, { ref }) => {
    bringLibraryItemBack(db, ref);
    return {};
  }),
  'library.removed': read((db) => ({ items: listRemovedItems(db) })),
  'library.import': write((db, { file }, tools) => importLibrary(db, file, tools.nowMs())),
  'library.undoImport': write((db, done, tools) => {
    undoLibraryImport(db, done, tools.nowMs());
    return {};
  }),
  'library.writeFile': read((db, { refs, path }) => writeLibraryFile(db, refs, path)),
  'library.readFile': read((db, { path }) => readLibraryFile(db, path)),

  'terms.list': read((db) => ({ terms: listTerms(db) })),
  'terms.create': write((db, term) => ({ key: createTerm(db, term) })),
  'terms.rename': write((db, { key, label }) => {
    renameTerm(db, key, label);
    return {};
  }),
  'terms.delete': write((db, { key }, tools) => {
    deleteTerm(db, key, tools.nowMs());
    return {};
  }),
  'terms.restore': write((db, { key }) => {
    restoreTerm(db, key);
    return {};
  }),

  'references.list': read((db, _input, tools) => ({
    references: listReferences(db),
    uses: listReferenceUses(db, addDays(tools.today(), -tooOften.days)),
  })),
  'references.create': write((db, { draft }) => createReference(db, draft)),
  'references.save': write((db, { id, baseRevision, draft }) => ({
    revision: saveReference(db, id, baseRevision, draft),
  })),
  'references.delete': write((db, { id }, tools) => {
    deleteReference(db, id, tools.nowMs());
    return {};
  }),
  'references.restore': write((db, { id }) => {
    restoreReference(db, id);
    return {};
  }),
};
