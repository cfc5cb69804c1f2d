import { z } from 'zod';
import { SavedView } from '../../../shared/ipc/calls/clientsTable.ts';
import { readSetting, saveSetting } from './libraryStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const setting = 'clientViews';
/** A view that a later version saved in another shape is passed over: it is quickly made again. */
const Kept = z.array(SavedView.nullable().catch(null));

/** Ways of looking at the clients table that were given a name, in the order of their saving. */
export function readViews(db: ReadableDb): SavedView[] {
  return Kept.parse(JSON.parse(readSetting(db, setting) ?? '[]')).filter((view) => view !== null);
}

export function saveViews(db: WritableDb, views: readonly SavedView[]): void {
  saveSetting(db, setting, JSON.stringify(views));
}
