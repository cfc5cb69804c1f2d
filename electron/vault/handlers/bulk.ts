import { mergeRecords, previewMerge } from '../actions/mergeRecords.ts';
import { changeAccounts, changePeople, listArchivedPeople } from '../store/bulkStore.ts';
import { listDeeds, undoDeed } from '../store/deedStore.ts';
import { findDuplicates, keepApart } from '../store/duplicateStore.ts';
import { purgeRows } from '../store/purgeTrash.ts';
import { listTrash, restoreTrash } from '../store/trashStore.ts';
import type { bulkCalls } from '../../../shared/ipc/calls/bulk.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const bulkHandlers: Pick<Handlers, keyof typeof bulkCalls> = {
  'bulk.changeAccounts': write((db, { ids, change }, tools) =>
    changeAccounts(db, ids, change, tools.nowMs()),
  ),
  'bulk.changePeople': write((db, { ids, change }, tools) => changePeople(db, ids, change, tools.nowMs())),
  'bulk.undo': write((db, { deedId }, tools) => undoDeed(db, deedId, tools.nowMs())),
  'merge.preview': read((db, pair) => previewMerge(db, pair)),
  'merge.run': write((db, { pair, choices }, tools) => mergeRecords(db, pair, choices, tools.nowMs())),
  'merge.duplicates': read((db) => ({ pairs: findDuplicates(db) })),
  'merge.apart': write((db, { pair }) => {
    keepApart(db, pair.keepId, pair.awayId);
    return {};
  }),
  'people.archived': read((db, { accountId }) => ({ people: listArchivedPeople(db, accountId) })),
  'trash.list': read((db) => ({ ...listTrash(db), deeds: listDeeds(db) })),
  'trash.restore': write((db, { refs }) => {
    restoreTrash(db, refs);
    return {};
  }),
  'trash.purge': write((db, { refs }) => purgeRows(db, refs, true)),
};
