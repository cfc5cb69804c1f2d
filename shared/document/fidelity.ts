import { z } from 'zod';

/** One difference between the document and the file that was read back. */
export const FidelityDifference = z.object({
  part: z.enum(['text', 'heading', 'list', 'table', 'total', 'link', 'field', 'validity', 'file']),
  expected: z.string(),
  found: z.string(),
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
