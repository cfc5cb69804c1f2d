import { z } from 'zod';

/** A file of tables that is open for import: what it is called and how its chosen sheet is laid out. */
export const OpenTable = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.int() })),
  sheet: z.int(),
  /** Titles of the columns; empty texts where the table has none. */
  titles: z.array(z.string()),
  /** The first rows below the heading, as texts. */
  sample: z.array(z.array(z.string())),
  /** The column of each field, as remembered for a table of this shape or else guessed; null = none. */
  mapping: z.record(z.string(), z.int().nullable()),
  /** Whether the mapping was remembered from an earlier import. */
  remembered: z.boolean(),
});
export type OpenTable = z.infer<typeof OpenTable>;

/** What became, or would become, of a row: `total` and `heading` are no items. */
export const RowOutcome = z.enum(['new', 'changed', 'same', 'skipped', 'total', 'heading']);
export type RowOutcome = z.infer<typeof RowOutcome>;

/** Why a row is skipped. */
export const rowReasons = [
  'noName',
  'noPrice',
  'badNumber',
  'ambiguousNumber',
  'negativeNumber',
  'tooLarge',
  'badVat',
  'badCurrency',
  'badDate',
  'datesReversed',
  'duplicate',
  'tooLong',
] as const;
export const RowReason = z.enum(rowReasons);
export type RowReason = z.infer<typeof RowReason>;

/** One row of an import's report, by its number in the file. */
export const RowReport = z.object({
  row: z.int(),
  outcome: RowOutcome,
  name: z.string(),
  reason: RowReason.nullable(),
  /** The field and the text that could not be taken; for a duplicate the number of the first row. */
  field: z.string().nullable(),
  value: z.string(),
});
export type RowReport = z.infer<typeof RowReport>;

export const ImportReport = z.object({
  counts: z.record(RowOutcome, z.int()),
  /** Every row, in the order of the file. */
  rows: z.array(RowReport),
});
export type ImportReport = z.infer<typeof ImportReport>;
