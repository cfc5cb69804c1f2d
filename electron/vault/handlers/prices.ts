import { importPriceList, previewPriceImport, priceImportKind } from '../actions/importPriceList.ts';
import { describeTable, keepTable, keptTable, mainSheet } from '../exchange/openTables.ts';
import { priceFields } from '../exchange/priceRows.ts';
import { readTableFile } from '../exchange/readTable.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { readMapping } from '../store/importMappingStore.ts';
import { lastImport, undoImport } from '../store/priceImportStore.ts';
import {
  createPriceItem,
  deletePriceItem,
  restorePriceItem,
  savePriceItem,
  searchPriceList,
} from '../store/priceListStore.ts';
import { readCurrencyRates, readVatLaw, saveRates } from '../store/rateStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

const described = (db: ReadableDb, importId: string, sheet: number) =>
  describeTable(importId, sheet, priceFields, ({ shape, titles }) => ({
    kind: priceImportKind,
    fields: priceFields,
    titles,
    remembered: readMapping(db, priceImportKind, shape),
  }));

export const priceHandlers: Pick<
  Handlers,
  Extract<keyof Handlers, `prices.${string}` | `rates.${string}`>
> = {
  'prices.search': read((db, { query }) => ({ ...searchPriceList(db, query), lastImport: lastImport(db) })),
  'prices.create': write((db, { draft }) => createPriceItem(db, draft)),
  'prices.save': write((db, { id, baseRevision, draft }) => ({
    revision: savePriceItem(db, id, baseRevision, draft),
  })),
  'prices.delete': write((db, { id }, tools) => {
    deletePriceItem(db, id, tools.nowMs());
    return {};
  }),
  'prices.restore': write((db, { id }) => {
    restorePriceItem(db, id);
    return {};
  }),
  'prices.openTable': read(async (db, { path }) => {
    const importId = keepTable(await readTableFile(path));
    return described(db, importId, mainSheet(keptTable(importId)));
  }),
  'prices.tableSheet': read((db, { importId, sheet }) => described(db, importId, sheet)),
  'prices.previewImport': read((db, plan) => previewPriceImport(db, plan)),
  'prices.import': write((db, plan, tools) => importPriceList(db, plan, tools.nowMs())),
  'prices.undoImport': write((db, { batchId }, tools) => undoImport(db, batchId, tools.nowMs())),
  'rates.get': read((db) => ({ vat: readVatLaw(db), currencies: readCurrencyRates(db) })),
  'rates.save': write((db, { vat, currencies }) => {
    saveRates(db, vat, currencies);
    return {};
  }),
};
