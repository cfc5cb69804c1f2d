import { z } from 'zod';
import { Currency } from './money.ts';
import { VatMode, VatRate } from './vat.ts';

/** Fields of the price list that a column of a file may hold. */
export const priceImportFields = [
  'article',
  'name',
  'group',
  'unit',
  'price',
  'currency',
  'vatRate',
  'floor',
  'cost',
  'margin',
  'validFrom',
  'validUntil',
] as const;
export const PriceImportField = z.enum(priceImportFields);
export type PriceImportField = z.infer<typeof PriceImportField>;

/** How a price file is to be read: which column is what, and what holds where the file says nothing. */
export const PriceImportPlan = z.object({
  importId: z.uuid(),
  sheet: z.int().min(0).max(1000),
  mapping: z.record(PriceImportField, z.int().min(0).max(500).nullable()),
  currency: Currency,
  vatRate: VatRate,
  vatMode: VatMode,
});
export type PriceImportPlan = z.infer<typeof PriceImportPlan>;
