import { z } from 'zod';
import {
  DossierImportEntry,
  DossierImportPlan,
  DossierImportReport,
  ImportKind,
} from '../../domain/dossierImport.ts';
import { OpenTable } from '../../domain/tableImport.ts';
import { Currency } from '../../domain/money.ts';
import { chosenPath, type Contract, done, nothing } from './shapes.ts';

/** What the window names its long work by, to watch and to stop it. */
const jobId = z.uuid();
/** A table that is open for import, with the kind its titles speak of, and the currency most of our deliveries are in. */
const openDossierTable = OpenTable.extend({ kind: ImportKind, currency: Currency });
/** Rows copied from Excel: as much as a call carries. */
const pastedRows = z.string().min(1).max(8_000_000);

/** Import of deliveries, clients and people from tables (GLOSSARY: загрузка таблицы). */
export const dossierImportCalls = {
  /** Rows pasted from a table program, laid out as a file would be. */
  'imports.openText': { input: z.object({ jobId, text: pastedRows }), output: openDossierTable },
  /** Another sheet of the open file, or the same one as another kind of table. */
  'imports.layOut': {
    input: z.object({
      importId: z.uuid(),
      sheet: z.int().min(0).max(1000),
      kind: ImportKind.nullable(),
    }),
    output: openDossierTable,
  },
  'imports.preview': { input: z.object({ jobId, plan: DossierImportPlan }), output: DossierImportReport },
  /** `batchId` null = the table changes nothing. */
  'imports.run': {
    input: z.object({ jobId, plan: DossierImportPlan }),
    output: z.object({ batchId: z.int().nullable(), report: DossierImportReport }),
  },
  /** Asks long work to stop; what it was to write is not written. */
  'imports.stop': { input: z.object({ jobId }), output: z.object({ stopped: z.boolean() }) },
  'imports.list': { input: nothing, output: z.object({ imports: z.array(DossierImportEntry) }) },
  /** Takes a whole import back; `kept` counts rows that were changed since and stay. */
  'imports.undo': {
    input: z.object({ id: z.int() }),
    output: z.object({ restored: z.int(), kept: z.int() }),
  },
  /** Closes the open file: its rows are forgotten. */
  'imports.close': { input: z.object({ importId: z.uuid() }), output: done },
} as const satisfies Contract;

export const dossierImportShellCalls = {
  /** Reads a table file chosen in the native dialog; its rows stay in the vault until they are imported. */
  'imports.openFile': { input: z.object({ jobId, path: chosenPath }), output: openDossierTable },
} as const satisfies Contract;

export const dossierImportWindow = {
  /** Native dialog for a table (XLSX, CSV); its columns come back. Answers `cancelled` when it was closed or stopped. */
  'shell.openDossierTable': { input: z.object({ jobId }), output: openDossierTable },
} as const satisfies Contract;
