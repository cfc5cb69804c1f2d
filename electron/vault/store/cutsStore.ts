import { AbcXyzCuts, usualCuts } from '../../../shared/domain/portfolio.ts';
import { readSetting, saveSetting } from './libraryStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const setting = 'abcXyzCuts';

/** Where the classes of ABC-XYZ end in this vault; the usual cuts where none were chosen. */
export function readCuts(db: ReadableDb): AbcXyzCuts {
  const kept = readSetting(db, setting);
  return kept === null ? usualCuts : AbcXyzCuts.parse(JSON.parse(kept));
}

/** Keeps other cuts; what follows from them is not counted here. */
export function keepCuts(db: WritableDb, cuts: AbcXyzCuts): void {
  saveSetting(db, setting, JSON.stringify(cuts));
}
