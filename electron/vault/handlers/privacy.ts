import { personDataFileName } from '../actions/personData.ts';
import { writePersonData } from '../actions/writePersonData.ts';
import { listActs } from '../store/erasure/erasureActs.ts';
import { erasePerson, readTraces } from '../store/erasure/erasePerson.ts';
import { keepGroupPicture, readGroupPicture } from '../store/groupPictureStore.ts';
import {
  countSpecialFacts,
  eraseSpecialFacts,
  keepsSpecialData,
  setSpecialData,
} from '../store/specialDataStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

/** Duties towards the people whose data are kept. */
export const privacyHandlers: Pick<
  Handlers,
  | Extract<keyof Handlers, `privacy.${string}`>
  | 'people.traces'
  | 'people.erase'
  | 'people.groupPicture'
  | 'people.keepGroupPicture'
  | 'people.dataFileName'
  | 'people.writeData'
> = {
  'privacy.get': read((db, _input, tools) => ({
    specialData: keepsSpecialData(db),
    ...countSpecialFacts(db, tools.today()),
    acts: listActs(db),
  })),
  'privacy.setSpecialData': write((db, { on }) => {
    setSpecialData(db, on);
    return {};
  }),
  'privacy.eraseSpecialFacts': write((db, { personId }, tools) => ({
    erased: eraseSpecialFacts(db, personId, tools.nowMs()),
  })),
  'people.traces': read((db, { id }) => readTraces(db, id)),
  'people.erase': write((db, order, tools) =>
    erasePerson(db, order, { nowMs: tools.nowMs(), today: tools.today() }),
  ),
  'people.groupPicture': read((db, { accountId }) => ({ kept: readGroupPicture(db, accountId) !== null })),
  'people.keepGroupPicture': write((db, { accountId, picture }, tools) => {
    keepGroupPicture(db, accountId, picture, tools.nowMs());
    return {};
  }),
  'people.dataFileName': read((db, { id, language }) => ({
    fileName: personDataFileName(db, id, language),
  })),
  'people.writeData': read(async (db, input, tools) => ({
    jsonName: await writePersonData(db, input, { nowMs: tools.nowMs(), today: tools.today() }),
  })),
};
