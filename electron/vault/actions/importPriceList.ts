import type { PriceImportPlan } from '../../../shared/domain/priceImport.ts';
import { PriceListDraft, type PriceListItem } from '../../../shared/domain/priceListItem.ts';
import { type ImportReport, RowOutcome, type RowReport } from '../../../shared/domain/tableImport.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import { sheetOf } from '../exchange/openTables.ts';
import { priceFields, type PriceRow, readPriceRows } from '../exchange/priceRows.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { keepMapping } from '../store/importMappingStore.ts';
import { type ImportChange, keepImport } from '../store/priceImportStore.ts';
import { createPriceItem, listPriceItems, savePriceItem } from '../store/priceListStore.ts';

/** The kind that mappings of price files are remembered under. */
export const priceImportKind = 'prices';

/** By what an item is known: its article, else its name and unit. */
const identity = ({ article, name, unit }: Pick<PriceListDraft, 'article' | 'name' | 'unit'>): string =>
  article === '' ? `name ${foldText(name)} ${foldText(unit)}` : `article ${foldText(article)}`;

/** Fields that a file without their column says nothing of: what the list has of them stays. */
const optional = {
  article: 'article',
  group: 'group',
  unit: 'unit',
  floor: 'floorMinor',
  cost: 'costMinor',
  margin: 'floorMarginBp',
  validFrom: 'validFrom',
  validUntil: 'validUntil',
} as const satisfies Partial<Record<keyof PriceImportPlan['mapping'], keyof PriceListDraft>>;

function merged(known: PriceListItem, draft: PriceListDraft, plan: PriceImportPlan): PriceListDraft {
  const kept = Object.entries(optional).flatMap(([field, key]) => {
    // The keys of `optional` are fields of the plan; Object.entries widens them to string.
    const column = plan.mapping[field as keyof typeof optional];
    const isHeadingGroup = key === 'group' && draft.group !== '';
    return (column === null || column === undefined) && !isHeadingGroup ? [[key, known[key]] as const] : [];
  });
  return PriceListDraft.parse({ ...draft, ...Object.fromEntries(kept) });
}

type Step = {
  readonly report: RowReport;
  /** What is to be written; null = nothing. */
  readonly write: { readonly known: PriceListItem | null; readonly draft: PriceListDraft } | null;
};

function stepsOf(rows: readonly PriceRow[], items: readonly PriceListItem[], plan: PriceImportPlan): Step[] {
  const byIdentity = new Map(items.map((item) => [identity(item), item]));
  const firstRows = new Map<string, number>();
  return rows.map((row): Step => {
    const plain = { row: row.row, reason: null, field: null, value: '' };
    if (row.kind === 'skipped') {
      const { kind, ...report } = row;
      return { report: { ...report, outcome: kind }, write: null };
    }
    if (row.kind !== 'item') return { report: { ...plain, outcome: row.kind, name: row.name }, write: null };
    const key = identity(row.draft);
    const { name } = row.draft;
    const first = firstRows.get(key);
    if (first !== undefined) {
      const report = {
        ...plain,
        outcome: 'skipped',
        name,
        reason: 'duplicate',
        value: String(first),
      } as const;
      return { report, write: null };
    }
    firstRows.set(key, row.row);
    const known = byIdentity.get(key) ?? null;
    if (known === null)
      return { report: { ...plain, outcome: 'new', name }, write: { known, draft: row.draft } };
    const draft = merged(known, row.draft, plan);
    const same = JSON.stringify(PriceListDraft.parse(known)) === JSON.stringify(draft);
    return {
      report: { ...plain, outcome: same ? 'same' : 'changed', name },
      write: same ? null : { known, draft },
    };
  });
}

function reportOf(steps: readonly Step[]): ImportReport {
  const rows = steps.map(({ report }) => report);
  const count = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
  // Every outcome is there; fromEntries forgets that.
  const counts = Object.fromEntries(
    RowOutcome.options.map((outcome) => [outcome, count(outcome)]),
  ) as ImportReport['counts'];
  return { counts, rows };
}

/** What an import by this plan would do, row by row; nothing is written. Throws importGone, notFound. */
export function previewPriceImport(db: ReadableDb, plan: PriceImportPlan): ImportReport {
  const layout = sheetOf(plan.importId, plan.sheet, priceFields);
  return reportOf(stepsOf(readPriceRows(layout, plan), listPriceItems(db), plan));
}

/**
 * Imports a price file: new items come, known ones (by article, else by name and unit) are changed, rows that cannot
 * be taken are left out with their reason, and the columns are remembered for files of the same shape. All in the one
 * transaction of the call; a second import of the same file changes nothing. Throws importGone, notFound.
 */
export function importPriceList(
  db: WritableDb,
  plan: PriceImportPlan,
  nowMs: number,
): { batchId: string | null; report: ImportReport } {
  const layout = sheetOf(plan.importId, plan.sheet, priceFields);
  const steps = stepsOf(readPriceRows(layout, plan), listPriceItems(db), plan);
  const changes = steps.flatMap(({ write }): ImportChange[] => {
    if (write === null) return [];
    const { known, draft } = write;
    if (known === null) return [{ ...createPriceItem(db, draft), before: null }];
    const revision = savePriceItem(db, known.id, known.revision, draft);
    return [{ id: known.id, before: PriceListDraft.parse(known), revision }];
  });
  keepMapping(db, priceImportKind, layout.shape, plan.mapping, nowMs);
  const batchId = changes.length === 0 ? null : keepImport(db, layout.fileName, changes, nowMs);
  return { batchId, report: reportOf(steps) };
}
