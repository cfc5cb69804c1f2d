import { z } from 'zod';

/** One difference between the document and the file that was read back. */
export const FidelityDifference = z.object({
  part: z.enum([
    'text',
    'heading',
    'list',
    'numbering',
    'table',
    'total',
    'link',
    'field',
    'validity',
    'file',
  ]),
  expected: z.string(),
  found: z.string(),
  /** The last text before it that is the same in both; empty = none. It leads to the place of what is only in the file. */
  after: z.string().default(''),
  /** Which of its kind it is, counted from 0, where words do not tell: a drawn table. */
  at: z.int().min(0).optional(),
});
export type FidelityDifference = z.infer<typeof FidelityDifference>;

/** What the reopened file showed: counts of what was compared, and every difference. */
export const FidelityReport = z.object({
  paragraphs: z.int(),
  tables: z.int(),
  totals: z.int(),
  differences: z.array(FidelityDifference),
});
export type FidelityReport = z.infer<typeof FidelityReport>;
