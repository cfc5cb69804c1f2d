import { listTemplates } from '../store/libraryStore.ts';
import {
  createReference,
  deleteReference,
  listReferences,
  restoreReference,
  saveReference,
} from '../store/referenceStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const libraryHandlers: Pick<
  Handlers,
  Extract<keyof Handlers, `templates.${string}` | `references.${string}`>
> = {
  'templates.list': read((db, { language }) => ({ templates: listTemplates(db, language) })),
  'references.list': read((db) => ({ references: listReferences(db) })),
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
