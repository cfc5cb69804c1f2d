import { ImportKind } from '../../../shared/domain/dossierImport.ts';
import { type OwnColumn, ownColumns } from '../../../shared/domain/ownColumn.ts';
import { forgetLook, importDossiers, previewDossierImport } from '../actions/dossierImport/importDossiers.ts';
import { allTitles, guessKind, titlesWith } from '../exchange/importTitles.ts';
import { stopJob, withJob } from '../exchange/jobs.ts';
import { titlesWithPercent } from '../exchange/layout.ts';
import { describeTable, dropTable, keepTable, keptTable, mainSheet } from '../exchange/openTables.ts';
import { readTableFile, readTableText } from '../exchange/readTable.ts';
import { mostRows } from '../exchange/tableFile.ts';
import { vaultCurrency } from '../store/deliverySums.ts';
import { lastKindOf, readMapping } from '../store/importMappingStore.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { listOwnFields } from '../store/standardReader.ts';
import { listTableImports, undoTableImport } from '../store/tableImportStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

type Mapping = NonNullable<ReturnType<typeof readMapping>>;

/** A kept mapping with the columns of own fields by their keys of today: another of their fields may have led them then. */
function byColumns(kept: Mapping, own: readonly OwnColumn[]): Mapping {
  const mapping = new Map(Object.entries(kept));
  for (const { key, fields } of own) {
    const found = fields.map((field) => kept[field.key] ?? null).find((at) => at !== null);
    for (const field of fields) mapping.delete(field.key);
    mapping.set(key, found ?? null);
  }
  return Object.fromEntries(mapping);
}

/** The open table as the window needs it; `kind` null = as last time for this shape, else as its titles speak. */
function described(db: ReadableDb, importId: string, sheet: number, kind: ImportKind | null) {
  const own = ownColumns(listOwnFields(db));
  const known = titlesWith(own);
  const table = describeTable(importId, sheet, allTitles(known), (layout) => {
    const { shape, titles, headRow } = layout;
    // Without a heading any two tables of one width have the same shape.
    const last = headRow === 0 ? null : lastKindOf(db, shape, ImportKind.options);
    const chosen = kind ?? ImportKind.nullable().parse(last) ?? guessKind(titles, known);
    const remembered = headRow === 0 ? null : readMapping(db, chosen, shape);
    return {
      kind: chosen,
      fields: known[chosen],
      // «Маржа» may be a sum or a share of one: only its cells tell.
      titles: chosen === 'deliveries' ? titlesWithPercent(layout) : titles,
      remembered: remembered && byColumns(remembered, own),
    };
  });
  return { ...table, currency: vaultCurrency(db) };
}

export const dossierImportHandlers: Pick<Handlers, Extract<keyof Handlers, `imports.${string}`>> = {
  'imports.openFile': read((db, { jobId, path }, tools) =>
    withJob(jobId, tools.progress, async (job) => {
      const progress = (share: number) => job.tell('reading', share);
      const importId = keepTable(await readTableFile(path, { mostRows, check: job.check, progress }));
      return described(db, importId, mainSheet(keptTable(importId)), null);
    }),
  ),
  'imports.openText': read((db, { jobId, text }, tools) =>
    withJob(jobId, tools.progress, async (job) => {
      const importId = keepTable(await readTableText(text, { mostRows, check: job.check }));
      return described(db, importId, 0, null);
    }),
  ),
  'imports.layOut': read((db, { importId, sheet, kind }) => described(db, importId, sheet, kind)),
  'imports.preview': read((db, { jobId, plan }, tools) =>
    withJob(jobId, tools.progress, (job) => previewDossierImport(db, plan, tools.today(), job)),
  ),
  'imports.run': {
    kind: 'staged',
    run: (db, { jobId, plan }, tools, save) =>
      withJob(jobId, tools.progress, (job) =>
        importDossiers(db, plan, { today: tools.today(), nowMs: tools.nowMs() }, save, job),
      ),
  },
  'imports.stop': read((_db, { jobId }) => ({ stopped: stopJob(jobId) })),
  'imports.list': read((db) => ({ imports: listTableImports(db) })),
  'imports.undo': write((db, { id }, tools) => undoTableImport(db, id, tools.nowMs())),
  'imports.close': read((_db, { importId }) => {
    dropTable(importId);
    forgetLook();
    return {};
  }),
};
